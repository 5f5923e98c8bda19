import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import type { AssignmentContext, StageJudge } from "./use-assignment.ts";

type Row = StageJudge & { readonly cards: number; readonly signed: number };

/** How much each judge has. Their names lead to what they judge, to be changed by hand. */
export function JudgesTab({ judges, assigned, stage, mayAssign }: AssignmentContext): ReactElement {
  const { t } = useTranslation("assignment");
  const rows = useMemo((): readonly Row[] => {
    const held = Map.groupBy(assigned, ({ judgeId }) => judgeId);
    return judges.map((judge) => {
      const all = held.get(judge.id) ?? [];
      return { ...judge, cards: all.length, signed: all.filter(({ signed }) => signed).length };
    });
  }, [judges, assigned]);
  const columns = useMemo((): readonly Column<Row>[] => {
    const panels = new Map(stage.panels.map(({ code, name }) => [code, name]));
    return [
      {
        id: "judge",
        header: t("judge"),
        value: (row) => t("judgeOf", row),
        heading: true,
        cell: (row) =>
          mayAssign ? (
            <Link to={`judges/${row.code}?tab=judges`} preventScrollReset>
              {t("judgeOf", row)}
            </Link>
          ) : (
            t("judgeOf", row)
          ),
      },
      { id: "panel", header: t("panel"), value: ({ panel }) => panels.get(panel ?? "") ?? panel },
      { id: "cards", header: t("entries"), value: ({ cards }) => cards, numeric: true },
      { id: "signed", header: t("matrix.signed"), value: ({ signed }) => signed, numeric: true, quietZero: true },
    ];
  }, [t, stage.panels, mayAssign]);
  return (
    <DataTable
      label={t("tab.judges")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      name="j."
      empty={{ what: t("empty.judges") }}
    />
  );
}
