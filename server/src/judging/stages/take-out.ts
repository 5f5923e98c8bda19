import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { stagesOfRound } from "./load-stage.ts";
import { writeMinute } from "./write-minute.ts";

/**
 * Takes an entry out of a round's judging by the chair's decision: it did not come through the stages that are closed, and is out of those that
 * are not, whose assignments end and whose cards stop. Each stage's minutes say why. Call inside a transaction.
 */
export async function takeOutOfJudging(
  ctx: Context,
  { roundId, entryId, reason }: { readonly roundId: string; readonly entryId: string; readonly reason: string },
): Promise<void> {
  for (const stage of await stagesOfRound(ctx, roundId)) {
    const outcome = stage.state === "CLOSED" ? "NOT_ADVANCED" : "OUT";
    const { rows } = await sql<{ reference: string }>`update judged_entry je set outcome = ${outcome}, outcome_reason = ${reason},
        decided_by = ${ctx.actor.id}::uuid, decided_at = ${ctx.now()}, version = je.version + 1
      from entry e where e.id = je.entry_id and je.judging_stage_id = ${stage.id}::uuid and je.entry_id = ${entryId}::uuid
        and je.outcome is distinct from ${outcome} returning e.reference`.execute(ctx.db);
    const [entry] = rows;
    if (!entry) continue;
    if (outcome === "OUT") await endAssignments(ctx, { stageId: stage.id, entryIds: [entryId], reason });
    await writeMinute(ctx, {
      stageId: stage.id,
      kind: "OUTCOME",
      text: reason,
      detail: { entries: [{ reference: entry.reference, outcome }] },
    });
  }
}

/** Ends what was assigned of entries that are no longer judged in a stage, and stops their cards; what was written is kept. */
export async function endAssignments(
  ctx: Context,
  { stageId, entryIds, reason }: { readonly stageId: string; readonly entryIds: readonly string[]; readonly reason: string },
): Promise<void> {
  if (entryIds.length === 0) return;
  await sql`update assignment set ended_at = ${ctx.now()}, ended_by = ${ctx.actor.id}::uuid, end_kind = 'ENTRY_OUT', end_reason = ${reason}
    where judging_stage_id = ${stageId}::uuid and entry_id = any(${[...entryIds]}::uuid[]) and ended_at is null`.execute(ctx.db);
  await sql`with stopped as (update scorecard set state = 'STOPPED', stopped_reason = ${reason}, version = version + 1, updated_at = ${ctx.now()}
      where judging_stage_id = ${stageId}::uuid and entry_id = any(${[...entryIds]}::uuid[]) and state <> 'STOPPED' returning id)
    insert into scorecard_event (id, scorecard_id, act, by_id, at, reason, detail)
    select gen_random_uuid(), id, 'STOP', ${ctx.actor.id}::uuid, ${ctx.now()}, ${reason}, '{"because": "ENTRY_OUT"}' from stopped`.execute(
    ctx.db,
  );
}
