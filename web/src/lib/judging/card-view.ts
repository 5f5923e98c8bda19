import type { OutboxView } from "../offline/outbox.ts";
import { CARD_KINDS, entityOfCard, entriesOf, type SaveVariables, type SignVariables, type SkipVariables } from "./card-acts.ts";
import type { Conflict, ItemName, Items, KeptCard, KnownItem, OwnStep, VerdictDraft, Written } from "./known-card.ts";

/** The honest state of what was written. */
export type Saving = "saved" | "saving" | "waiting" | "failed";

/** A card with everything that waits on this device laid over what the server has. */
export type CardView = {
  readonly items: Items<Written>;
  /** Of those that are anything but saved. */
  readonly states: Items<"saving" | "waiting" | "conflict">;
  readonly saving: Saving;
  /** Signed, here or by the server; `waiting`: the signature has not reached the server. */
  readonly signed: "no" | "waiting" | "yes";
  readonly outcome: string | null;
  readonly failReasons: readonly string[];
  readonly abstainReason: string | null;
  readonly skipped: boolean;
  readonly recused: boolean;
  /** Whether something waits, or lies here that the server does not have. */
  readonly unsent: boolean;
};

/** Lays what waits, and what met something else, over what the server has. */
export function viewOfCard(kept: KeptCard, outbox: OutboxView, online: boolean): CardView {
  const { card } = kept;
  const acts = outbox.acts.filter((act) => act.entity === entityOfCard(card.id) && CARD_KINDS.includes(act.kind));
  const items: { [name in ItemName]?: Written } = { ...card.items };
  const states: { [name in ItemName]?: "saving" | "waiting" | "conflict" } = {};
  let [skipped, recused] = [card.skipped, false];
  let sign: SignVariables | null = null;
  for (const act of acts) {
    if (act.kind === "judgeSign") sign = act.variables as SignVariables;
    if (act.kind === "judgeSkip") skipped = (act.variables as SkipVariables).skip;
    if (act.kind === "judgeRecuse") recused = true;
    if (act.kind !== "judgeSave") continue;
    skipped = false;
    for (const [name, { value, comment }] of entriesOf((act.variables as SaveVariables).items)) {
      items[name] = { value, comment };
      states[name] = online || outbox.sending.includes(act.key) ? "saving" : "waiting";
    }
  }
  for (const [name, conflict] of entriesOf<Conflict>(kept.conflicts)) {
    items[name] = conflict.mine;
    states[name] = "conflict";
  }
  const failed = Object.values(states).includes("conflict") || kept.stuck !== null;
  return {
    items,
    states,
    saving: failed ? "failed" : acts.length === 0 ? "saved" : online ? "saving" : "waiting",
    signed: card.state === "SIGNED" ? "yes" : sign ? "waiting" : "no",
    outcome: sign?.outcome ?? card.outcome,
    failReasons: sign?.failReasons ?? card.failReasons,
    abstainReason: sign?.abstainReason ?? card.abstainReason,
    skipped,
    recused,
    unsent: acts.length > 0 || failed,
  };
}

/** The version an item has for whoever writes on it now: the server's last, or what the last waiting act was made from. */
export function versionOf(kept: KeptCard, name: ItemName, outbox: OutboxView): number {
  const waiting = outbox.acts.findLast(
    (act) => act.entity === entityOfCard(kept.card.id) && act.kind === "judgeSave" && (act.variables as SaveVariables).items[name],
  );
  const known = kept.card.items[name]?.version ?? 0;
  return waiting ? ((waiting.variables as SaveVariables).items[name]?.version ?? known) : known;
}

/** Where this device's own steps have brought a version: what stands there is one's own. */
export function currentVersion(steps: readonly OwnStep[] | undefined, version: number): number {
  let now = version;
  for (const { from, to } of steps ?? []) if (from === now) now = to;
  return now;
}

/** The verdict as it is meant now: signed, or kept until it is. */
export function verdictOf(kept: KeptCard, view: CardView): VerdictDraft {
  if (view.signed === "no") return kept.draft ?? { verdict: null, failReasons: [] };
  const verdict = view.outcome === "PASS" || view.outcome === "FAIL" ? view.outcome : null;
  return { verdict, failReasons: view.failReasons };
}

/** Whether two items say the same. */
export function sameItem(one: Written | undefined, other: Written | undefined): boolean {
  return (one?.value ?? null) === (other?.value ?? null) && (one?.comment.trim() ?? "") === (other?.comment.trim() ?? "");
}

/** An item that nobody has written yet. */
export const NO_ITEM: KnownItem = { value: null, comment: "", version: 0 };
