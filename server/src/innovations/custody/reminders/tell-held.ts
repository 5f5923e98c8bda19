import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import { holderSql } from "../held-sql.ts";
import { type Holder, holdersOf } from "./holders.ts";
import type { RemindedRound } from "./remind-custody.ts";
import { writeEntryLetters } from "./write-entry-letters.ts";

/** Writes to whoever has held an entry for too many days, and to the coordinators of its region; drafts are nobody's delay. */
export async function tellHeld(ctx: Context, round: RemindedRound): Promise<number> {
  const { rows } = await sql<{ id: string }>`select e.id from entry e where e.round_id = ${round.id}::uuid and e.state <> 'DRAFT'
    and not ${holderSql(null)} and e.held_since <= ${ctx.now()}::timestamptz - make_interval(days => ${round.escalateAfterDays}::int)`.execute(
    ctx.db,
  );
  const ids = rows.map(({ id }) => id);
  const holders = await holdersOf(ctx, ids, "HOLDER");
  const holding = new Set(holders.map(keyOf));
  const above = (await holdersOf(ctx, ids, "COORDINATOR")).filter((person) => !holding.has(keyOf(person)));
  const told = await alreadyTold(ctx, ids);
  const fresh = (kind: "HELD" | "ESCALATION", people: readonly Holder[]) =>
    people.filter((person) => !told.has(`${kind}:${keyOf(person)}`)).map((to) => ({ to, at: null }));
  const written = await writeEntryLetters(ctx, { kind: "HELD", tellings: fresh("HELD", holders) });
  return written + (await writeEntryLetters(ctx, { kind: "ESCALATION", tellings: fresh("ESCALATION", above) }));
}

function keyOf({ entryId, personId }: Holder): string {
  return `${entryId}:${personId}`;
}

/** Who was told of an entry since it came to where it is. */
async function alreadyTold(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`select distinct m.kind || ':' || m.entry_id || ':' || m.person_id as key
    from entry_reminder m join entry e on e.id = m.entry_id
    where m.entry_id = any(${[...ids]}::uuid[]) and m.kind in ('HELD', 'ESCALATION') and m.held_since = e.held_since`.execute(ctx.db);
  return new Set(rows.map(({ key }) => key));
}
