import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { RESEND_JUDGE } from "./judges.query.ts";
import { useDialog, useJudge } from "./use-dialog.ts";

/** Writes an invitation again. */
export function Component(): ReactElement | null {
  const { t } = useTranslation("judges");
  const judge = useJudge();
  const { close, done } = useDialog();
  const { act, busy, failure } = useAct(RESEND_JUDGE);
  const problems = useFormProblems(failure);
  if (!judge) return null;
  const submit = async (): Promise<void> => {
    if ((await act({ input: { judgeId: judge.id } })) !== null) done();
  };
  return (
    <RouteDialog
      title={t("resend.title")}
      act={t("resend.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t("resend.text", { name: judge.name })}</p>
    </RouteDialog>
  );
}
