import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { actsFor } from "../../kernel/actor.ts";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import type { Entry } from "../entries/entry.entity.ts";
import { type EntryFacts, entryPolicy } from "../entries/entry.policy.ts";
import type { EntryAct } from "../entries/entry-states.ts";
import { loadEntryFor } from "../entries/load-entry.ts";
import { custodyPolicy } from "./custody.policy.ts";
import { type FieldReason, takeStep } from "./take-step.ts";

/** An entry as its actor saw it. */
export type SeenEntry = { readonly id: string; readonly version: number };

/** An entry that its actor may take a step of now, and for whom they do it. */
export type ReadyEntry = { readonly entry: Entry; readonly facts: EntryFacts; readonly forId: string | null };

/**
 * The entry, locked, for a step that the actor may take. Refuses NOT_FOUND, FORBIDDEN to who may never take it, WRONG_STATE with the state to
 * who came too late (somebody else was first, or the round is published), STALE_VERSION when it is not what they saw.
 */
export async function loadForAct(ctx: Context, seen: SeenEntry, act: EntryAct): Promise<ReadyEntry> {
  const { entry, facts } = await loadEntryFor(ctx, checkedId(seen.id), (found) => custodyPolicy.mayEver(ctx.actor, found, act));
  refuseClosedRound(await roundStateOf(ctx, entry.roundId));
  refuseAct(ctx, facts, act);
  if (entry.version !== seen.version) throw new Refusal("STALE_VERSION", { field: "version" });
  return { entry, facts, forId: actsFor(ctx.actor, (actor) => entryPolicy.act(actor, facts, act)) };
}

/** Throws WRONG_STATE where the step does not begin in the entry's state, FORBIDDEN where it does, but not for this actor. */
export function refuseAct(ctx: Context, facts: EntryFacts, act: EntryAct): void {
  if (entryPolicy.act(ctx.actor, facts, act)) return;
  if (custodyPolicy.mayEver(ctx.actor, facts, act)) throw new Refusal("WRONG_STATE", { field: "state", values: { state: facts.state } });
  throw new Refusal("FORBIDDEN");
}

/** Nothing moves in a round that is not open yet, nor in one whose results are out. */
export function refuseClosedRound(state: RoundState): void {
  if (state !== "OPEN" && state !== "DECIDING") throw new Refusal("WRONG_STATE", { field: "round", values: { state } });
}

/** The state of a round; it stays so until this transaction ends. */
export async function roundStateOf(ctx: Context, roundId: string): Promise<RoundState> {
  const { rows } = await sql<{ state: RoundState }>`select state from round where id = ${roundId}::uuid for share`.execute(ctx.db);
  return rows[0]?.state ?? "DRAFT";
}

/** A step that needs nothing but the right to take it: what most acts are. Answers the entry's id. */
export async function actOnEntry(
  ctx: Context,
  seen: SeenEntry,
  step: { readonly act: EntryAct; readonly reason?: string | null; readonly fieldReasons?: readonly FieldReason[] },
): Promise<{ readonly entryId: string }> {
  const { entry, forId } = await loadForAct(ctx, seen, step.act);
  if (step.reason) await becauseOf(ctx, step.reason);
  await takeStep(ctx, { entry, forId, ...step });
  return { entryId: entry.id };
}

/** A reason, trimmed. Refuses TOO_LONG, and REASON_REQUIRED where there must be one. */
export function cleanReason(reason: string | null | undefined, { required }: { readonly required: boolean }): string {
  const text = reason?.trim() ?? "";
  if (required && text === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  if (text.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  return text;
}
