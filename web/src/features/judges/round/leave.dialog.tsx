import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { LEAVE } from "../leave.query.ts";
import { ReasonField } from "../reason-field.tsx";
import { useDialog, useJudge } from "./use-dialog.ts";

/** Lets a judge go, or withdraws an invitation. */
export function Component(): ReactElement | null {
  const { t } = useTranslation("judges");
  const judge = useJudge();
  const { close, done } = useDialog();
  const [reason, setReason] = useState("");
  const { act, busy, failure } = useAct(LEAVE);
  const problems = useFormProblems(failure);
  if (!judge) return null;
  const words = judge.state === "INVITED" ? "withdraw" : "letGo";
  const submit = async (): Promise<void> => {
    if ((await act({ input: { judgeId: judge.id, reason } })) !== null) done();
  };
  return (
    <RouteDialog
      title={t(`${words}.title`, { name: judge.name })}
      act={t(`${words}.do`)}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t(`${words}.text`)}</p>
      <ReasonField label={t("reason")} value={reason} onChange={setReason} />
    </RouteDialog>
  );
}
