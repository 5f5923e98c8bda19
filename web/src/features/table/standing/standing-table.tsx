import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../table.module.css";
import type { Table } from "../table.query.ts";
import { useSigned } from "../words.ts";
import { IntervalBar } from "./interval-bar.tsx";
import { type StandingRow, standsAt } from "./standing-rows.ts";
import { useTieWords } from "./tie-words.ts";

type StandingTableProps = {
  readonly table: Table;
  readonly rows: readonly StandingRow[];
  readonly isTrying: boolean;
  readonly mayDecide: boolean;
};

/** The record and, beside it, what it would be otherwise; each number opens what it is made of. */
export function StandingTable({ table, rows, isTrying, mayDecide }: StandingTableProps): ReactElement {
  const { t } = useTranslation("table");
  const entry = useEntryColumns(table);
  const record = useRecordColumns();
  const interval = useIntervalColumns(rows.length);
  const trying = useWhatIfColumns();
  const adjusted = useAdjustedColumns();
  const decided = useDecisionColumns(mayDecide);
  const isTrimmed = table.mean === "TRIMMED";
  const hasAdjusted = table.connectivity.connected;
  const trimmed = useTrimmedColumns();
  const columns = useMemo(
    () => [
      ...entry,
      ...record,
      ...(isTrimmed ? trimmed : []),
      ...(hasAdjusted ? adjusted : []),
      // How sure the record's ranks are says nothing of other weights.
      ...(isTrying ? trying : interval),
      ...decided,
    ],
    [entry, record, interval, trying, trimmed, adjusted, decided, isTrying, isTrimmed, hasAdjusted],
  );
  return (
    <DataTable
      label={t("standing.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      name="s."
      empty={{ what: t("standing.none") }}
    />
  );
}

type Columns = readonly Column<StandingRow>[];

/** What the entry is, and why it stands where it does among those of its score. */
function useEntryColumns(table: Table): Columns {
  const { t } = useTranslation("table");
  const tieWords = useTieWords(table.stage);
  const [search] = useSearchParams();
  const query = search.toString();
  return useMemo(
    () => [
      {
        id: "entry",
        header: t("entry"),
        value: (row) => row.reference,
        heading: true,
        cell: (row) => (
          <span className={styles.stacked}>
            <Link to={`entries/${row.reference}?${query}`} preventScrollReset>
              {row.reference}
            </Link>
            <span className={styles.title}>{row.title}</span>
            {row.office === null ? null : <span className={styles.beside}>{row.office}</span>}
            {row.tie === null ? null : <span className={styles.beside}>{tieWords(row)}</span>}
          </span>
        ),
      },
      { id: "title", header: t("entryTitle"), value: (row) => row.title, hidden: true },
      { id: "office", header: t("standing.office"), value: (row) => row.office, hidden: true },
      { id: "tie", header: t("standing.why"), value: tieWords, hidden: true },
    ],
    [t, tieWords, query],
  );
}

function useRecordColumns(): Columns {
  const { t } = useTranslation("table");
  const format = useFormat();
  return useMemo(
    () => [
      { id: "rank", header: t("standing.rank"), value: (row) => row.rank, numeric: true },
      {
        id: "score",
        header: t("standing.score"),
        value: (row) => row.score,
        numeric: true,
        cell: (row) => (row.score === null ? "" : format.decimal(row.score, 2)),
      },
      { id: "cards", header: t("cards"), value: (row) => row.cards, numeric: true, hidden: true },
    ],
    [t, format],
  );
}

function useIntervalColumns(count: number): Columns {
  const { t } = useTranslation("table");
  return useMemo(
    () => [
      {
        id: "interval",
        header: t("standing.interval"),
        value: (row) => (row.interval ? `${row.interval.low}–${row.interval.high}` : null),
        sortable: false,
        cell: (row) => (row.interval && row.rank !== null ? <IntervalBar interval={row.interval} rank={row.rank} count={count} /> : ""),
      },
    ],
    [t, count],
  );
}

function useWhatIfColumns(): Columns {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  return useMemo(
    () => [
      {
        id: "ifScore",
        header: t("whatIf.score"),
        value: (row) => row.whatIf?.score ?? null,
        numeric: true,
        cell: ({ whatIf }) => {
          if (!whatIf?.score) return "";
          const moved = signed(String(whatIf.moved ?? 0), 0);
          return <Beside number={format.decimal(whatIf.score, 2)} words={t("whatIf.beside", { rank: whatIf.rank ?? 0, moved })} />;
        },
      },
      { id: "ifRank", header: t("whatIf.rank"), value: (row) => row.whatIf?.rank ?? null, numeric: true, hidden: true },
      { id: "moved", header: t("whatIf.moved"), value: (row) => row.whatIf?.moved ?? null, numeric: true, hidden: true },
    ],
    [t, format, signed],
  );
}

function useTrimmedColumns(): Columns {
  const { t } = useTranslation("table");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "plain",
        header: t("standing.plain"),
        value: (row) => row.plain,
        numeric: true,
        cell: (row) => (row.plain === null ? "" : format.decimal(row.plain, 2)),
      },
    ],
    [t, format],
  );
}

function useAdjustedColumns(): Columns {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  return useMemo(
    () => [
      {
        id: "adjusted",
        header: t("standing.adjusted"),
        value: (row) => row.adjusted,
        numeric: true,
        cell: (row) => {
          const difference = differenceOf(row);
          if (row.adjusted === null || difference === null) return "";
          const words = t("standing.adjustedBeside", { rank: row.adjustedRank ?? 0, difference: signed(difference) });
          return <Beside number={format.decimal(row.adjusted, 2)} words={words} />;
        },
      },
      { id: "adjustedRank", header: t("standing.adjustedRank"), value: (row) => row.adjustedRank, numeric: true, hidden: true },
      { id: "difference", header: t("standing.difference"), value: differenceOf, numeric: true, hidden: true },
    ],
    [t, format, signed],
  );
}

/** A number with what belongs to it below. */
function Beside({ number, words }: { readonly number: string; readonly words: string }): ReactElement {
  return (
    <span className={styles.numbers}>
      {number}
      <span className={styles.beside}>{words}</span>
    </span>
  );
}

/** What the judges' severity makes of the score, in points. */
function differenceOf({ score, adjusted }: StandingRow): string | null {
  return score === null || adjusted === null ? null : (Number(adjusted) - Number(score)).toFixed(2);
}

function useDecisionColumns(mayDecide: boolean): Columns {
  const { t } = useTranslation("table");
  return useMemo(
    () => [
      {
        id: "proposal",
        header: t("standing.onward"),
        value: (row) => t(`stands.${standsAt(row) ?? "ON_THE_LINE"}`),
        cell: (row) => {
          const at = standsAt(row);
          return (
            <span className={styles.onward}>
              <StateBadge
                kind={at === null ? "problem" : at === "ADVANCED" ? "saved" : "draft"}
                word={t(row.outcome === null ? `stands.${at ?? "ON_THE_LINE"}` : `decided.${row.outcome}`)}
              />
              {mayDecide ? (
                <Link
                  to={`decide/${row.reference}?tab=standing`}
                  preventScrollReset
                  aria-label={t("decide.of", { reference: row.reference })}
                >
                  {t("decide.open")}
                </Link>
              ) : null}
            </span>
          );
        },
      },
    ],
    [t, mayDecide],
  );
}
