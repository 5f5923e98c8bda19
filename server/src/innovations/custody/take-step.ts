import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import type { Entry } from "../entries/entry.entity.ts";
import type { EntryAct, EntryState } from "../entries/entry-states.ts";

/** Why one field of an entry is sent back: its key or the indicator's code. */
export type FieldReason = { readonly field: string; readonly reason: string };

/** One step of one entry. Who may take it was asked before: {@link takeStep} only holds the order of states. */
export type Step = {
  readonly entry: Entry;
  readonly act: EntryAct;
  readonly reason?: string | null;
  readonly fieldReasons?: readonly FieldReason[];
  /** The person for whom it is done, who is away. */
  readonly forId?: string | null;
  readonly inGrace?: boolean;
};

/** What is told rightwards of each step, as `entry.stepped`. */
export type SteppedEntry = { readonly entryId: string; readonly act: EntryAct; readonly from: EntryState; readonly to: EntryState };

/** Takes a step of custody, writes it into the entry's history and tells of it. Refuses WRONG_STATE. Call inside a transaction. */
export async function takeStep(ctx: Context, step: Step): Promise<void> {
  await takeSteps(ctx, [step]);
}

/** Takes a step of each of these entries, all or none, in a handful of statements. */
export async function takeSteps(ctx: Context, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const at = ctx.now();
  const events = steps.map(({ entry, act, reason, fieldReasons = [], forId = null, inGrace = false }) => {
    const from = entry.step(act, at);
    if (act === "submit") entry.inGrace = inGrace;
    const event = { id: ctx.newId(), entry_id: entry.id, act, from_state: from, to_state: entry.state, for_id: forId };
    return { ...event, reason: reason || null, field_reasons: fieldReasons, in_grace: inGrace };
  });
  await ctx.em.flush();
  await sql`insert into entry_event (id, entry_id, act, from_state, to_state, by_id, for_id, at, reason, field_reasons, in_grace)
    select id, entry_id, act, from_state, to_state, ${ctx.actor.id}::uuid, for_id, ${at}::timestamptz, reason, field_reasons, in_grace
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id uuid, entry_id uuid, act text, from_state text, to_state text, for_id uuid,
      reason text, field_reasons jsonb, in_grace boolean)`.execute(ctx.db);
  const told = events.map(({ entry_id, act, from_state, to_state }) => ({ entryId: entry_id, act, from: from_state, to: to_state }));
  await emit(ctx, { type: "entry.stepped", payload: { byId: ctx.actor.id, steps: told satisfies readonly SteppedEntry[] } });
}
