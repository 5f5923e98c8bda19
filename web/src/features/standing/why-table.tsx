import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Why } from "./standing.query.ts";
import { useMetricValue } from "./words.ts";

type Step = Why["steps"][number];
type Raw = Why["values"][number];

/** Metric by metric, from sums to points; for an area that is not ranked only as far as its values go. */
export function WhyTable({ why }: { readonly why: Why }): ReactElement {
  const { t } = useTranslation("standing");
  const raw = useRawColumns();
  const scored = useScoredColumns({ shrinks: why.steps.some(({ shrinkage }) => Number(shrinkage) > 0), weighs: why.index === null });
  const common = { plain: true, name: "why.", label: t("why.table"), empty: { what: t("page.rankedEmpty") } } as const;
  if (why.steps.length === 0) return <DataTable {...common} columns={raw} rows={why.values} rowKey={(row) => row.metric} />;
  return <DataTable {...common} columns={scored} rows={why.steps} rowKey={(row) => row.metric} />;
}

function useRawColumns(): readonly Column<Raw>[] {
  const { t } = useTranslation("standing");
  const inUnits = useMetricValue();
  return useMemo(
    () => [
      { id: "metric", header: t("why.metric"), value: (row) => t(`metric.${row.metric}`), heading: true, sortable: false },
      {
        id: "figures",
        header: t("why.figures"),
        value: (row) =>
          row.metric === "SELF_APPLICATIONS" || Number(row.denominator) === 1
            ? null
            : t("why.ratio", { numerator: row.numerator, denominator: row.denominator }),
        numeric: true,
        sortable: false,
      },
      { id: "value", header: t("why.value"), value: (row) => inUnits(row.metric, row.value), numeric: true, sortable: false },
    ],
    [t, inUnits],
  );
}

function useScoredColumns({ shrinks, weighs }: { readonly shrinks: boolean; readonly weighs: boolean }): readonly Column<Step>[] {
  const { t } = useTranslation("standing");
  const format = useFormat();
  const inUnits = useMetricValue();
  const raw = useRawColumns();
  return useMemo(() => {
    const shrunk: Column<Step> = {
      id: "shrunk",
      header: t("why.shrunk"),
      value: (step) => inUnits(step.metric, step.shrunkValue),
      numeric: true,
      sortable: false,
    };
    const weight: Column<Step> = {
      id: "weight",
      header: t("why.weight"),
      value: (step) => format.decimal(step.weight),
      numeric: true,
      sortable: false,
    };
    return [
      ...(raw as readonly Column<Step>[]),
      ...(shrinks ? [shrunk] : []),
      {
        id: "range",
        header: t("why.range"),
        value: (step) => `${inUnits(step.metric, step.lowest)} – ${inUnits(step.metric, step.highest)}`,
        numeric: true,
        sortable: false,
      },
      {
        id: "normalised",
        header: t("why.normalised"),
        value: (step) => format.decimal(step.normalised, 2),
        numeric: true,
        sortable: false,
      },
      ...(weighs ? [weight] : []),
      { id: "points", header: t("why.points"), value: (step) => format.decimal(step.contribution, 2), numeric: true, sortable: false },
    ];
  }, [t, format, inUnits, raw, shrinks, weighs]);
}
