import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RegionAgenciesQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./region.module.css";
import { type Office, RegionAgenciesDocument, type Rules } from "./region.query.ts";

/** A region's offices: innovations reported and verified, mean maturity, rank. */
export function Agencies(props: { readonly round: string; readonly area: string; readonly ranking: Rules["agencyRanking"] }): ReactElement {
  const { t } = useTranslation("regions");
  const { round, area, ranking } = props;
  const offices = useConnection(RegionAgenciesDocument, { variables: { round, area, first: 50 }, pick });
  const columns = useColumns();
  return (
    <>
      <p className={styles.quiet}>{t(`agencies.by.${ranking}`)}</p>
      <DataTable
        name="agencies."
        label={t("agencies.title")}
        columns={columns}
        rows={offices.rows}
        rowKey={(row) => row.agencyId}
        loading={offices.loading}
        error={offices.error ? <QueryError error={offices.error} /> : undefined}
        empty={{ what: t("agencies.empty") }}
        more={{ hasMore: offices.hasMore, loading: offices.loadingMore, load: offices.loadMore }}
      />
    </>
  );
}

function useColumns(): readonly Column<Office>[] {
  const { t } = useTranslation("regions");
  const format = useFormat();
  return useMemo(() => {
    const mean = (id: string, header: string, value: (row: Office) => string): Column<Office> => ({
      id,
      header,
      value,
      cell: (row) => format.decimal(value(row), 2),
      numeric: true,
    });
    return [
      { id: "rank", header: t("agencies.rank"), value: (row) => row.rank, numeric: true },
      { id: "name", header: t("agencies.name"), value: (row) => row.name, heading: true },
      { id: "reported", header: t("agencies.reported"), value: (row) => row.reported, numeric: true },
      { id: "verified", header: t("agencies.verified"), value: (row) => row.verified, numeric: true },
      mean("mean", t("agencies.mean"), (row) => row.verifiedMaturity),
      mean("claimedMean", t("agencies.claimedMean"), (row) => row.claimedMaturity),
    ];
  }, [t, format]);
}

const pick = (data: RegionAgenciesQuery) => data.agencyIndices;
