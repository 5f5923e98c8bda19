import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { ReasonField } from "../reason-field.tsx";
import { DECLINE } from "./judgeships.query.ts";
import { useOwnDialog } from "./use-own-dialog.ts";

/** The judge declines the invitation. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  const { judgeId, close, done } = useOwnDialog();
  const [reason, setReason] = useState("");
  const { act, busy, failure } = useAct(DECLINE);
  const problems = useFormProblems(failure);
  const submit = async (): Promise<void> => {
    if ((await act({ input: { judgeId, reason } })) !== null) done();
  };
  return (
    <RouteDialog
      title={t("decline.title")}
      act={t("decline.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t("decline.text")}</p>
      <ReasonField label={t("decline.reason")} value={reason} onChange={setReason} />
    </RouteDialog>
  );
}
