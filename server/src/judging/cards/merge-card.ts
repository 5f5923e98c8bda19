import { LIMITS } from "@isonga/schema/limits";
import { isMark } from "@isonga/schema/scorecard";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { type Criterion, decimalText } from "../../programmes/jury-instrument.ts";
import type { CardRow } from "../desk/card-rows.ts";
import type { CardMark, CardNotes } from "../desk/judging-card.type.ts";
import type { MarkInput, NoteInput, NotesInput } from "./card.inputs.ts";

/** What becomes of what a judge sent: what is written, what was changed elsewhere meanwhile, and the card as it then stands. */
export type MergedCard = {
  /** Marks to write, with the version they then have. */
  readonly changed: readonly CardMark[];
  /** Marks as they stand that somebody — the judge on another device — changed since the sender saw them. */
  readonly conflicts: readonly CardMark[];
  readonly marks: readonly CardMark[];
  readonly notes: CardNotes;
  readonly notesChanged: boolean;
  readonly notesConflict: boolean;
};

type Sent = { readonly marks: readonly MarkInput[]; readonly notes?: NotesInput | null | undefined };

/**
 * Merges what was sent into the card mark by mark: one that says the same as is there stays; one made from an older version than is there is a
 * conflict and changes nothing. Refuses UNKNOWN_REFERENCE, INVALID_VALUE for a mark that the scale does not have or a comment where none belongs,
 * TOO_LONG.
 */
export function mergeCard(criteria: readonly Criterion[], row: CardRow, sent: Sent): MergedCard {
  refuseAll(markProblems(criteria, sent.marks));
  const stored = new Map(row.marks.map((mark) => [mark.criterion, mark]));
  const merged = new Map(stored);
  const changed: CardMark[] = [];
  const conflicts: CardMark[] = [];
  for (const { criterion, version, ...said } of new Map(sent.marks.map((mark) => [mark.criterion, mark])).values()) {
    const [value, comment] = [said.value ?? null, textOf(said.comment)];
    const there = stored.get(criterion);
    if (sameValue(there?.value ?? null, value) && (there?.comment ?? null) === comment) continue;
    if ((there?.version ?? 0) !== version) {
      conflicts.push(there ?? { criterion, value: null, comment: null, version: 0 });
      continue;
    }
    const mark = { criterion, value, comment, version: version + 1 };
    changed.push(mark);
    merged.set(criterion, mark);
  }
  return { changed, conflicts, marks: [...merged.values()], ...mergeNotes(row, sent.notes ?? null) };
}

/** What is wrong with marks, by the rubric. */
export function markProblems(criteria: readonly Criterion[], marks: readonly MarkInput[]): readonly Refusal[] {
  return marks.flatMap((mark) => problemOf(criteria, mark) ?? []);
}

function mergeNotes(row: CardRow, sent: NotesInput | null): Pick<MergedCard, "notes" | "notesChanged" | "notesConflict"> {
  const ownNote = mergeNote("privateNote", [row.privateNote, row.privateVersion], sent?.privateNote);
  const applicant = mergeNote("commentToApplicant", [row.commentToApplicant, row.applicantVersion], sent?.commentToApplicant);
  const panel = mergeNote("commentToPanel", [row.commentToPanel, row.panelVersion], sent?.commentToPanel);
  return {
    notes: {
      privateNote: ownNote.text,
      privateVersion: ownNote.version,
      commentToApplicant: applicant.text,
      applicantVersion: applicant.version,
      commentToPanel: panel.text,
      panelVersion: panel.version,
    },
    notesChanged: ownNote.changed || applicant.changed || panel.changed,
    notesConflict: ownNote.conflict || applicant.conflict || panel.conflict,
  };
}

type Note = { readonly text: string | null; readonly version: number; readonly changed: boolean; readonly conflict: boolean };

function mergeNote(field: string, [there, version]: readonly [string | null, number], sent: NoteInput | null | undefined): Note {
  const text = textOf(sent?.text);
  if (text !== null && text.length > LIMITS.descriptionLength)
    throw new Refusal("TOO_LONG", { field: `notes.${field}`, values: { max: LIMITS.descriptionLength } });
  if (!sent || text === there) return { text: there, version, changed: false, conflict: false };
  if (sent.version !== version) return { text: there, version, changed: false, conflict: true };
  return { text, version: version + 1, changed: true, conflict: false };
}

function problemOf(criteria: readonly Criterion[], { criterion: code, value, comment }: MarkInput): Refusal | null {
  const criterion = criteria.find((candidate) => candidate.code === code);
  if (!criterion) return new Refusal("UNKNOWN_REFERENCE", { field: "marks", values: { value: code.slice(0, 60) } });
  const { min, max, step } = criterion;
  const scale = { min: decimalText(min), max: decimalText(max), step: decimalText(step) };
  if (value !== null && value !== undefined && !isMark(scale, value))
    return new Refusal("NOT_ON_SCALE", { field: `marks.${code}`, values: { ...scale, value } });
  const said = textOf(comment);
  if (said !== null && criterion.comment === "OFF") return new Refusal("INVALID_VALUE", { field: `comments.${code}`, values: {} });
  if (said !== null && said.length > LIMITS.reasonLength)
    return new Refusal("TOO_LONG", { field: `comments.${code}`, values: { max: LIMITS.reasonLength } });
  return null;
}

function textOf(text: string | null | undefined): string | null {
  const plain = text?.replaceAll("\u0000", "").trim() ?? "";
  return plain === "" ? null : plain;
}

function sameValue(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : plainDecimal(one) === plainDecimal(other);
}

/** A decimal without needless zeros: `07.50` and `7.5` are one mark. */
export function plainDecimal(text: string): string {
  const [whole = "0", rest = ""] = text.replace(/^-/, "").split(".");
  const digits = rest.replace(/0+$/, "");
  return `${text.startsWith("-") ? "-" : ""}${whole.replace(/^0+(?=\d)/, "")}${digits && `.${digits}`}`;
}
