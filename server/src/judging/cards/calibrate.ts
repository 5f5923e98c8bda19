import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import type { EventHandler } from "../../kernel/outbox.ts";
import { conflictPairsSql } from "../conflicts/conflict-pairs.ts";
import type { JudgingStageState } from "../judging-states.ts";

/** A stage that begins to calibrate gives its calibration entries to all its judges. */
export const giveCalibrationEntries: EventHandler = {
  type: "judging.stage-moved",
  handle: async (
    ctx: Context,
    { stageId, roundId, to }: { readonly stageId: string; readonly roundId: string; readonly to: JudgingStageState },
  ) => {
    if (to === "CALIBRATING") await atomically(ctx, { verb: "assignCalibration" }, () => assignCalibration(ctx, { stageId, roundId }));
  },
};

/**
 * Gives the entries that all score first to every judge who accepted and sits in the stage, but to whom must keep away from them or recused
 * before. Bears repetition: who has them already keeps them. Answers how many were given.
 */
export async function assignCalibration(
  ctx: Context,
  { stageId, roundId }: { readonly stageId: string; readonly roundId: string },
): Promise<number> {
  const { rows } =
    await sql`insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, because, position, assigned_by, assigned_at)
    select gen_random_uuid(), s.id, j.id, je.entry_id, 'CALIBRATION', '{"kind": "CALIBRATION"}',
      row_number() over (partition by j.id order by md5(j.id::text || je.entry_id::text))::int, ${ctx.actor.id}::uuid, ${ctx.now()}
    from judging_stage s join judged_entry je on je.judging_stage_id = s.id and je.calibration and je.outcome is distinct from 'OUT'
    join judge j on j.round_id = s.round_id and j.state = 'ACCEPTED' and not j.waiting
    join judge_seat seat on seat.judge_id = j.id and seat.stage = s.stage
    where s.id = ${stageId}::uuid
      and not exists (select from assignment a where a.judging_stage_id = s.id and a.judge_id = j.id and a.entry_id = je.entry_id
        and (a.ended_at is null or a.end_kind in ('RECUSED', 'CONFLICT')))
      and not exists (select from (${conflictPairsSql({ roundId })}) p where p.judge_id = j.id and p.entry_id = je.entry_id)
    on conflict do nothing returning id`.execute(ctx.db);
  return rows.length;
}
