import type { AnswerValue, FormField } from "@isonga/schema/entry-form";
import { type ReactElement, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { type EntryCheck, frozenNow, requiredNow } from "../../../lib/entries/entry-check.ts";
import type { Base, EntryView } from "../../../lib/entries/entry-view.ts";
import { FieldControl } from "../../../lib/entries/fields/field-control.tsx";
import { describing, FieldFrame } from "../../../lib/entries/fields/field-frame.tsx";
import { WordCount } from "../../../lib/entries/fields/word-count.tsx";
import type { KnownEntry, UnsentItems } from "../../../lib/entries/known-entry.ts";
import { useAnswerWords } from "../../../lib/entries/use-answer-words.ts";
import { useDraftValue } from "../../../lib/entries/use-draft-value.ts";
import type { EntryWork } from "../../../lib/entries/use-entry.ts";
import type { Other } from "../../../lib/entries/use-presence.ts";
import { controlId } from "../../../lib/refusals/form-problems.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ConflictChoice } from "./conflict-choice.tsx";
import { EvidenceSlot } from "./evidence-slot.tsx";
import { NewMark } from "./new-mark.tsx";
import { OthersHere } from "./others-here.tsx";
import { ReturnedHere } from "./returned-here.tsx";
import { SavedMark } from "./saved-mark.tsx";

/** What a row of the editor needs: the entry as it stands on this device, and how it is written. */
export type EditorRow = {
  readonly entry: KnownEntry;
  readonly view: EntryView;
  readonly check: EntryCheck;
  readonly unsent: UnsentItems;
  readonly work: EntryWork;
  readonly others: readonly Other[];
  readonly enter: (field: string) => void;
  /** Problems are shown once somebody has asked what is missing. */
  readonly showProblems: boolean;
};

/** One question with its control, the count of its words, its state of saving, and a choice where two authors met. */
export function FieldRow({ field, ...row }: EditorRow & { readonly field: FormField }): ReactElement {
  const { entry, view, check, work } = row;
  const name = `answer ${field.key}` as const;
  const id = controlId(field.key);
  const unsent = row.unsent[name];
  const frozen = frozenNow(field, check);
  const write = useCallback((value: AnswerValue, base: Base) => work.write(name, value, base), [work.write, name]);
  const note = useCallback((value: AnswerValue, base: Base) => work.note(name, value, base), [work.note, name]);
  const base = useCallback(() => work.base(name), [work.base, name]);
  const draft = useDraftValue({ value: view.answers[field.key], base, note, write });
  const words = useAnswerWords(entry.instrument);
  const problems = useProblems(row, field.key);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the author is, for the others who write
    <div onFocus={() => row.enter(field.key)}>
      <FieldFrame
        id={id}
        field={field}
        required={requiredNow(field, check)}
        mark={<NewMark entry={entry} field={field.key} />}
        before={<ReturnedHere entry={entry} field={field.key} />}
        foot={<Foot row={row} field={field} value={draft.value} problems={problems} frozen={frozen} />}
      >
        {field.kind === "EVIDENCE" ? (
          <EvidenceSlot entry={entry} onChange={work.reload} field={field.key} readOnly={!entry.canEdit || frozen} />
        ) : (
          <FieldControl
            id={id}
            field={field}
            value={draft.value}
            onChange={draft.change}
            onDone={draft.flush}
            disabled={!entry.canEdit || frozen}
            describedBy={describing(id)}
            invalid={unsent !== undefined || problems.length > 0}
            language={entry.language}
            affairs={entry.instrument.affairs}
          />
        )}
        {unsent ? (
          <ConflictChoice unsent={unsent} write={(value) => words(field, value)} settle={(mine) => work.settle(name, mine)} />
        ) : null}
      </FieldFrame>
    </div>
  );
}

function Foot(props: {
  readonly row: Omit<EditorRow, "field">;
  readonly field: FormField;
  readonly value: AnswerValue | undefined;
  readonly problems: readonly string[];
  readonly frozen: boolean;
}): ReactElement {
  const { t } = useTranslation("entries");
  const { row, field } = props;
  return (
    <>
      <WordCount field={field} value={props.value} />
      {props.problems.map((problem) => (
        <span key={problem} data-kind="problem">
          {problem}
        </span>
      ))}
      {props.frozen && row.entry.canEdit ? <span>{t("field.frozen", { day: field.frozenAfter })}</span> : null}
      <OthersHere others={row.others.filter((other) => other.field === field.key)} />
      <SavedMark state={row.view.states[`answer ${field.key}`]} />
    </>
  );
}

/** The problems of a field, in words: once asked for, or at once where it was sent back. */
export function useProblems(row: Pick<EditorRow, "check" | "showProblems">, field: string): readonly string[] {
  const words = useRefusalWords();
  const found = row.showProblems ? row.check.problems : row.check.broken;
  return found.filter((problem) => problem.field === field).map(words);
}
