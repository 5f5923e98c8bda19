import type { FigureField } from "@isonga/schema/report-rules";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { useFormat } from "../../../ui/use-format.ts";
import type { Cell, CellRow } from "./grid-cells.ts";

/** The sentences about a cell: last month, what is usual, what is expected, what is wrong. Null where there is nothing to say. */
export type CellWords = {
  readonly last: (row: CellRow, field: FigureField) => string | null;
  readonly usual: (row: CellRow, field: FigureField) => string | null;
  readonly expected: (row: CellRow, field: FigureField) => string | null;
  readonly problem: (cell: Cell) => string | null;
};

export function useCellWords(): CellWords {
  const { t } = useTranslation("reports");
  const refusalWords = useRefusalWords();
  const format = useFormat();
  return useMemo(
    () => ({
      last: ({ row }, field) => {
        const value = row.lastMonth?.[field];
        return value === null || value === undefined
          ? null
          : t("hint.last", { value: format.decimal(String(value).replace(/\.?0+$/, (zeros) => (zeros.startsWith(".") ? "" : zeros))) });
      },
      usual: ({ row }, field) => {
        const range = row.usual.find(({ figure }) => figure === field);
        return range ? t("hint.usual", { low: format.decimal(range.low), high: format.decimal(range.high) }) : null;
      },
      expected: ({ row }, field) =>
        field === "carriedOver" && row.expectedCarriedOver !== null
          ? t("hint.expected", { value: format.number(row.expectedCarriedOver) })
          : null,
      problem: (cell) => {
        if (cell.state === "conflict")
          return t("conflict.told", { mine: cell.text || t("conflict.empty"), theirs: cell.theirs || t("conflict.empty") });
        if (cell.refusal) return refusalWords(cell.refusal);
        return cell.problem ? refusalWords(cell.problem) : null;
      },
    }),
    [t, refusalWords, format],
  );
}
