import { Checkbox, Radio } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { verdictOf } from "../../../lib/judging/card-view.ts";
import type { Verdict, VerdictDraft } from "../../../lib/judging/known-card.ts";
import type { OpenCard } from "../open-card.ts";
import styles from "./card.module.css";

/** Whether an entry passes, and why not: kept on this device until it is signed. */
export function VerdictPart({ open }: { readonly open: OpenCard }): ReactElement {
  const { t } = useTranslation("desk");
  // Shown at once, also while a slow device still writes it down.
  const [given, setGiven] = useState<VerdictDraft | null>(null);
  const kept = verdictOf(open.kept, open.view);
  const { verdict, failReasons } = open.canMark ? (given ?? kept) : kept;
  const draft = (next: VerdictDraft): void => {
    setGiven(next);
    open.work.draft(next);
  };
  const say = (next: Verdict): void => draft({ verdict: next, failReasons });
  const toggle = (code: string): void => {
    const reasons = failReasons.includes(code) ? failReasons.filter((reason) => reason !== code) : [...failReasons, code];
    draft({ verdict, failReasons: reasons });
  };
  return (
    <div className={styles.criterion} data-criterion="verdict">
      <Radio.Group label={t("verdict.label")} value={verdict ?? ""} onChange={(value) => say(value === "PASS" ? "PASS" : "FAIL")}>
        <div className={styles.verdicts}>
          <Radio value="PASS" label={t("verdict.PASS")} disabled={!open.canMark} />
          <Radio value="FAIL" label={t("verdict.FAIL")} disabled={!open.canMark} />
        </div>
      </Radio.Group>
      {verdict === "FAIL" ? (
        <fieldset className={styles.reasons}>
          <legend>{t("verdict.reasons")}</legend>
          {open.queue.rubric.failReasons.map(({ code, name }) => (
            <Checkbox key={code} label={name} checked={failReasons.includes(code)} disabled={!open.canMark} onChange={() => toggle(code)} />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
