import { Modal } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";
import styles from "../table.module.css";
import type { TableCard, TableJudge } from "../table.query.ts";
import { useTableContext } from "../use-table.ts";
import { severityOf, useJudgeName, useSigned } from "../words.ts";

/** How a judge marks: in sentences, and card by card beside the others of the same entry. */
export function Component(): ReactElement | null {
  const { t } = useTranslation(["table", "common"]);
  const { judge: code = "" } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigateOnce();
  const nameOf = useJudgeName();
  const { table } = useTableContext();
  const judge = table.judges.find((one) => one.judge === code);
  if (!judge) return null;
  return (
    <Modal
      opened
      size="xl"
      title={nameOf(judge)}
      closeButtonProps={{ "aria-label": t("common:close") }}
      onClose={() => navigate(`../?${search}`, { preventScrollReset: true })}
    >
      <Severity judge={judge} shrink={table.shrink} />
      <Cards cards={table.cards.filter((card) => card.judge === code)} />
    </Modal>
  );
}

function Severity({ judge, shrink }: { readonly judge: TableJudge; readonly shrink: string }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  const { cards, mean, spread, beside, effect, shrunk } = judge;
  return (
    <>
      {mean === null ? (
        <p className={styles.sentence}>{t("judgeCards.none")}</p>
      ) : (
        <p className={styles.sentence}>
          {t("judgeCards.mean", { count: cards, mean: format.decimal(mean, 2), spread: spread === null ? "–" : format.decimal(spread, 2) })}
        </p>
      )}
      {beside === null ? null : <p className={styles.sentence}>{t("judgeCards.beside", { points: signed(beside) })}</p>}
      {effect === null || shrunk === null ? null : (
        <p className={styles.sentence}>
          {t("judgeCards.severity", {
            severity: t(`severity.${severityOf(shrunk)}`),
            effect: signed(effect, 4),
            count: cards,
            shrink,
            shrunk: signed(shrunk, 4),
          })}
        </p>
      )}
    </>
  );
}

function Cards({ cards }: { readonly cards: readonly TableCard[] }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  const columns = useMemo(
    (): readonly Column<TableCard>[] => [
      { id: "entry", header: t("entry"), value: (row) => row.reference, heading: true },
      {
        id: "score",
        header: t("standing.score"),
        value: (row) => row.score,
        numeric: true,
        cell: (row) => (row.score === null ? t(outcomeKey(row.outcome)) : format.decimal(row.score, 2)),
      },
      {
        id: "deviation",
        header: t("judgeCards.deviation"),
        value: (row) => row.deviation,
        numeric: true,
        cell: (row) => (row.deviation === null ? "" : signed(row.deviation)),
      },
    ],
    [t, format, signed],
  );
  return (
    <DataTable
      label={t("judgeCards.title")}
      columns={columns}
      rows={cards}
      rowKey={(row) => row.reference}
      name="c."
      plain
      empty={{ what: t("judgeCards.none") }}
    />
  );
}

function outcomeKey(outcome: string): "outcome.ABSTAINED" | "outcome.PASS" | "outcome.FAIL" | "outcome.SCORED" {
  if (outcome === "ABSTAINED") return "outcome.ABSTAINED";
  if (outcome === "PASS") return "outcome.PASS";
  return outcome === "FAIL" ? "outcome.FAIL" : "outcome.SCORED";
}
