import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { JudgingStageFacts } from "./load-stage.ts";
import { stagesOfRound } from "./load-stage.ts";

/**
 * Takes entries into a stage that is locked: into the first those of the round that are verified, into a later one those that came through
 * the stage before. Whoever is in it already stays. Answers how many came in. Refuses STAGE_BEFORE_OPEN while the stage before is not closed.
 */
export async function admitEntries(ctx: Context, stage: JudgingStageFacts): Promise<number> {
  const candidates = stage.position === 0 ? verifiedEntries(stage.roundId) : await cameThrough(ctx, stage);
  await giveReferences(ctx, stage.roundId, candidates);
  const panels = stage.rules.panels.map(({ code }) => code);
  const { rows } = await sql`insert into judged_entry (id, judging_stage_id, entry_id, panel, admitted_at)
    select gen_random_uuid(), ${stage.id}::uuid, e.id,
      (${panels}::text[])[1 + (row_number() over (order by md5(${stage.id} || e.reference)) - 1) % ${panels.length}], ${ctx.now()}
    from entry e where e.id in (${candidates})
      and not exists (select from judged_entry je where je.judging_stage_id = ${stage.id}::uuid and je.entry_id = e.id)
    returning id`.execute(ctx.db);
  return rows.length;
}

const verifiedEntries = (roundId: string) =>
  sql<string>`select id from entry where round_id = ${roundId}::uuid and kind = 'INNOVATION' and state = 'VERIFIED'`;

async function cameThrough(ctx: Context, stage: JudgingStageFacts) {
  const stages = await stagesOfRound(ctx, stage.roundId);
  const before = stages.find(({ position }) => position === stage.position - 1);
  if (before?.state !== "CLOSED") throw new Refusal("STAGE_BEFORE_OPEN", { field: "stageId", values: { stage: before?.stage ?? "" } });
  return sql<string>`select je.entry_id from judged_entry je join entry e on e.id = je.entry_id
    where je.judging_stage_id = ${before.id}::uuid and je.outcome = 'ADVANCED' and e.state = 'VERIFIED'`;
}

/** Entries without one get the next free references of their round: E01, E02, … in the order in which they were handed in. */
async function giveReferences(ctx: Context, roundId: string, candidates: ReturnType<typeof verifiedEntries>): Promise<void> {
  await sql`select id from round where id = ${roundId}::uuid for no key update`.execute(ctx.db);
  await sql`with taken as (select coalesce(max(substr(reference, 2)::int), 0) as last from entry
      where round_id = ${roundId}::uuid and reference ~ '^E[0-9]+$'),
    numbered as (select id, (select last from taken) + row_number() over (order by submitted_at, id) as number from entry
      where id in (${candidates}) and reference is null),
    width as (select greatest(2, length((select coalesce(max(number), 0) from numbered)::text)) as digits)
    update entry e set reference = 'E' || lpad(n.number::text, greatest((select digits from width), length(n.number::text)), '0')
    from numbered n where n.id = e.id`.execute(ctx.db);
}
