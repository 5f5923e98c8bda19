import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { KnownEntry } from "../../lib/entries/known-entry.ts";
import { usePresence } from "../../lib/entries/use-presence.ts";
import { useRefusalWords } from "../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { CustodySlot, SubmitSlot } from "./custody-slot.tsx";
import { DeleteDraft } from "./delete-draft.tsx";
import { DraftTools } from "./draft-tools.tsx";
import { OthersHere } from "./editor/others-here.tsx";
import styles from "./entries.module.css";
import { EntryFooter } from "./entry-footer.tsx";
import { EntryFrame, type OpenEntry } from "./entry-frame.tsx";
import { FeedbackLink } from "./feedback-link.tsx";
import { NewsNotice } from "./news-notice.tsx";
import { Problems } from "./problems.tsx";
import { TaskList } from "./task-list.tsx";

/** An entry: its tasks with where each stands, what is still missing for submission, and what can be done with it. */
export function Component(): ReactElement {
  const { t } = useTranslation("entries");
  return (
    <EntryFrame
      actions={({ known }) => (
        <>
          <Button component={Link} to="print" variant="default">
            {t("print.act")}
          </Button>
          {known.entry.state === "VERIFIED" ? <FeedbackLink entryId={known.entry.id} /> : null}
          {known.entry.canTranslate ? (
            <Button component={Link} to="translations" variant="default">
              {t("translate.act")}
            </Button>
          ) : null}
        </>
      )}
    >
      {(open) => <Entry open={open} />}
    </EntryFrame>
  );
}

function Entry({ open }: { readonly open: OpenEntry }): ReactElement {
  const { t } = useTranslation("entries");
  const { known, view, check } = open;
  const { entry } = known;
  const [asked, setAsked] = useState(false);
  const { others } = usePresence(entry.id, entry.canEdit && !entry.local);
  return (
    <>
      <LocalNotice open={open} />
      {entry.returned ? (
        <Notice kind="problem" title={t("returned.title")}>
          {entry.returned.reason}
        </Notice>
      ) : null}
      <NewsNotice entry={entry} />
      <OthersHere others={others} />
      {asked ? <Problems entry={entry} check={check} /> : null}
      <TaskList check={check} />
      <Section title={t("draft.title")}>
        <DraftTools open={open} />
      </Section>
      {entry.canDelete ? <DeleteSection entry={entry} /> : null}
      <CustodySlot open={open} />
      <EntryFooter entry={entry} view={view} check={check} onMissing={() => setAsked(true)}>
        <SubmitSlot open={open} onMissing={() => setAsked(true)} />
      </EntryFooter>
    </>
  );
}

/** A draft begun by mistake is deleted here; afterwards the list of its round stands. */
function DeleteSection({ entry }: { readonly entry: KnownEntry }): ReactElement {
  const { t } = useTranslation("entries");
  const navigate = useNavigate();
  const language = useLanguage();
  const home = `/${language}/app/entries?round=${entry.round.code}`;
  return (
    <Section title={t("delete.section")}>
      <div className={styles.narrow}>
        <p className={styles.help}>{t("delete.lead")}</p>
        <div>
          <DeleteDraft id={entry.id} title={entry.title} onDeleted={() => void navigate(home)} />
        </div>
      </div>
    </Section>
  );
}

/** A draft that the server has not got yet, or does not want. */
function LocalNotice({ open }: { readonly open: OpenEntry }): ReactElement | null {
  const { t } = useTranslation("entries");
  const words = useRefusalWords();
  const navigate = useNavigate();
  const language = useLanguage();
  const { local, round } = open.known.entry;
  if (!local) return null;
  if (local.refusals.length === 0) return <Notice kind="waiting" title={t("local.waiting")} />;
  const discard = (): void => {
    void open.work.discard().then(() => navigate(`/${language}/app/entries?round=${round.code}`));
  };
  return (
    <Notice kind="problem" title={t("local.refused")}>
      <ul className={styles.rules}>
        {local.refusals.map((refusal) => (
          <li key={`${refusal.code} ${refusal.field}`}>{words(refusal)}</li>
        ))}
      </ul>
      <p>{t("local.kept")}</p>
      <Button variant="default" onClick={discard}>
        {t("local.discard")}
      </Button>
    </Notice>
  );
}
