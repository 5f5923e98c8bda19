import type { JudgedSheetFragment, WrittenCardFragment } from "../../gql/graphql.ts";
import { entriesOf } from "./card-acts.ts";
import { sameItem } from "./card-view.ts";
import type { Conflict, ItemName, Items, KnownCard, KnownEntrySheet, KnownItem } from "./known-card.ts";
import { plain } from "./rubric/scale.ts";

type Notes = WrittenCardFragment["notes"];
type Marks = WrittenCardFragment["marks"];

/** Where a card's entry and stage come from: the answer itself, or what the device knew before. */
export type CardRest = Pick<KnownCard, "entry" | "stageId">;

/** A card as the device keeps it. */
export function toKnownCard(card: WrittenCardFragment, { entry, stageId }: CardRest): KnownCard {
  return {
    id: card.assignmentId,
    stageId,
    entry,
    state: card.state,
    version: card.cardVersion,
    skipped: card.skipped,
    items: itemsOf(card.marks, card.notes),
    outcome: card.outcome ?? null,
    failReasons: card.failReasons,
    abstainReason: card.abstainReason ?? null,
    signedAt: card.signedAt ?? null,
    inGrace: card.inGrace,
    fromPaper: card.fromPaper,
    askedAgain: card.askedAgain ?? null,
    calibration: card.calibration,
    others: card.others?.map(({ commentToPanel, ...other }) => ({ ...other, comment: commentToPanel ?? null })) ?? null,
    can: card.viewerCan,
  };
}

/** An entry as the device keeps it. */
export function toSheet({ sections, ...entry }: JudgedSheetFragment): KnownEntrySheet {
  return {
    ...entry,
    sections: sections.map(({ fields, evidence, ...section }) => ({
      ...section,
      fields: fields.map(({ text, ...field }) => ({ ...field, value: text })),
      evidence: evidence.map(({ neutralName, ...piece }) => ({ ...piece, name: neutralName })),
    })),
  };
}

/** Marks of what is sent. */
export function toMarks(items: Items<KnownItem>) {
  return entriesOf(items).flatMap(([name, { value, comment, version }]) =>
    name.startsWith("mark ") ? [{ criterion: name.slice(5), value, comment: orNull(comment), version }] : [],
  );
}

/** Texts of what is sent; null when there are none. */
export function toNotes(items: Items<KnownItem>) {
  const note = (item: KnownItem | undefined) => (item ? { text: orNull(item.comment), version: item.version } : null);
  const [privateNote, commentToApplicant, commentToPanel] = [
    note(items["note PRIVATE"]),
    note(items["note TO_APPLICANT"]),
    note(items["note TO_PANEL"]),
  ];
  return privateNote || commentToApplicant || commentToPanel ? { privateNote, commentToApplicant, commentToPanel } : null;
}

/** What saving and signing answer of things that were changed elsewhere. */
export type Met = { readonly conflicts?: Marks | null; readonly notesConflict?: Notes | null };

/** What of the sent things met something else; what says the same on both sides is none. */
export function conflictsIn(sent: Items<KnownItem>, answer: Met): Items<Conflict> {
  const theirs = itemsOf(answer.conflicts ?? [], answer.notesConflict ?? null);
  const found: { [name in ItemName]?: Conflict } = {};
  for (const [name, mine] of entriesOf(sent)) {
    const other = theirs[name];
    const met = other && other.version !== mine.version && !sameItem(mine, other);
    if (met) found[name] = { mine: { value: mine.value, comment: mine.comment }, theirs: other };
  }
  return found;
}

function itemsOf(marks: Marks, notes: Notes | null): Items<KnownItem> {
  const items: { [name in ItemName]?: KnownItem } = {};
  for (const { criterion, value, comment, version } of marks)
    items[`mark ${criterion}`] = { value: value == null ? null : plain(value), comment: comment ?? "", version };
  if (!notes) return items;
  items["note PRIVATE"] = { value: null, comment: notes.privateNote ?? "", version: notes.privateVersion };
  items["note TO_APPLICANT"] = { value: null, comment: notes.commentToApplicant ?? "", version: notes.applicantVersion };
  items["note TO_PANEL"] = { value: null, comment: notes.commentToPanel ?? "", version: notes.panelVersion };
  return items;
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
