import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { ReasonField } from "../reason-field.tsx";
import { useDialog } from "../round/use-dialog.ts";
import { CLEAR } from "./conflicts.query.ts";

/** Says that a detected conflict of a judge with an entry is none. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  const { judgeId = "", entryId = "" } = useParams();
  const { close, done } = useDialog();
  const [reason, setReason] = useState("");
  const { act, busy, failure } = useAct(CLEAR);
  const problems = useFormProblems(failure);
  const submit = async (): Promise<void> => {
    if ((await act({ input: { judgeId, entryIds: [entryId], reason } })) !== null) done();
  };
  return (
    <RouteDialog
      title={t("clear.title")}
      act={t("clear.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t("clear.text")}</p>
      <ReasonField label={t("reason")} description={t("reasonKept")} value={reason} onChange={setReason} />
    </RouteDialog>
  );
}
