import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/gql.ts";
import { areaAddress } from "../../lib/places/area-path.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { useMe } from "../../lib/session/me.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { type AreaRow, useAreaColumns } from "./use-area-columns.tsx";

/** Where the walk through the tree begins: the countries. */
export function Component(): ReactElement {
  const { t } = useTranslation("places");
  const language = useLanguage();
  const me = useMe();
  const { data, loading, error, refetch } = useQuery(COUNTRIES);
  const address = useCallback((area: AreaRow) => `/${language}/app/${areaAddress(area)}`, [language]);
  const countries = data?.countries ?? [];
  const population = countries.some((country) => country.population !== null);
  const columns = useAreaColumns({ address, level: false, population, below: true, ordered: true });
  const mayImport = me?.roles.includes("ADMINISTRATOR") === true;
  const importing = mayImport ? (
    <Button component={Link} to={`/${language}/app/imports`} variant="default">
      {t("import")}
    </Button>
  ) : null;
  return (
    <Page title={t("title")} lead={t("lead")} actions={importing}>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={countries}
        rowKey={(row) => row.id}
        loading={loading && !data}
        {...(error ? { error: <QueryError error={error} retry={() => void refetch()} /> } : {})}
        empty={{ what: t("empty"), action: importing }}
        plain
      />
    </Page>
  );
}

const COUNTRIES = graphql(`
  query Countries {
    countries {
      id
      country
      code
      name
      levelName
      population
      childCount
    }
  }
`);
