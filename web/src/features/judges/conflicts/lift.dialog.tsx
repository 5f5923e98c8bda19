import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { ReasonField } from "../reason-field.tsx";
import { useDialog } from "../round/use-dialog.ts";
import { LIFT } from "./conflicts.query.ts";

/** Takes back what was said of a conflict. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  const { conflictId = "" } = useParams();
  const { close, done } = useDialog();
  const [reason, setReason] = useState("");
  const { act, busy, failure } = useAct(LIFT);
  const problems = useFormProblems(failure);
  const submit = async (): Promise<void> => {
    if ((await act({ input: { conflictId, reason } })) !== null) done();
  };
  return (
    <RouteDialog title={t("lift.title")} act={t("lift.do")} busy={busy} problems={problems} onSubmit={() => void submit()} onClose={close}>
      <p className={styles.words}>{t("lift.text")}</p>
      <ReasonField label={t("reason")} description={t("reasonKept")} value={reason} onChange={setReason} />
    </RouteDialog>
  );
}
