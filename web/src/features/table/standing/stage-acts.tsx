import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JudgingStageAct } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import styles from "../table.module.css";
import { StepTableStageDocument } from "../table.mutations.ts";
import type { Table } from "../table.query.ts";

/** What moves the stage on: to scoring, to the discussion and back, and to its end, which is typed, since it freezes everything. */
export function StageActs({
  stage,
  refetch,
}: {
  readonly stage: Table["stage"];
  readonly refetch: () => Promise<unknown>;
}): ReactElement | null {
  const { t } = useTranslation("table");
  const { act, busy, failure, forget } = useAct(StepTableStageDocument);
  const problems = useFormProblems(failure);
  const [asked, setAsked] = useState<JudgingStageAct | null>(null);
  const [reason, setReason] = useState("");
  const { acts } = stage.viewerCan;
  if (acts.length === 0) return null;
  const close = (): void => {
    forget();
    setAsked(null);
  };
  const step = async (): Promise<void> => {
    if (asked === null) return;
    const data = await act({ input: { stageId: stage.id, version: stage.version, act: asked, reason: reason.trim() || null } });
    if (!data) return;
    close();
    setReason("");
    await refetch();
  };
  return (
    <div className={styles.acts}>
      {acts.map((one) => (
        <Button key={one} variant={one === "close" ? "outline" : "default"} onClick={() => setAsked(one)}>
          {t(`act.${one}`)}
        </Button>
      ))}
      {asked === null ? null : (
        <ConfirmDialog
          opened
          title={t(`act.${asked}`)}
          act={t(`act.${asked}`)}
          {...(asked === "close" ? { word: stage.code, danger: true } : {})}
          busy={busy}
          onConfirm={() => void step()}
          onClose={close}
        >
          <ErrorSummary problems={problems} />
          <p>{t(`actLead.${asked}`)}</p>
          {asked === "resume" ? (
            <GrowingText
              id="reason"
              label={t("reason")}
              minRows={2}
              maxLength={LIMITS.reasonLength}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
        </ConfirmDialog>
      )}
    </div>
  );
}
