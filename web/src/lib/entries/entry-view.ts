import type { Answers, AnswerValue, ClaimFacts } from "@isonga/schema/entry-form";
import type { OutboxView } from "../offline/outbox.ts";
import { entityOf, fieldOf, isClaim, SAVE_KINDS, type SaveItem } from "./entry-acts.ts";
import type { ItemName, KnownEntry, Unsent, UnsentItems } from "./known-entry.ts";

/** The honest state of one answer or claim. */
export type ItemState = "saved" | "saving" | "waiting" | "conflict" | "refused";

/** An entry with everything that waits on this device laid over what the server has. */
export type EntryView = {
  readonly answers: Answers;
  readonly claims: Readonly<Record<string, ClaimFacts>>;
  /** Of those that are anything but saved. */
  readonly states: { readonly [name in ItemName]?: Exclude<ItemState, "saved"> };
  /** The one state of saving that the footer says. */
  readonly saving: "saved" | "saving" | "waiting" | "failed";
};

/** What an answer or a claim is based on: the version seen, or the own act it was written on top of. */
export type Base = { readonly version: number; readonly after: string | null };

/** Lays what waits, and what could not be sent, over what the server has. */
export function viewOf(entry: KnownEntry, outbox: OutboxView, more: { readonly unsent: UnsentItems; readonly online: boolean }): EntryView {
  const answers: Record<string, AnswerValue> = {};
  const claims: Record<string, ClaimFacts> = {};
  const states: { [name in ItemName]?: Exclude<ItemState, "saved"> } = {};
  for (const [field, item] of Object.entries(entry.answers)) answers[field] = item.value;
  for (const [code, item] of Object.entries(entry.claims)) claims[code] = { claimed: item.value, evidence: entry.evidence[code] ?? 0 };
  const put = (name: ItemName, value: AnswerValue): void => {
    const key = fieldOf(name);
    if (!isClaim(name)) answers[key] = value;
    else claims[key] = { claimed: Number(value), evidence: entry.evidence[key] ?? 0 };
  };
  for (const act of waitingOf(entry.id, outbox)) {
    const item = act.variables as SaveItem;
    put(item.name, item.value);
    states[item.name] = more.online || outbox.sending.includes(act.key) ? "saving" : "waiting";
  }
  for (const [name, unsent] of Object.entries(more.unsent) as [ItemName, Unsent][]) {
    put(name, unsent.mine);
    states[name] = unsent.why;
  }
  return { answers, claims, states, saving: overall(Object.values(states), entry, { outbox, online: more.online }) };
}

/** What somebody who writes now writes on top of. */
export function baseOf(entry: KnownEntry, name: ItemName, outbox: OutboxView): Base {
  const version = versionOf(entry, name);
  const mine = waitingOf(entry.id, outbox).findLast((act) => (act.variables as SaveItem).name === name);
  return { version, after: mine?.key ?? null };
}

/** The version of an answer or a claim that the server told last. */
export function versionOf(entry: KnownEntry, name: ItemName): number {
  return (isClaim(name) ? entry.claims : entry.answers)[fieldOf(name)]?.version ?? 0;
}

function waitingOf(entryId: string, outbox: OutboxView) {
  return outbox.acts.filter((act) => act.entity === entityOf(entryId) && SAVE_KINDS.includes(act.kind));
}

function overall(
  states: readonly (string | undefined)[],
  entry: KnownEntry,
  { outbox, online }: { readonly outbox: OutboxView; readonly online: boolean },
): EntryView["saving"] {
  if (states.some((state) => state === "conflict" || state === "refused") || (entry.local?.refusals.length ?? 0) > 0) return "failed";
  const waits = outbox.acts.some((act) => act.entity === entityOf(entry.id));
  if (!waits) return "saved";
  return online ? "saving" : "waiting";
}
