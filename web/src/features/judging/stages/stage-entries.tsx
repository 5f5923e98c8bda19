import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Notice } from "../../../ui/notice.tsx";
import styles from "../judging.module.css";
import { JUDGED_ENTRIES, SET_CALIBRATION, SET_PANEL } from "../judging.query.ts";
import { type EntryChanges, useEntryColumns } from "./entry-columns.tsx";
import type { StageParts } from "./stage-parts.ts";

/** The entries of a stage with their judges and cards; their panels and which are for calibration are chosen in the row. */
export function StageEntries({ stage }: { readonly stage: StageParts }): ReactElement {
  const { t } = useTranslation("judging");
  const words = useFailureWords();
  const { data, loading, error, refetch } = useQuery(JUDGED_ENTRIES, {
    variables: { stageId: stage.id },
    fetchPolicy: "cache-and-network",
  });
  const rows = data?.stageEntries ?? [];
  const calibration = useAct(SET_CALIBRATION);
  const panel = useAct(SET_PANEL);
  const failure = calibration.failure ?? panel.failure;
  const chosen = rows.filter((row) => row.calibration);
  const open = stage.viewerCan.lead && stage.state !== "DISCUSSION";
  const changes: EntryChanges = {
    busy: calibration.busy || panel.busy,
    toPanel:
      open && stage.panels.length > 1
        ? (row, code) => void panel.act({ input: { stageId: stage.id, entryIds: [row.id], panel: code } }).then(() => refetch())
        : null,
    calibrate:
      open && stage.calibration > 0 && stage.state === "SET_UP"
        ? (row, first) => {
            const others = chosen.filter(({ id }) => id !== row.id).map(({ id }) => id);
            const entryIds = first ? [...others, row.id] : others;
            void calibration.act({ input: { stageId: stage.id, entryIds } }).then(() => refetch());
          }
        : null,
  };
  return (
    <>
      {stage.calibration > 0 ? (
        <p className={styles.quiet}>{t("calibration.lead", { count: stage.calibration, chosen: chosen.length })}</p>
      ) : null}
      {failure ? <Notice kind="problem" title={words(failure)} takesFocus /> : null}
      <DataTable
        label={t("entries.title", { stage: stage.name })}
        columns={useEntryColumns(stage, changes)}
        rows={rows}
        rowKey={({ id }) => id}
        loading={loading && !data}
        error={error && !data ? <QueryError error={error} retry={() => void refetch()} /> : undefined}
        empty={{ what: t("entries.empty") }}
      />
    </>
  );
}
