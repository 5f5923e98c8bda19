import { LIMITS } from "@isonga/schema/limits";
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkCustodyMutation } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { BULK_CUSTODY } from "../../lib/custody/custody-documents.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { useRefusalWords } from "../../lib/refusals/use-refusal-words.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import styles from "./custody-pages.module.css";

/** What can be done to many entries at once. */
export type BulkActName = "ENDORSE" | "CHECK" | "RETURN" | "REMIND";

type Outcome = NonNullable<BulkCustodyMutation["bulkCustody"]["outcomes"]>[number];

/** Shows what an act on many would do, which are left out and why, and then does it. */
export function BulkDialog(props: {
  readonly act: BulkActName;
  readonly entries: readonly { readonly id: string; readonly version: number }[];
  readonly onDone: (count: number) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["custody", "common"]);
  const { act } = props;
  const [reason, setReason] = useState("");
  const outcomes = useDryRun(props);
  const doing = useAct(BULK_CUSTODY);
  const problems = useFormProblems(doing.failure);
  const able = outcomes?.filter(({ refusal }) => refusal === null).length ?? 0;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const data = await doing.act({ input: { act, entries: seen(props.entries), dryRun: false, reason: reason.trim() || null } });
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
        {outcomes ? <Preview outcomes={outcomes} /> : <SkeletonLines lines={3} />}
        {act === "RETURN" || act === "REMIND" ? (
          <Textarea
            id="reason"
            label={t(act === "RETURN" ? "dialog.reason" : "bulk.note")}
            autosize
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

/** Asks the server what would happen; a reason that is not written yet stands for itself. */
function useDryRun(asked: { readonly act: BulkActName; readonly entries: readonly { readonly id: string; readonly version: number }[] }) {
  const { act: run } = useAct(BULK_CUSTODY);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const question = JSON.stringify({ act: asked.act, entries: seen(asked.entries) });
  useEffect(() => {
    let isCurrent = true;
    const { act, entries } = JSON.parse(question) as { act: BulkActName; entries: { id: string; version: number }[] };
    void run({ input: { act, entries, dryRun: true } }).then((data) => {
      if (isCurrent) setOutcomes(data?.bulkCustody.outcomes ?? []);
    });
    return () => {
      isCurrent = false;
    };
  }, [question, run]);
  return outcomes;
}

function seen(entries: readonly { readonly id: string; readonly version: number }[]) {
  return entries.map(({ id, version }) => ({ id, version }));
}

function Preview({ outcomes }: { readonly outcomes: readonly Outcome[] }): ReactElement {
  const { t } = useTranslation("custody");
  const words = useRefusalWords();
  const able = outcomes.filter(({ refusal }) => refusal === null);
  const left = outcomes.flatMap(({ id, title, refusal }) => (refusal === null ? [] : [{ id, title, refusal }]));
  const recipients = [...new Set(able.flatMap((outcome) => outcome.recipients))];
  return (
    <section className={styles.stack} aria-label={t("bulk.preview")}>
      <p className={styles.strong}>{able.length === 0 ? t("bulk.nothing") : t("bulk.able", { count: able.length })}</p>
      {recipients.length > 0 ? <p className={styles.text}>{t("bulk.writes", { names: recipients })}</p> : null}
      {left.length > 0 ? (
        <>
          <p className={styles.strong}>{t("bulk.left", { count: left.length })}</p>
          <ul className={styles.left}>
            {left.map(({ id, title, refusal }) => (
              <li key={id}>{t("bulk.outcome", { title: title ?? t("bulk.unseen"), why: words(refusal) })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
