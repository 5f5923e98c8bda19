import type { OutboxView } from "../../offline/outbox.ts";
import { COMPARE_KIND, type CompareVariables, entriesOf } from "../card-acts.ts";
import { type CardView, viewOfCard } from "../card-view.ts";
import type { KeptCard, KnownComparison, KnownQueue, KnownQueueItem } from "../known-card.ts";
import { answered } from "./answered.ts";

/** An entry of the queue as it stands on this device. */
export type QueueLine = KnownQueueItem & {
  /** Something of it has not reached the server. */
  readonly waits: boolean;
  /** It waits for a choice of the judge's: it met something else, or the server does not take it. */
  readonly needsChoice: boolean;
};

/** A queue with everything that waits on this device laid over it. */
export type QueueView = {
  readonly lines: readonly QueueLine[];
  readonly comparisons: readonly (KnownComparison & { readonly waits: boolean })[];
  readonly done: number;
  readonly total: number;
};

/** What this device knows beside the queue. */
export type Known = { readonly cards: ReadonlyMap<string, KeptCard>; readonly outbox: OutboxView };

/** The queue as its judge has left it, also without a network: signed is signed, and what is put off goes last. */
export function viewOfQueue(queue: KnownQueue, { cards, outbox }: Known): QueueView {
  const lines = queue.items
    .map((item) => lineOf(item, cards.get(item.id), outbox))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.position - b.position);
  const comparisons = queue.comparisons.map((comparison) => pairOf(comparison, outbox));
  const mine = lines.filter(({ state }) => state !== "STOPPED");
  const pairwise = queue.rubric.mode === "PAIRWISE";
  return {
    lines,
    comparisons,
    done: pairwise ? comparisons.filter(({ winner }) => winner !== null).length : mine.filter(({ state }) => state === "SIGNED").length,
    total: pairwise ? comparisons.length : mine.length,
  };
}

/** The entry before and after in the queue; null at its ends. */
export function neighbours(
  lines: readonly QueueLine[],
  id: string,
): { readonly place: number; readonly before: string | null; readonly after: string | null } {
  const open = lines.filter(({ state }) => state !== "STOPPED");
  const at = open.findIndex((line) => line.id === id);
  return { place: at + 1, before: open[at - 1]?.id ?? null, after: at < 0 ? null : (open[at + 1]?.id ?? null) };
}

/** What is judged after this one: the next that is not signed, from here on and then from the beginning, those put off last. Null: all done. */
export function nextToJudge(lines: readonly QueueLine[], id: string): string | null {
  const at = lines.findIndex((line) => line.id === id);
  const round = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))];
  const left = round.filter((line) => line.id !== id && (line.state === "TODO" || line.state === "DRAFT"));
  return (left[0] ?? round.find((line) => line.id !== id && line.state === "SKIPPED"))?.id ?? null;
}

function pairOf(known: KnownComparison, outbox: OutboxView): KnownComparison & { readonly waits: boolean } {
  const heard = answered.get(known.id);
  const comparison = heard && heard.version > known.version ? { ...known, ...heard } : known;
  const act = outbox.acts.findLast(
    ({ kind, variables }) => kind === COMPARE_KIND && (variables as CompareVariables).comparisonId === known.id,
  );
  return act ? { ...comparison, winner: (act.variables as CompareVariables).winner, waits: true } : { ...comparison, waits: false };
}

function lineOf(item: KnownQueueItem, kept: KeptCard | undefined, outbox: OutboxView): QueueLine {
  if (!kept || item.state === "STOPPED") return { ...item, waits: false, needsChoice: kept?.stuck != null };
  const view = viewOfCard(kept, outbox, true);
  const needsChoice = kept.stuck !== null || kept.unsigned.length > 0 || Object.keys(kept.conflicts).length > 0;
  return { ...item, state: stateOf(item, view), waits: view.unsent, needsChoice };
}

/** What the card itself knows is newer than a queue that was read before it, but for a card that the chair has opened since. */
function stateOf(item: KnownQueueItem, view: CardView): string {
  if (view.recused) return "STOPPED";
  if (view.signed === "waiting" || (view.signed === "yes" && item.askedAgain === null)) return "SIGNED";
  if (item.state === "SIGNED") return item.state;
  if (view.skipped) return "SKIPPED";
  const isBegun = entriesOf(view.items).some(([, { value, comment }]) => value !== null || comment !== "");
  if (isBegun) return "DRAFT";
  return view.unsent ? "TODO" : item.state;
}

function rankOf({ state, calibration }: QueueLine): number {
  if (state === "STOPPED") return 3;
  if (calibration) return 0;
  return state === "SKIPPED" ? 2 : 1;
}
