import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { ServicesQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { useMe } from "../../lib/session/me.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { SERVICES } from "./service-documents.ts";
import { useStandardText } from "./standard-text.ts";

type Row = ServicesQuery["services"]["nodes"][number];

/** The public services with the standard that is in force today. */
export function Component(): ReactElement {
  const { t } = useTranslation("services");
  const format = useFormat();
  const standardText = useStandardText();
  const [params, setParams] = useSearchParams();
  const withRetired = params.get("retired") === "yes";
  const list = useConnection(SERVICES, { variables: { withRetired }, pick: pickServices });
  const mayAdd = useMe()?.roles.includes("ADMINISTRATOR") === true;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: "name", header: t("name"), value: (row) => row.name, cell: (row) => <Link to={row.id}>{row.name}</Link>, heading: true },
      { id: "code", header: t("code"), value: (row) => row.code },
      { id: "level", header: t("level"), value: (row) => row.level.name },
      { id: "standard", header: t("standard"), value: (row) => (row.standard ? standardText(row.standard) : t("noStandard")) },
      ...(withRetired
        ? [{ id: "retired", header: t("retire"), value: (row: Row) => (row.retiredAt ? format.date(row.retiredAt) : null) }]
        : []),
    ],
    [t, format, standardText, withRetired],
  );
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Button component={Link} to="calendar" variant="default">
            {t("calendar.title")}
          </Button>
          {mayAdd ? (
            <Button component={Link} to="new">
              {t("add")}
            </Button>
          ) : null}
        </>
      }
    >
      <DataTable
        label={t("title")}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        empty={{ what: t("empty") }}
        more={{ hasMore: list.hasMore, loading: list.loadingMore, load: list.loadMore }}
        tools={
          <Checkbox
            label={t("withRetired")}
            checked={withRetired}
            onChange={(event) => setParams(event.currentTarget.checked ? { retired: "yes" } : {})}
          />
        }
      />
    </Page>
  );
}

function pickServices(data: ServicesQuery): ServicesQuery["services"] {
  return data.services;
}
