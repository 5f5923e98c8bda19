import { sql } from "kysely";
import { actsFor } from "../../../kernel/actor.ts";
import { becauseOf } from "../../../kernel/atomically.ts";
import type { Context } from "../../../kernel/context.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { Entry } from "../../entries/entry.entity.ts";
import { entryPolicy } from "../../entries/entry.policy.ts";
import type { EntryAct } from "../../entries/entry-states.ts";
import type { BulkAct, BulkCustodyInput, BulkCustodyPayload, BulkOutcome } from "../custody.inputs.ts";
import { cleanReason, refuseAct, refuseClosedRound, type SeenEntry } from "../load-for-act.ts";
import { remindHolders } from "../reminders/remind-holders.ts";
import { takeSteps } from "../take-step.ts";
import { type BulkEntry, outcomeOf } from "./bulk-outcome.ts";
import { chosenEntries } from "./chosen-entries.ts";

/**
 * One act on many entries, in one transaction: those that cannot take it are left out, each with the reason that a single act would have been
 * refused for; the others are done all together, or, when the platform stops half way, not at all. A dry run tells the same and writes nothing.
 */
export async function bulkCustody(ctx: Context, input: BulkCustodyInput): Promise<BulkCustodyPayload> {
  const { dryRun } = input;
  const reason = cleanReason(input.reason, { required: input.act === "RETURN" });
  const { seen, asOf } = await chosenEntries(ctx, input);
  const found = await lockedEntries(ctx, seen);
  if (input.act === "REMIND") return { asOf, ...(await remindHolders(ctx, { seen, found, note: reason || null, dryRun })) };
  const act = ACTS[input.act];
  const outcomes = seen.map((entry) => judge(ctx, entry, { found: found.get(entry.id), act }));
  const able = outcomes.flatMap(({ id, refusal }) => (refusal === null ? [id] : []));
  if (!dryRun && able.length > 0) {
    if (reason) await becauseOf(ctx, reason);
    const loaded = await ctx.em.find(Entry, { id: { $in: able } }, { refresh: true });
    const forId = (id: string) => {
      const facts = found.get(id);
      return facts ? actsFor(ctx.actor, (actor) => entryPolicy.act(actor, facts, act)) : null;
    };
    await takeSteps(
      ctx,
      loaded.map((entry) => ({ entry, act, reason, forId: forId(entry.id) })),
    );
  }
  return { dryRun, done: able.length, asOf, outcomes };
}

const ACTS = { ENDORSE: "endorse", CHECK: "check", RETURN: "return" } as const satisfies Readonly<
  Record<Exclude<BulkAct, "REMIND">, EntryAct>
>;

function judge(
  ctx: Context,
  seen: SeenEntry,
  { found, act }: { readonly found: BulkEntry | undefined; readonly act: EntryAct },
): BulkOutcome {
  return outcomeOf(seen.id, found, () => {
    if (!found) return;
    refuseClosedRound(found.roundState);
    refuseAct(ctx, found, act);
    if (found.version !== seen.version) throw new Refusal("STALE_VERSION", { field: "version" });
  });
}

/** Those among the entries that the actor may see, locked in one order until the transaction ends. */
async function lockedEntries(ctx: Context, seen: readonly SeenEntry[]): Promise<ReadonlyMap<string, BulkEntry>> {
  const { rows } =
    await sql<BulkEntry>`select e.id, e.title, e.version, e.kind, e.state, e.agency_id as "agencyId", e.round_id as "roundId",
      place.path::text as path, r.state as "roundState"
    from entry e join jurisdiction place on place.id = e.jurisdiction_id join round r on r.id = e.round_id
    where e.id = any(${seen.map(({ id }) => id)}::uuid[]) order by e.id for update of e for share of r`.execute(ctx.db);
  return new Map(rows.filter((row) => entryPolicy.view(ctx.actor, row)).map((row) => [row.id, row]));
}
