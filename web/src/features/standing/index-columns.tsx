import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table/columns.ts";
import { useFormat } from "../../ui/use-format.ts";
import type { StandingRow } from "./standing.query.ts";

/** What a table of an index round shows besides: the category, what was claimed, the change on the edition before. */
export function useIndexColumns(): readonly Column<StandingRow>[] {
  const { t } = useTranslation("standing");
  const format = useFormat();
  return useMemo(
    () => [
      { id: "category", header: t("column.category"), value: (row) => row.index?.verified.categoryName ?? null },
      {
        id: "claimed",
        header: t("column.claimed"),
        value: (row) => row.index?.claimed.index ?? null,
        cell: (row) => (row.index ? format.decimal(row.index.claimed.index, 2) : "–"),
        numeric: true,
      },
      {
        id: "change",
        header: t("column.change"),
        value: changeOf,
        cell: (row) => {
          const change = changeOf(row);
          return change === null ? "–" : `${Number(change) > 0 ? "+" : ""}${format.decimal(change, 2)}`;
        },
        numeric: true,
        hidden: true,
      },
      {
        id: "mean",
        header: t("why.meanMaturity"),
        value: (row) => row.index?.verified.meanMaturity ?? null,
        cell: (row) => (row.index ? format.decimal(row.index.verified.meanMaturity, 2) : "–"),
        numeric: true,
        hidden: true,
      },
    ],
    [t, format],
  );
}

/** Points since the edition before; null when there was none. Both have two places, so hundredths are whole. */
function changeOf({ score, previousScore }: StandingRow): string | null {
  if (previousScore === null) return null;
  return ((Math.round(Number(score) * 100) - Math.round(Number(previousScore) * 100)) / 100).toFixed(2);
}
