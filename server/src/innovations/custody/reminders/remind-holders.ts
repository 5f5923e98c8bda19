import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { holderOf } from "../../entries/entry-states.ts";
import { type BulkEntry, outcomeOf } from "../acts/bulk-outcome.ts";
import type { BulkCustodyPayload, BulkOutcome } from "../custody.inputs.ts";
import { custodyPolicy } from "../custody.policy.ts";
import { refuseClosedRound, type SeenEntry } from "../load-for-act.ts";
import { type Holder, holdersOf } from "./holders.ts";
import { writeEntryLetters } from "./write-entry-letters.ts";

export type Reminding = {
  readonly seen: readonly SeenEntry[];
  readonly found: ReadonlyMap<string, BulkEntry>;
  readonly note: string | null;
  readonly dryRun: boolean;
};

/**
 * Writes to whoever holds these entries, one letter a person, with the reminder's name and note; not to oneself, and of one entry not twice a
 * day (ALREADY_REMINDED). NOBODY_TO_REMIND where there is no account that could act.
 */
export async function remindHolders(ctx: Context, { seen, found, note, dryRun }: Reminding): Promise<BulkCustodyPayload> {
  const ids = seen.flatMap(({ id }) => (found.has(id) ? [id] : []));
  const holders = (await holdersOf(ctx, ids, "HOLDER")).filter(({ personId }) => personId !== ctx.actor.id);
  const byEntry = Map.groupBy(holders, (holder) => holder.entryId);
  const recent = await remindedToday(ctx, ids);
  const outcomes = seen.map(({ id }): BulkOutcome => {
    const entry = found.get(id);
    const people = byEntry.get(id) ?? [];
    const outcome = outcomeOf(id, entry, () => (entry ? refuse(ctx, entry, { people, recently: recent.has(id) }) : undefined));
    return outcome.refusal ? outcome : { ...outcome, recipients: people.map(({ name }) => name) };
  });
  const able = outcomes.flatMap(({ id, refusal }) => (refusal === null ? [id] : []));
  if (!dryRun) {
    const tellings = able.flatMap((id) => (byEntry.get(id) ?? []).map((to) => ({ to, at: null })));
    await writeEntryLetters(ctx, { kind: "BY_HAND", tellings, byHand: { by: ctx.actor.name, note } });
  }
  return { dryRun, done: able.length, outcomes };
}

function refuse(
  ctx: Context,
  entry: BulkEntry,
  { people, recently }: { readonly people: readonly Holder[]; readonly recently: boolean },
): void {
  refuseClosedRound(entry.roundState);
  if (!custodyPolicy.remind(ctx.actor, entry)) throw new Refusal("FORBIDDEN");
  if (holderOf(entry.kind, entry.state) === null) throw new Refusal("WRONG_STATE", { field: "state", values: { state: entry.state } });
  if (people.length === 0) throw new Refusal("NOBODY_TO_REMIND");
  if (recently) throw new Refusal("ALREADY_REMINDED");
}

async function remindedToday(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct m.entry_id as id from entry_reminder m join entry e on e.id = m.entry_id
    where m.entry_id = any(${[...ids]}::uuid[]) and m.kind = 'BY_HAND' and m.held_since = e.held_since
      and m.sent_at > ${ctx.now()}::timestamptz - interval '1 day'`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}
