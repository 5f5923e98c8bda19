import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Section } from "../../../ui/page.tsx";
import { ProgressBar } from "../../../ui/progress-bar.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import type { Progress, TableEntry, TableJudge } from "../table.query.ts";
import type { TableContext } from "../use-table.ts";
import { Remind } from "./remind.tsx";

/** How many cards are signed, by judge and by entry, live. Drafts are in no count. */
export function ProgressTab({ table, progress, refetch }: TableContext): ReactElement {
  const { t } = useTranslation("table");
  const { assigned: total, signed: done } = progress;
  const isAtWork = table.stage.state === "SCORING" || table.stage.state === "CALIBRATING";
  return (
    <>
      <div role="status">
        <ProgressBar label={t("progress.signed", { done, total })} done={done} total={total} counted />
      </div>
      <Section
        title={t("progress.judges")}
        actions={table.stage.viewerCan.lead && isAtWork ? <Remind stageId={table.stage.id} onSent={() => void refetch()} /> : undefined}
      >
        <Judges judges={table.judges} progress={progress} />
      </Section>
      <Section title={t("progress.entries")}>
        <Entries entries={table.entries} progress={progress} needed={table.stage.judgesPerEntry} />
      </Section>
    </>
  );
}

type Counts = { readonly assigned: number; readonly signed: number; readonly stopped: number };
const NONE: Counts = { assigned: 0, signed: 0, stopped: 0 };

function useCountColumns<Row extends Counts>(): readonly Column<Row>[] {
  const { t } = useTranslation("table");
  return useMemo(
    () => [
      { id: "assigned", header: t("progress.assigned"), value: (row) => row.assigned, numeric: true },
      { id: "signed", header: t("progress.signedCount"), value: (row) => row.signed, numeric: true },
      { id: "left", header: t("progress.left"), value: (row) => row.assigned - row.signed, numeric: true },
      { id: "stopped", header: t("progress.stopped"), value: (row) => row.stopped, numeric: true, quietZero: true },
    ],
    [t],
  );
}

type JudgeRow = TableJudge & Counts & { readonly lastSignedAt: string | null };

function Judges({ judges, progress }: { readonly judges: readonly TableJudge[]; readonly progress: Progress }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const counts = useCountColumns<JudgeRow>();
  const rows = judges.map((judge): JudgeRow => {
    const found = progress.judges.find((row) => row.judge === judge.judge);
    return { ...judge, ...NONE, lastSignedAt: null, ...found };
  });
  const columns = useMemo((): readonly Column<JudgeRow>[] => {
    const when = (at: string | null) => (at === null ? "" : format.dateTime(at, { short: true }));
    return [
      {
        id: "judge",
        header: t("judge"),
        value: (row) => row.judge,
        heading: true,
        cell: (row) => (
          <Link to={`judges/${row.judge}?tab=progress`} preventScrollReset>
            {row.judge}
          </Link>
        ),
      },
      { id: "name", header: t("name"), value: (row) => row.name },
      ...counts,
      { id: "last", header: t("progress.last"), value: (row) => row.lastSignedAt, cell: (row) => when(row.lastSignedAt) },
      { id: "reminded", header: t("progress.reminded"), value: (row) => row.remindedAt, cell: (row) => when(row.remindedAt) },
    ];
  }, [t, format, counts]);
  return (
    <DataTable
      label={t("progress.judges")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.judge}
      name="j."
      empty={{ what: t("progress.noJudges") }}
    />
  );
}

type EntryRow = TableEntry & Counts;

function Entries({
  entries,
  progress,
  needed,
}: {
  readonly entries: readonly TableEntry[];
  readonly progress: Progress;
  readonly needed: number;
}): ReactElement {
  const { t } = useTranslation("table");
  const counts = useCountColumns<EntryRow>();
  const rows = useMemo(() => {
    const found = new Map(progress.entries.map((row) => [row.reference, row]));
    const all = entries.map((entry): EntryRow => ({ ...entry, ...NONE, ...found.get(entry.reference) }));
    return all.sort((a, b) => (a.reference < b.reference ? -1 : 1));
  }, [entries, progress]);
  const columns = useMemo(
    (): readonly Column<EntryRow>[] => [
      {
        id: "entry",
        header: t("entry"),
        value: (row) => row.reference,
        heading: true,
        cell: (row) => (
          <Link to={`entries/${row.reference}?tab=progress`} preventScrollReset>
            {row.reference}
          </Link>
        ),
      },
      { id: "title", header: t("entryTitle"), value: (row) => row.title },
      ...counts,
      { id: "missing", header: t("progress.missing"), value: (row) => Math.max(0, needed - row.assigned), numeric: true, quietZero: true },
    ],
    [t, counts, needed],
  );
  return (
    <DataTable
      label={t("progress.entries")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      name="e."
      empty={{ what: t("progress.noEntries") }}
    />
  );
}
