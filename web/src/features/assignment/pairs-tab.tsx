import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Assigned } from "./assignment.query.ts";
import { originOf } from "./matrix-tab.tsx";
import { useReasonWords } from "./reasons.ts";
import type { AssignmentContext } from "./use-assignment.ts";

/** Every pair that holds, with why it does and since when. */
export function PairsTab({ assigned }: AssignmentContext): ReactElement {
  const { t } = useTranslation("assignment");
  const format = useFormat();
  const why = useReasonWords();
  const columns = useMemo(
    (): readonly Column<Assigned>[] => [
      { id: "entry", header: t("entry"), value: (pair) => pair.entry, heading: true },
      { id: "title", header: t("entryTitle"), value: (pair) => pair.title },
      { id: "judge", header: t("judge"), value: (pair) => t("judgeOf", { code: pair.judge, name: pair.name }) },
      { id: "origin", header: t("how"), value: (pair) => t(`origin.${originOf(pair.origin)}`) },
      { id: "why", header: t("whyHead"), value: (pair) => why(pair.because) },
      { id: "signed", header: t("card"), value: (pair) => t(pair.signed ? "matrix.signed" : "matrix.open") },
      {
        id: "since",
        header: t("since"),
        value: (pair) => pair.assignedAt,
        cell: (pair) => format.dateTime(pair.assignedAt, { short: true }),
        hidden: true,
      },
    ],
    [t, format, why],
  );
  return (
    <DataTable
      label={t("tab.pairs")}
      columns={columns}
      rows={assigned}
      rowKey={(pair) => pair.id}
      name="p."
      empty={{ what: t("empty.pairs") }}
    />
  );
}
