import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { verdictOf } from "../../lib/judging/card-view.ts";
import { missingIn } from "../../lib/judging/rubric/card-check.ts";
import { CardFooter } from "./card/card-footer.tsx";
import { CardNotices } from "./card/card-notices.tsx";
import { CriterionRow, focusMark } from "./card/criterion-row.tsx";
import { MissingList } from "./card/missing-list.tsx";
import { Comments, PRIVATE_NOTE_ID, PrivateNote } from "./card/notes.tsx";
import { OthersPart } from "./card/others-part.tsx";
import { VerdictPart } from "./card/verdict-part.tsx";
import styles from "./desk.module.css";
import { AbstainDialog } from "./dialogs/abstain-dialog.tsx";
import { KeysDialog } from "./dialogs/keys-dialog.tsx";
import { RecuseDialog } from "./dialogs/recuse-dialog.tsx";
import { SignDialog } from "./dialogs/sign-dialog.tsx";
import { EntrySide } from "./entry/entry-side.tsx";
import type { OpenCard } from "./open-card.ts";
import { useCardActs } from "./use-card-acts.ts";
import { useDeskKeys } from "./use-desk-keys.ts";

type Dialog = "sign" | "abstain" | "recuse" | "keys" | null;

/** The entry and the card side by side (one above the other on a phone), the notices over them, the footer under them. */
export function CardDesk({ open }: { readonly open: OpenCard }): ReactElement {
  const { t } = useTranslation("desk");
  const [dialog, setDialog] = useState<Dialog>(null);
  const [asked, setAsked] = useState(0);
  const { kept, view, queue } = open;
  const { criteria, mode } = queue.rubric;
  const missing = missingIn(queue.rubric, { items: view.items, ...verdictOf(kept, view) });
  const acts = useCardActs(open);
  const close = (): void => setDialog(null);
  const startSigning = (): void => {
    if (!open.canMark || !kept.card.can.sign) return;
    // What is being written belongs to what is signed: it is kept first.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void open.work.settled().then(() => setDialog("sign"));
  };
  const ready = missing.length === 0 && Object.keys(kept.conflicts).length === 0;
  useEffect(() => {
    if (dialog !== "sign" || ready) return;
    setDialog(null);
    setAsked((times) => times + 1);
  }, [dialog, ready]);
  useFirstMark(open);
  useDeskKeys({
    sign: startSigning,
    j: acts.toNext,
    k: acts.toBefore,
    s: acts.skip,
    n: () => document.getElementById(PRIVATE_NOTE_ID)?.focus(),
    "?": () => setDialog("keys"),
  });
  const { reference } = kept.card.entry;
  return (
    <>
      <CardNotices open={open} onGone={acts.toQueue} />
      <div className={styles.desk}>
        <section className={styles.side} aria-label={t("entry.label")}>
          <EntrySide entry={kept.card.entry} />
        </section>
        <section className={styles.side} aria-label={t("card.label")}>
          <CardHead open={open} onDialog={setDialog} />
          <PrivateNote open={open} />
          <MissingList open={open} missing={missing} asked={asked} />
          {mode === "PASS_FAIL" ? <VerdictPart open={open} /> : null}
          {criteria.map((criterion) => (
            <CriterionRow key={criterion.code} open={open} criterion={criterion} />
          ))}
          <Comments open={open} />
          <OthersPart open={open} />
        </section>
      </div>
      <CardFooter open={open} acts={acts} onSign={startSigning} />
      {dialog === "sign" && ready ? <SignDialog open={open} isLast={acts.next === null} onSign={acts.sign} onClose={close} /> : null}
      {dialog === "abstain" ? <AbstainDialog reference={reference} onAbstain={acts.abstain} onClose={close} /> : null}
      {dialog === "recuse" ? <RecuseDialog reference={reference} onRecuse={acts.recuse} onClose={close} /> : null}
      {dialog === "keys" ? <KeysDialog of="card" onClose={close} /> : null}
    </>
  );
}

function CardHead({ open, onDialog }: { readonly open: OpenCard; readonly onDialog: (dialog: Dialog) => void }): ReactElement {
  const { t } = useTranslation("desk");
  const { can } = open.kept.card;
  return (
    <div className={styles.cardHead}>
      <h2 className={styles.cardTitle}>{t("card.label")}</h2>
      <div className={styles.tools}>
        {open.canMark && can.abstain ? (
          <Button variant="subtle" size="compact-md" onClick={() => onDialog("abstain")}>
            {t("card.abstain")}
          </Button>
        ) : null}
        {can.recuse && !open.view.recused ? (
          <Button variant="subtle" size="compact-md" onClick={() => onDialog("recuse")}>
            {t("card.recuse")}
          </Button>
        ) : null}
        <Button variant="subtle" size="compact-md" onClick={() => onDialog("keys")}>
          {t("card.keys")}
        </Button>
      </div>
    </div>
  );
}

/** Who comes from another card goes on with the keyboard: the first criterion without a mark is in hand. */
function useFirstMark(open: OpenCard): void {
  const { state } = useLocation();
  const comes = (state as { readonly desk?: boolean } | null)?.desk === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the card is opened
  useEffect(() => {
    if (!comes || !open.canMark) return;
    const { criteria } = open.queue.rubric;
    const first = criteria.find(({ code }) => (open.view.items[`mark ${code}`]?.value ?? null) === null) ?? criteria[0];
    focusMark(first?.code ?? "verdict");
  }, []);
}
