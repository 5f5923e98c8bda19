import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { AssignmentEnd, AssignmentOrigin } from "../judging-states.ts";
import type { Pair } from "./flow/assignment-problem.ts";

/** A pair to be assigned, with why it was chosen. */
export type NewAssignment = Pair & { readonly because: Readonly<Record<string, unknown>> };

/**
 * Writes assignments of a locked stage in one statement; a pair that holds already stays as it is. Each judge reads entries in an order of their
 * own, behind what they have. Conflicts were asked before. Answers the judges who were given something.
 */
export async function writeAssignments(
  ctx: Context,
  stageId: string,
  { origin, pairs }: { readonly origin: AssignmentOrigin; readonly pairs: readonly NewAssignment[] },
): Promise<ReadonlyMap<string, number>> {
  if (pairs.length === 0) return new Map();
  const rows = pairs.map(({ entryId, judgeId, because }) => ({ id: ctx.newId(), entry: entryId, judge: judgeId, because }));
  const { rows: written } = await sql<{
    judge: string;
  }>`insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, because, position, assigned_by, assigned_at)
    select p.id, ${stageId}::uuid, p.judge, p.entry, ${origin}, p.because,
      coalesce((select max(position) from assignment a where a.judge_id = p.judge and a.judging_stage_id = ${stageId}::uuid), 0)
        + row_number() over (partition by p.judge order by md5(p.judge::text || p.entry::text)), ${ctx.actor.id}::uuid, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(id uuid, entry uuid, judge uuid, because jsonb)
    on conflict do nothing returning judge_id as judge`.execute(ctx.db);
  return new Map([...Map.groupBy(written, ({ judge }) => judge)].map(([judge, all]) => [judge, all.length]));
}

/** Ends assignments of a locked stage. A signed card stays, and counts. Answers how many ended. */
export async function endPairs(
  ctx: Context,
  ids: readonly string[],
  { kind, reason }: { readonly kind: AssignmentEnd; readonly reason: string | null },
): Promise<number> {
  const { rows } =
    await sql`update assignment set ended_at = ${ctx.now()}, ended_by = ${ctx.actor.id}::uuid, end_kind = ${kind}, end_reason = ${reason}
    where id = any(${[...ids]}::uuid[]) and ended_at is null returning id`.execute(ctx.db);
  return rows.length;
}
