import type { ReactElement } from "react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { AreaChildrenQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { areaAddress } from "../../lib/places/area-path.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { useTableState } from "../../ui/data-table/use-table-state.ts";
import { useLanguage } from "../../ui/use-format.ts";
import type { Area } from "./area-query.ts";
import { type AreaRow, useAreaColumns } from "./use-area-columns.tsx";

/** The areas directly below one, by name; the search goes through all of them at the server. */
export function AreaChildren({ area }: { readonly area: Area }): ReactElement {
  const { t } = useTranslation("places");
  const language = useLanguage();
  const { state } = useTableState();
  const list = useConnection(CHILDREN, { variables: { parent: area.id, search: state.filter }, pick });
  const address = useCallback((row: AreaRow) => `/${language}/app/${areaAddress(row)}`, [language]);
  const columns = useAreaColumns({
    address,
    level: false,
    population: list.rows.some(({ population }) => population !== null),
    below: list.rows.some(({ childCount }) => childCount > 0),
    ordered: false,
  });
  return (
    <DataTable
      label={t("area.children", { name: area.name })}
      columns={columns}
      rows={list.rows}
      rowKey={(row) => row.id}
      loading={list.loading}
      {...(list.error ? { error: <QueryError error={list.error} retry={list.refetch} /> } : {})}
      empty={{ what: t("area.childrenEmpty") }}
      more={{ hasMore: list.hasMore, loading: list.loadingMore, load: list.loadMore }}
      orderedByServer
    />
  );
}

function pick(data: AreaChildrenQuery): AreaChildrenQuery["jurisdictions"] {
  return data.jurisdictions;
}

const CHILDREN = graphql(`
  query AreaChildren($parent: ID!, $search: String, $after: String) {
    jurisdictions(parent: $parent, search: $search, first: 50, after: $after) {
      nodes {
        id
        country
        code
        name
        levelName
        population
        childCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
