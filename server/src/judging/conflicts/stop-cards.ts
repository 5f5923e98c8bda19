import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { AssignmentEnd } from "../judging-states.ts";

/** An assignment that ends, with its card where it has one. `reason` is what the judge said, or `ORIGIN.KIND` of a conflict. */
export type StoppedAssignment = { readonly assignmentId: string; readonly end: AssignmentEnd; readonly reason: string };

/**
 * Ends assignments that are still open and stops their cards, which keep their marks and count no more; each stop is an event of the card.
 * Whether it may be done was asked before. Call inside a transaction.
 */
export async function stopCards(ctx: Context, stopped: readonly StoppedAssignment[]): Promise<void> {
  const list = JSON.stringify(stopped);
  await sql`update assignment a set ended_at = ${ctx.now()}, ended_by = ${ctx.actor.id}::uuid, end_kind = e."end", end_reason = e.reason
    from jsonb_to_recordset(${list}::jsonb) as e("assignmentId" uuid, "end" text, reason text)
    where a.id = e."assignmentId" and a.ended_at is null`.execute(ctx.db);
  const { rows } = await sql<{ id: string; state: string; reason: string; end: string }>`with card as (
      select c.id, c.state, e.reason, e."end" from scorecard c join jsonb_to_recordset(${list}::jsonb) as e("assignmentId" uuid, "end" text, reason text)
        on e."assignmentId" = c.assignment_id
      where c.state <> 'STOPPED' order by c.id for update of c),
    changed as (update scorecard c set state = 'STOPPED', stopped_reason = card.reason, version = c.version + 1, updated_at = ${ctx.now()}
      from card where card.id = c.id)
    select id, state, reason, "end" from card`.execute(ctx.db);
  const events = rows.map(({ id, state, reason, end }) => ({ id: ctx.newId(), card: id, reason, detail: { was: state, end } }));
  await sql`insert into scorecard_event (id, scorecard_id, act, by_id, at, reason, detail)
    select id, card, 'STOP', ${ctx.actor.id}::uuid, ${ctx.now()}, reason, detail
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id uuid, card uuid, reason text, detail jsonb)`.execute(ctx.db);
}
