import { useQuery } from "@apollo/client/react";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { EntryFunnelQuery } from "../../gql/graphql.ts";
import { BarChart } from "../../ui/charts/bar-chart.tsx";
import { LineChart } from "../../ui/charts/line-chart.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FUNNEL } from "./custody.query.ts";
import styles from "./custody-pages.module.css";

type Row = EntryFunnelQuery["entryFunnel"][number];

const STEPS = ["drafted", "submitted", "endorsed", "checked", "verified"] as const;
const ASIDE = ["returned", "ineligible", "withdrawn"] as const;
/** The chart draws four lines; what was begun is the ceiling of them all and stands in the table. */
const LINES = ["submitted", "endorsed", "checked", "verified"] as const;

/** How far a round's entries have come: now, day by day, and by office. */
export function Funnel({ roundId }: { readonly roundId: string }): ReactElement {
  const { t } = useTranslation("custody");
  const format = useFormat();
  const now = useRows(roundId, "NONE");
  const days = useRows(roundId, "DAY");
  const offices = useRows(roundId, "AGENCY");
  const [total] = now ?? [];
  if (!now) return <SkeletonLines lines={4} />;
  if (!total || total.drafted === 0) return <EmptyState what={t("funnel.empty")} />;
  return (
    <div className={styles.stack}>
      <BarChart
        label={t("funnel.title")}
        categories={[...STEPS, ...ASIDE].map((step) => t(`funnel.${step}`))}
        series={[{ name: t("entries"), values: [...STEPS, ...ASIDE].map((step) => total[step]) }]}
      />
      {days && days.length > 1 ? (
        <LineChart
          label={t("funnel.byDay")}
          categories={days.map((row) => (row.day === null ? "" : format.date(row.day, { short: true })))}
          series={LINES.map((step) => ({ name: t(`funnel.${step}`), values: days.map((row) => row[step]) }))}
        />
      ) : null}
      {offices ? <Offices rows={offices} /> : null}
    </div>
  );
}

function useRows(roundId: string, by: "NONE" | "DAY" | "AGENCY"): readonly Row[] | null {
  const { data } = useQuery(FUNNEL, { variables: { roundId, by }, fetchPolicy: "cache-and-network" });
  return data?.entryFunnel ?? null;
}

function Offices({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const { t } = useTranslation("custody");
  const format = useFormat();
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: "office", header: t("column.office"), value: (row) => row.agencyName ?? t("funnel.own"), heading: true },
      ...[...STEPS, ...ASIDE].map(
        (step): Column<Row> => ({
          id: step,
          header: t(`funnel.${step}`),
          value: (row) => row[step],
          numeric: true,
          quietZero: true,
          hidden: step === "ineligible" || step === "withdrawn",
          cell: (row) => format.number(row[step]),
        }),
      ),
    ],
    [t, format],
  );
  return (
    <DataTable
      label={t("funnel.byAgency")}
      name="offices."
      columns={columns}
      rows={rows}
      rowKey={(row) => row.agencyId ?? "own"}
      empty={{ what: t("funnel.empty") }}
    />
  );
}
