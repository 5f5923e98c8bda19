import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { LEAVE } from "../leave.query.ts";
import { ReasonField } from "../reason-field.tsx";
import { useOwnDialog } from "./use-own-dialog.ts";

/** The judge judges no more in the round. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  const { judgeId, close, done } = useOwnDialog();
  const [reason, setReason] = useState("");
  const { act, busy, failure } = useAct(LEAVE);
  const problems = useFormProblems(failure);
  const submit = async (): Promise<void> => {
    if ((await act({ input: { judgeId, reason } })) !== null) done();
  };
  return (
    <RouteDialog
      title={t("leave.title")}
      act={t("leave.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t("leave.text")}</p>
      <ReasonField label={t("reason")} value={reason} onChange={setReason} />
    </RouteDialog>
  );
}
