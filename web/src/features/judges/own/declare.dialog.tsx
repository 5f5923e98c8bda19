import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { NO_TIE, TieFields, tieInput } from "../tie-fields.tsx";
import { DECLARE } from "./judgeships.query.ts";
import { useOwnDialog } from "./use-own-dialog.ts";

/** The judge says later what ties them. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  const { judgeId, close, done } = useOwnDialog();
  const [draft, setDraft] = useState(NO_TIE);
  const { act, busy, failure } = useAct(DECLARE);
  const problems = useFormProblems(failure);
  const submit = async (): Promise<void> => {
    if ((await act({ input: { judgeId, ...tieInput(draft) } })) !== null) done();
  };
  return (
    <RouteDialog
      title={t("declare.title")}
      act={t("declare.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t("declare.text")}</p>
      <TieFields prefix="" draft={draft} onChange={setDraft} />
    </RouteDialog>
  );
}
