import { sql } from "kysely";
import type { SteppedEntry } from "../../innovations/custody/take-step.ts";
import type { EntryState } from "../../innovations/entries/entry-states.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import type { EventHandler } from "../../kernel/outbox.ts";

/** States in which an entry is no longer in the round. */
const GONE: readonly EntryState[] = ["WITHDRAWN", "INELIGIBLE"];

/** An entry that leaves the round leaves judging with it: it is out of every stage that is not closed, and nobody's to judge any more. */
export const takeOutEntries: EventHandler = {
  type: "entry.stepped",
  handle: async (ctx: Context, { steps }: { readonly steps: readonly SteppedEntry[] }) => {
    const ids = steps.flatMap(({ entryId, to }) => (GONE.includes(to) ? [entryId] : []));
    if (ids.length > 0) await atomically(ctx, { verb: "takeOutEntries" }, () => takeOut(ctx, ids));
  },
};

/** Ends what is assigned of these entries, as far as they are still gone; what was written on them is kept and counts no more. Bears repetition. */
async function takeOut(ctx: Context, entryIds: readonly string[]): Promise<void> {
  const { rows: stages } = await sql<{ id: string }>`select s.id from judging_stage s where s.state <> 'CLOSED' and exists (
      select from judged_entry je where je.judging_stage_id = s.id and je.entry_id = any(${[...entryIds]}::uuid[]))
    order by s.id for update of s`.execute(ctx.db);
  const ids = stages.map(({ id }) => id);
  const gone = sql`(select id from entry where id = any(${[...entryIds]}::uuid[]) and state = any(${[...GONE]}::text[]))`;
  await sql`update judged_entry set outcome = 'OUT', decided_at = ${ctx.now()}, version = version + 1
    where judging_stage_id = any(${ids}::uuid[]) and entry_id in ${gone} and outcome is distinct from 'OUT'`.execute(ctx.db);
  await sql`update assignment set ended_at = ${ctx.now()}, end_kind = 'ENTRY_OUT'
    where judging_stage_id = any(${ids}::uuid[]) and entry_id in ${gone} and ended_at is null`.execute(ctx.db);
  await sql`with stopped as (update scorecard set state = 'STOPPED', version = version + 1, updated_at = ${ctx.now()}
      where judging_stage_id = any(${ids}::uuid[]) and entry_id in ${gone} and state <> 'STOPPED' returning id)
    insert into scorecard_event (id, scorecard_id, act, at, detail)
    select gen_random_uuid(), id, 'STOP', ${ctx.now()}, '{"because": "ENTRY_OUT"}' from stopped`.execute(ctx.db);
}
