import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import type { DiscussionCard, Table } from "../table.query.ts";
import { useSigned } from "../words.ts";

type Row = DiscussionCard & { readonly score: string | null; readonly deviation: string | null };
type CardMarksProps = { readonly cards: readonly DiscussionCard[]; readonly table: Table; readonly reference: string };

/** An entry's cards, a row a judge, a column a criterion with its weight, and the score that they give. */
export function CardMarks({ cards, table, reference }: CardMarksProps): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  const { criteria } = table.stage.rubric;
  const rows = cards.map((card): Row => {
    const found = table.cards.find((one) => one.reference === reference && one.judge === card.judge);
    return { ...card, score: found?.score ?? null, deviation: found?.deviation ?? null };
  });
  const columns = useMemo((): readonly Column<Row>[] => {
    const markOf = ({ marks }: Row, code: string) => marks.find(({ criterion }) => criterion === code)?.value ?? null;
    const shown = (mark: string | null) => (mark === null ? "" : format.decimal(mark));
    return [
      { id: "judge", header: t("judge"), value: (row) => row.judge, heading: true },
      {
        id: "score",
        header: t("standing.score"),
        value: (row) => row.score,
        numeric: true,
        cell: (row) => (row.score === null ? "" : format.decimal(row.score, 2)),
      },
      {
        id: "deviation",
        header: t("judgeCards.deviation"),
        value: (row) => row.deviation,
        numeric: true,
        cell: (row) => (row.deviation === null ? "" : signed(row.deviation)),
      },
      ...criteria.map(
        ({ code, name, weight, ranking }): Column<Row> => ({
          id: code,
          header: ranking ? t("entryCards.criterion", { name, weight: format.decimal(weight) }) : name,
          value: (row) => markOf(row, code),
          numeric: true,
          cell: (row) => shown(markOf(row, code)),
        }),
      ),
    ];
  }, [criteria, t, format, signed]);
  return (
    <DataTable
      label={t("entryCards.cards")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.judge}
      name="c."
      plain
      phone="scroll"
      empty={{ what: t("entryCards.none") }}
    />
  );
}
