import { shownFields } from "@isonga/schema/entry-answers";
import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import { EntrySheet } from "../../lib/entries/entry-sheet.tsx";
import { rowsOf } from "../../lib/entries/known-entry.ts";
import { usePresence } from "../../lib/entries/use-presence.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { SubmitSlot } from "./custody-slot.tsx";
import { ClaimRow } from "./editor/claim-row.tsx";
import { type EditorRow, FieldRow } from "./editor/field-row.tsx";
import { OthersHere } from "./editor/others-here.tsx";
import styles from "./entries.module.css";
import { EntryFooter } from "./entry-footer.tsx";
import { EntryFrame, type OpenEntry } from "./entry-frame.tsx";
import { Problems } from "./problems.tsx";

/** One task of an entry: its questions or rows on one screen, saved as they are written. */
export function Component(): ReactElement {
  const { task: code = "" } = useParams();
  const format = useFormat();
  const titleOf = ({ check }: OpenEntry) => format.text(check.form.tasks.find((task) => task.code === code)?.title) || code;
  return <EntryFrame title={titleOf}>{(open) => <Task key={code} open={open} code={code} />}</EntryFrame>;
}

function Task({ open, code }: { readonly open: OpenEntry; readonly code: string }): ReactElement {
  const { t } = useTranslation("entries");
  const format = useFormat();
  const { known, view, check, work } = open;
  const { entry } = known;
  const { others, enter } = usePresence(entry.id, entry.canEdit && !entry.local);
  const task = check.form.tasks.find((candidate) => candidate.code === code);
  const fromSummary = useTarget();
  const [asked, setAsked] = useState(fromSummary);
  if (!task) return <EmptyState what={t("tasks.gone")} />;
  const fields = shownFields(task, { form: check.form, ...check.facts });
  if (task.last) return <Review open={open} />;
  const row: EditorRow = { entry, view, check, unsent: known.unsent, work, others, enter, showProblems: asked };
  const help = format.text(task.help);
  return (
    <>
      {help === "" ? null : <p className={styles.help}>{help}</p>}
      <OthersHere others={others.filter(({ field }) => field === null)} />
      <div className={styles.form}>
        {fields.map((field) => (
          <FieldRow key={field.key} {...row} field={field} />
        ))}
        {rowsOf(entry.instrument, task).map((indicator) => (
          <ClaimRow key={indicator.code} {...row} indicator={indicator} />
        ))}
      </div>
      <EntryFooter entry={entry} view={view} check={check} onMissing={() => setAsked(true)}>
        <Onward open={open} code={code} />
      </EntryFooter>
    </>
  );
}

/** The last task: everything once more on one page, what is missing, and the handing in. */
function Review({ open }: { readonly open: OpenEntry }): ReactElement {
  const { known, view, check } = open;
  const { entry } = known;
  const filled = { ...view, language: entry.language, copied: entry.copied };
  return (
    <>
      <Problems entry={entry} check={check} />
      <EntrySheet form={entry.form} instrument={entry.instrument} filled={filled} />
      <EntryFooter entry={entry} view={view} check={check} onMissing={() => globalThis.scrollTo({ top: 0 })}>
        <SubmitSlot open={open} onMissing={() => globalThis.scrollTo({ top: 0 })} />
      </EntryFooter>
    </>
  );
}

/** To the next task, and from the last one back to the list. */
function Onward({ open, code }: { readonly open: OpenEntry; readonly code: string }): ReactElement {
  const { t } = useTranslation("entries");
  const language = useLanguage();
  const { tasks } = open.check.form;
  const next = tasks[tasks.findIndex((task) => task.code === code) + 1];
  const goes = next && open.check.tasks[next.code] !== "CANNOT_START";
  const home = `/${language}/app/entries/${open.known.entry.id}`;
  return (
    <Button component={Link} to={goes ? `${home}/${next.code}` : home}>
      {t(goes ? "tasks.next" : "tasks.back")}
    </Button>
  );
}

/** Goes to the field that the address names, once it is there. True where it names one: its problem is to be mended. */
function useTarget(): boolean {
  const { hash } = useLocation();
  useEffect(() => {
    const target = hash === "" ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  }, [hash]);
  return hash !== "";
}
