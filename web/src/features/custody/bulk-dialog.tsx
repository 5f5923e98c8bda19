import { LIMITS } from "@isonga/schema/limits";
import { Button, Modal } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../lib/apollo/use-act.ts";
import { BULK_CUSTODY } from "../../lib/custody/custody-documents.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { GrowingText } from "../../ui/growing-text.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { type BulkActName, type BulkTarget, inputOf } from "./bulk-target.ts";
import styles from "./custody-pages.module.css";
import { Outcomes } from "./outcomes.tsx";
import { useDryRun } from "./use-dry-run.ts";

/** Shows what an act on many would do, which are left out and why, and then does it. */
export function BulkDialog(props: {
  readonly act: BulkActName;
  readonly on: BulkTarget;
  readonly onDone: (count: number) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["custody", "common"]);
  const { act } = props;
  const [reason, setReason] = useState("");
  const tried = useDryRun(act, props.on);
  const outcomes = tried?.outcomes;
  const doing = useAct(BULK_CUSTODY);
  const problems = useFormProblems(doing.failure);
  const failureWords = useFailureWords();
  const able = outcomes?.filter(({ refusal }) => refusal === null).length ?? 0;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const data = await doing.act({ input: { act, ...inputOf(props.on, tried?.asOf), dryRun: false, reason: reason.trim() || null } });
    if (data) props.onDone(data.bulkCustody.done ?? 0);
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(`bulk.${act}`)}
      closeButtonProps={{ "aria-label": t("common:close") }}
      centered
      size="lg"
    >
      <form className={styles.stack} onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={problems} />
        {tried?.failure ? <p role="alert">{failureWords(tried.failure)}</p> : null}
        {outcomes ? <Outcomes outcomes={outcomes} /> : <SkeletonLines lines={3} />}
        {act === "RETURN" || act === "REMIND" ? (
          <GrowingText
            id="reason"
            label={t(act === "RETURN" ? "dialog.reason" : "bulk.note")}
            minRows={3}
            maxLength={LIMITS.reasonLength}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <div className={styles.bulk}>
          <Button type="submit" loading={doing.busy} disabled={able === 0}>
            {t(`bulk.${act}`)}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t("common:cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
