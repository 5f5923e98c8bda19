import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { Custody_EntryFragment } from "../../gql/graphql.ts";
import { Notice } from "../../ui/notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useFailureWords } from "../refusals/use-refusal-words.ts";
import styles from "./custody.module.css";
import { CUSTODY, ENTRY_CUSTODY } from "./custody-documents.ts";
import { holderKey, STATE_KIND } from "./custody-states.ts";
import { RemindButton } from "./remind-button.tsx";
import { type ReasonStep, StepDialog, type StepField } from "./step-dialog.tsx";
import { type StepName, useStep } from "./use-step.ts";

/** Steps that stand here as buttons; handing in has a place of its own, verifying its own page. */
const BUTTONS = ["endorse", "check", "return", "exclude", "withdraw", "resume"] as const satisfies readonly StepName[];

/**
 * Who holds an entry and since when, and the steps that the reader may take. `fields` are offered when it is returned; `onDone` hears of each
 * step taken. The route loads the phrases "custody".
 */
export function CustodyBar(props: {
  readonly entryId: string;
  readonly fields?: readonly StepField[];
  readonly onDone?: () => void;
}): ReactElement | null {
  const { t } = useTranslation("custody");
  const failureWords = useFailureWords();
  const query = useQuery(ENTRY_CUSTODY, { variables: { id: props.entryId }, fetchPolicy: "cache-and-network" });
  const { take, busy, failure, forget } = useStep();
  const [dialog, setDialog] = useState<ReasonStep | null>(null);
  const [done, setDone] = useState(false);
  const custody = readFragment(CUSTODY, query.data?.entryCustody ?? null);
  if (custody === null) return null;
  const step = async (act: StepName, words = {}): Promise<void> => {
    if (!(await take(act, custody, words))) return void query.refetch();
    setDialog(null);
    setDone(true);
    props.onDone?.();
  };
  const press = (act: (typeof BUTTONS)[number]): void => {
    forget();
    setDone(false);
    if (act === "return" || act === "exclude" || act === "withdraw") setDialog(act);
    else void step(act);
  };
  return (
    <section className={styles.bar} aria-label={t("bar.label")}>
      {done ? <Notice kind="saved" title={t("bar.done", { state: t(`state.${custody.state}`) })} takesFocus /> : null}
      {failure && dialog === null ? <Notice kind="problem" title={failureWords(failure)} takesFocus /> : null}
      <HolderLine custody={custody} />
      <div className={styles.buttons}>
        {BUTTONS.filter((act) => custody.acts.includes(act)).map((act, index) => (
          <Button key={act} variant={index === 0 && FORWARD.has(act) ? "filled" : "default"} disabled={busy} onClick={() => press(act)}>
            {t(`act.${act}`)}
          </Button>
        ))}
        {custody.canRemind ? <RemindButton entry={custody} /> : null}
      </div>
      {dialog ? (
        <StepDialog
          kind={dialog}
          fields={props.fields ?? []}
          busy={busy}
          failure={failure}
          onClose={() => setDialog(null)}
          onTake={(words) => void step(dialog, words)}
        />
      ) : null}
    </section>
  );
}

/** Steps that bring an entry on. */
const FORWARD: ReadonlySet<StepName> = new Set(["endorse", "check", "resume"]);

function HolderLine({ custody }: { readonly custody: Custody_EntryFragment }): ReactElement {
  const { t } = useTranslation("custody");
  const format = useFormat();
  const holder = t(`holder.${holderKey(custody.holder)}`);
  const who = custody.heldBy.length > 0 ? t("bar.people", { holder, names: [...custody.heldBy] }) : holder;
  return (
    <p className={styles.line}>
      <StateBadge kind={STATE_KIND[custody.state]} word={t(`state.${custody.state}`)} />
      <span>{t("bar.with", { holder: who })}</span>
      <span className={styles.quiet}>
        {t("bar.since", { day: format.date(custody.heldSince), ago: format.relative(custody.heldSince, new Date()) })}
      </span>
      {custody.inGrace ? <span className={styles.quiet}>{t("timeline.grace")}</span> : null}
    </p>
  );
}
