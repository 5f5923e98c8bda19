import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { useDialog, useJudge } from "../round/use-dialog.ts";
import { NO_TIE, TieFields, tieInput } from "../tie-fields.tsx";
import { PIN } from "./conflicts.query.ts";
import { EntryField } from "./entry-field.tsx";

/** Sets a conflict of a judge: with an area, an office, or one entry. */
export function Component(): ReactElement | null {
  const { t } = useTranslation("judges");
  const judge = useJudge();
  const { round, close, done } = useDialog();
  const [draft, setDraft] = useState(NO_TIE);
  const [entryId, setEntry] = useState<string | null>(null);
  const { act, busy, failure } = useAct(PIN);
  const problems = useFormProblems(failure);
  if (!judge) return null;
  const submit = async (): Promise<void> => {
    if ((await act({ input: { judgeId: judge.id, entryId, ...tieInput(draft) } })) !== null) done();
  };
  return (
    <RouteDialog
      title={t("pin.title", { name: `${judge.code} ${judge.name}` })}
      act={t("pin.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t("pin.text")}</p>
      <EntryField roundId={round.id} value={entryId} onChange={setEntry} />
      <TieFields prefix="" draft={draft} onChange={setDraft} />
    </RouteDialog>
  );
}
