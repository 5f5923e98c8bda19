import { validateReport } from "@isonga/schema/report-rules";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { outbox } from "../../../lib/offline/outbox.ts";
import { useOnline } from "../../../lib/online/online.ts";
import type { Failure } from "../../../lib/refusals/failure.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import type { FormProblem } from "../../../ui/error-summary.tsx";
import { Icon } from "../../../ui/icons.tsx";
import { SUBMIT } from "../report-documents.ts";
import styles from "./grid.module.css";
import { type CellRow, cellId, type Grid } from "./grid-cells.ts";
import { useCellWords } from "./use-cell-words.ts";
import { countCells, type Month, readyRows } from "./use-month.ts";

/** What is saved, waits or has a problem, counted, and the one Submit. */
export function GridFooter(props: {
  readonly grid: Grid;
  readonly work: Month;
  readonly onProblems: (problems: readonly FormProblem[]) => void;
  readonly onFailure: (failure: Failure) => void;
  readonly onSubmitted: (count: number) => void;
}): ReactElement | null {
  const { t } = useTranslation("reports");
  const { grid, work } = props;
  const counts = countCells(work.rows);
  const online = useOnline();
  const open = work.rows.filter((row) => row.editable);
  const ready = readyRows(work.rows);
  const problems = useProblems(grid);
  const submit = useAct(SUBMIT);
  const [asked, setAsked] = useState(false);

  const send = async (rows: readonly CellRow[]): Promise<void> => {
    const serviceIds = rows.map(({ row }) => row.service.id);
    const data = await submit.act({ input: { jurisdictionId: grid.area.id, month: grid.month, serviceIds } });
    if (data) props.onSubmitted(serviceIds.length);
    setAsked(false);
  };
  const onSubmit = (): void => {
    const found = problems(open);
    props.onProblems(found);
    setAsked(found.length > 0);
    if (found.length === 0) void send(open);
  };
  const busy = counts.waiting > 0;
  return (
    <footer className={styles.footer}>
      <p className={styles.counts} role="status">
        <span data-state="saved">
          <Icon name="check" size={16} /> {t("count.saved", { count: counts.saved })}
        </span>
        {busy ? (
          <span data-state="waiting">
            <Icon name={online ? "saving" : "clock"} size={16} /> {t(online ? "count.saving" : "count.waiting", { count: counts.waiting })}
          </span>
        ) : null}
        {counts.problems > 0 ? (
          <span data-state="problem">
            <Icon name="warning" size={16} /> {t("count.problems", { count: counts.problems })}
          </span>
        ) : null}
        {counts.empty > 0 ? <span>{t("count.empty", { count: counts.empty })}</span> : null}
      </p>
      {submit.failure ? <FailureLine failure={submit.failure} /> : null}
      {open.length === 0 || !grid.viewerCan.edit ? null : (
        <span className={styles.buttons}>
          {busy && online ? (
            <Button variant="subtle" onClick={() => outbox.retry()}>
              {t("grid.sendNow")}
            </Button>
          ) : null}
          {asked && ready.length > 0 && ready.length < open.length ? (
            <Button variant="default" loading={submit.busy} onClick={() => void send(ready)}>
              {t("grid.submitReady", { count: ready.length })}
            </Button>
          ) : null}
          <Button loading={submit.busy} disabled={busy} onClick={onSubmit}>
            {t("grid.submit")}
          </Button>
        </span>
      )}
      {busy && !online ? <p className={styles.why}>{t("grid.submitWaits")}</p> : null}
    </footer>
  );
}

function FailureLine({ failure }: { readonly failure: Failure }): ReactElement {
  const { t } = useTranslation(["reports", "common"]);
  const words = useRefusalWords();
  const text =
    failure.kind === "refused"
      ? words(failure.refusals[0] ?? { code: "WRONG_STATE" })
      : t(failure.kind === "network" ? "common:failure.network" : "common:failure.fault");
  return (
    <p className={styles.problem} role="alert">
      {text}
    </p>
  );
}

/** The problems that keep rows from being submitted, by the very rules of the server; each leads to its cell. */
function useProblems(grid: Grid): (rows: readonly CellRow[]) => readonly FormProblem[] {
  const { t } = useTranslation("reports");
  const words = useRefusalWords();
  const cellWords = useCellWords();
  return (rows) =>
    rows.flatMap((row): FormProblem[] => {
      const { service } = row.row;
      const found = validateReport(Object.fromEntries(row.cells.map((cell) => [cell.field, cell.text])), grid.month, grid.currentMonth);
      const missing = found.filter((problem) => problem.code === "REQUIRED");
      const first = missing[0];
      const unsent = row.cells.filter((cell) => cell.state === "conflict" || cell.state === "refused");
      return [
        ...(first && first.field !== "month"
          ? [{ words: t("grid.missing", { count: missing.length }), fieldId: cellId(service.id, first.field), label: service.name }]
          : []),
        ...found
          .filter((problem) => problem.code !== "REQUIRED")
          .map((problem) => ({
            words: words(problem),
            label: service.name,
            ...(problem.field === "month" ? {} : { fieldId: cellId(service.id, problem.field) }),
          })),
        ...unsent.map((cell) => ({ words: cellWords.problem(cell) ?? "", fieldId: cell.id, label: service.name })),
      ];
    });
}
