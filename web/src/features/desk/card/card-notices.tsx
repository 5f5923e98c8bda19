import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { cardFile } from "../../../lib/judging/card-file.ts";
import { conductDueOf } from "../../../lib/judging/conduct-due.ts";
import { outbox } from "../../../lib/offline/outbox.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { save } from "../../../ui/save-file.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { ToConduct } from "../conduct-asked.tsx";
import type { OpenCard } from "../open-card.ts";
import styles from "./card.module.css";

/** What must be said of a card before it is read: it is signed, asked for again, put off, kept from before, not delivered. */
export function CardNotices({ open, onGone }: { readonly open: OpenCard; readonly onGone: () => void }): ReactElement {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { kept, view } = open;
  const { card } = kept;
  return (
    <>
      <StuckNotice open={open} onGone={onGone} />
      {kept.keptAt === null ? null : <Notice kind="waiting" title={t("kept", { moment: format.dateTime(kept.keptAt) })} />}
      {card.askedAgain === null || view.signed !== "no" ? null : (
        <Notice kind="problem" title={t("card.askedAgain")}>
          {card.askedAgain}
        </Notice>
      )}
      <UnsignedNotice open={open} />
      {view.skipped && view.signed === "no" ? <Notice kind="locked" title={t("card.skipped")} /> : null}
      {view.signed === "no" && !open.canMark && kept.stuck === null ? <Notice kind="locked" title={t("card.locked")} /> : null}
      {view.signed === "waiting" && kept.stuck === null ? <Notice kind="waiting" title={t("card.signedHere")} /> : null}
      {view.signed === "yes" && card.signedAt !== null ? (
        <Notice kind="saved" title={t("card.signed", { moment: format.dateTime(card.signedAt) })}>
          <p>{t(card.fromPaper ? "card.fromPaper" : card.inGrace ? "card.inGrace" : "card.signedNext")}</p>
          {card.abstainReason === null ? null : <p>{t("card.abstained", { reason: card.abstainReason })}</p>}
        </Notice>
      ) : null}
    </>
  );
}

function UnsignedNotice({ open }: { readonly open: OpenCard }): ReactElement | null {
  const { t } = useTranslation("desk");
  const words = useRefusalWords();
  const { unsigned } = open.kept;
  if (unsigned.length === 0 || open.view.signed !== "no") return null;
  return (
    <Notice kind="problem" title={t("card.unsigned")} takesFocus>
      <ul className={styles.list}>
        {unsigned.map((refusal) => (
          <li key={`${refusal.code} ${refusal.field}`}>{refusal.code === "STALE_VERSION" ? t("card.unsignedStale") : words(refusal)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The server does not take what was done here: all of it stays until the judge has said what becomes of it. */
function StuckNotice({ open, onGone }: { readonly open: OpenCard; readonly onGone: () => void }): ReactElement | null {
  const { t } = useTranslation(["desk", "common"]);
  const words = useRefusalWords();
  const [asking, setAsking] = useState(false);
  const { kept, view, work } = open;
  if (kept.stuck === null || !view.unsent) return null;
  const { reference } = kept.card.entry;
  const asked = conductDueOf(kept.stuck);
  const file = (): void => save(`${reference}.json`, cardFile(kept.card, view, new Date()), "application/json");
  return (
    <Notice kind="problem" title={t("stuck.title")}>
      <p>{words(kept.stuck)}</p>
      <p>{t("stuck.kept")}</p>
      <div className={styles.buttons}>
        {asked === null ? null : <ToConduct judgeId={asked} />}
        <Button variant={asked === null ? "filled" : "default"} onClick={file}>
          {t("stuck.file")}
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t("stuck.discard")}
        </Button>
        <Button variant="default" onClick={() => outbox.retry()}>
          {t("stuck.again")}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t("stuck.discardTitle")}
        act={t("stuck.discard")}
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => void work.discard().then(onGone)}
      >
        {t("stuck.discardLead", { reference })}
      </ConfirmDialog>
    </Notice>
  );
}
