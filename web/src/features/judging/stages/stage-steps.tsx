import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JudgingStageAct } from "../../../gql/graphql.ts";
import { client } from "../../../lib/apollo/client.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import styles from "../judging.module.css";
import { ADMIT_ENTRIES, STEP_STAGE } from "../judging.query.ts";
import type { StageParts } from "./stage-parts.ts";

/** What can be done with a stage now: take entries in, and move it on. Each step says first what it does; closing is typed. */
export function StageSteps({ stage }: { readonly stage: StageParts }): ReactElement | null {
  const { t } = useTranslation(["judging", "table"]);
  const [asked, setAsked] = useState<JudgingStageAct | null>(null);
  const { lead, acts } = stage.viewerCan;
  if (!lead) return null;
  const admits = stage.state === "SET_UP" || stage.state === "CALIBRATING" || stage.state === "SCORING";
  const offered = acts.filter((one) => one !== "calibrate" || stage.calibration > 0);
  return (
    <>
      {admits ? <Admit stage={stage} /> : null}
      <div className={styles.acts}>
        {offered.map((one) => (
          <Button key={one} size="sm" variant={one === "close" ? "outline" : "filled"} onClick={() => setAsked(one)}>
            {t(`table:act.${one}`)}
          </Button>
        ))}
      </div>
      {asked === null ? null : <StepDialog key={asked} stage={stage} step={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Takes in the entries that are due, and says how many came. */
function Admit({ stage }: { readonly stage: StageParts }): ReactElement {
  const { t } = useTranslation("judging");
  const words = useFailureWords();
  const { act, busy, failure } = useAct(ADMIT_ENTRIES);
  const [came, setCame] = useState<number | null>(null);
  const admit = async (): Promise<void> => {
    const data = await act({ input: { stageId: stage.id } });
    setCame(data?.admitEntries.admitted ?? null);
    if (data) readAgain();
  };
  return (
    <div className={styles.admit}>
      <div className={styles.acts}>
        <Button size="sm" variant="default" loading={busy} onClick={() => void admit()}>
          {t("admit.do")}
        </Button>
      </div>
      <p className={styles.quiet}>{t("admit.lead")}</p>
      {failure ? <Notice kind="problem" title={words(failure)} /> : null}
      {came === null ? null : <Notice kind="saved" title={t("admit.came", { count: came })} />}
    </div>
  );
}

function StepDialog(props: { readonly stage: StageParts; readonly step: JudgingStageAct; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation(["judging", "table"]);
  const { stage, step, onClose } = props;
  const { act, busy, failure } = useAct(STEP_STAGE);
  const problems = useFormProblems(failure);
  const [reason, setReason] = useState("");
  const confirm = async (): Promise<void> => {
    const data = await act({ input: { stageId: stage.id, version: stage.version, act: step, reason: reason.trim() || null } });
    if (!data) return;
    readAgain();
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t("stepOf", { step: t(`table:act.${step}`), stage: stage.name })}
      act={t(`table:act.${step}`)}
      {...(step === "close" ? { word: stage.code, danger: true } : {})}
      busy={busy}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <ErrorSummary problems={problems} />
      <p>{t(`table:actLead.${step}`)}</p>
      {stage.counts.short > 0 && (step === "score" || step === "close") ? <p>{t("stillShort", { count: stage.counts.short })}</p> : null}
      {step === "resume" ? (
        <GrowingText
          id="reason"
          label={t("table:reason")}
          minRows={2}
          maxLength={LIMITS.reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
    </ConfirmDialog>
  );
}

/** What was read of the stages and their entries is no longer so. */
function readAgain(): void {
  client.cache.evict({ fieldName: "stageEntries" });
  client.cache.evict({ fieldName: "judgingStages" });
  client.cache.gc();
}
