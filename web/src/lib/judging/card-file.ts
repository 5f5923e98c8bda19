import { entriesOf } from "./card-acts.ts";
import type { CardView } from "./card-view.ts";
import type { KnownCard } from "./known-card.ts";

/** A card as a file, for what the platform does not take any more: nothing that a judge wrote is lost. */
export function cardFile(card: KnownCard, view: CardView, at: Date): string {
  const marks = entriesOf(view.items).filter(([name]) => name.startsWith("mark "));
  const notes = entriesOf(view.items).filter(([name]) => name.startsWith("note "));
  return JSON.stringify(
    {
      isonga: "scorecard",
      version: 1,
      reference: card.entry.reference,
      assignmentId: card.id,
      writtenAt: at.toISOString(),
      outcome: view.outcome,
      failReasons: view.failReasons,
      abstainReason: view.abstainReason,
      marks: Object.fromEntries(marks.map(([name, { value, comment }]) => [name.slice("mark ".length), { value, comment }])),
      notes: Object.fromEntries(notes.map(([name, { comment }]) => [name.slice("note ".length), comment])),
    },
    null,
    2,
  );
}
