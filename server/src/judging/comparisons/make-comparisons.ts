import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import type { EventHandler } from "../../kernel/outbox.ts";
import type { JudgingStageState } from "../judging-states.ts";
import { findStage } from "../stages/load-stage.ts";

/** From so few entries on, a judge compares each with so many others only; below, every pair. */
export const EVERY_PAIR_UP_TO = 8;

/** A stage of pairs that begins makes its pairs. */
export const makePairs: EventHandler = {
  type: "judging.stage-moved",
  handle: async (ctx: Context, { stageId, to }: { readonly stageId: string; readonly to: JudgingStageState }) => {
    if (to === "CALIBRATING" || to === "SCORING") await atomically(ctx, { verb: "makeComparisons" }, () => makeComparisons(ctx, stageId));
  },
};

/**
 * Makes the pairs of every judge of a PAIRWISE stage from the entries assigned to them: all pairs up to {@link EVERY_PAIR_UP_TO} entries, else
 * a ring in which each entry meets as many others. Order and sides are drawn from judge and entry alone, so that nobody is always left. Bears
 * repetition: pairs that are there stay, also after more was assigned. Answers how many were made; 0 in a stage of another mode.
 */
export async function makeComparisons(ctx: Context, stageId: string): Promise<number> {
  const stage = await findStage(ctx, stageId);
  if (stage?.rules.mode !== "PAIRWISE") return 0;
  const { rows: assigned } = await sql<{ judgeId: string; entries: readonly string[] }>`select a.judge_id as "judgeId",
      array_agg(a.entry_id::text order by md5(a.judge_id::text || a.entry_id::text)) as entries
    from assignment a join judged_entry je on je.judging_stage_id = a.judging_stage_id and je.entry_id = a.entry_id and je.outcome is distinct from 'OUT'
    where a.judging_stage_id = ${stage.id}::uuid and a.ended_at is null group by a.judge_id`.execute(ctx.db);
  const pairs = assigned.flatMap(({ judgeId, entries }) =>
    pairsOf(entries).map(([left, right], position) => ({ judge: judgeId, left, right, position })),
  );
  const { rows } = await sql`insert into comparison (id, judging_stage_id, judge_id, left_entry_id, right_entry_id, position)
    select gen_random_uuid(), ${stage.id}::uuid, p.judge, p."left", p."right", p.position
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(judge uuid, "left" uuid, "right" uuid, position int)
    where not exists (select from comparison c where c.judging_stage_id = ${stage.id}::uuid and c.judge_id = p.judge
      and least(c.left_entry_id, c.right_entry_id) = least(p."left", p."right")
      and greatest(c.left_entry_id, c.right_entry_id) = greatest(p."left", p."right"))
    on conflict do nothing returning id`.execute(ctx.db);
  return rows.length;
}

/**
 * Pairs of a list as a ring: each with the next, then each with the one after the next, and so on; sides change from step to step and along the
 * ring. Every entry is in as many pairs as any other, give or take one.
 */
export function pairsOf<T>(entries: readonly T[]): readonly (readonly [T, T])[] {
  const n = entries.length;
  const farthest = Math.floor(n / 2);
  const steps = n <= EVERY_PAIR_UP_TO ? farthest : Math.min(farthest, Math.ceil(Math.log2(n)));
  const pairs: (readonly [T, T])[] = [];
  for (let step = 1; step <= steps; step += 1) {
    // Across a ring of even length each pair would be met twice.
    const count = step * 2 === n ? n / 2 : n;
    for (let at = 0; at < count; at += 1) {
      const [one, other] = [entries[at], entries[(at + step) % n]];
      if (one === undefined || other === undefined) continue;
      pairs.push((at + step) % 2 === 0 ? [one, other] : [other, one]);
    }
  }
  return pairs;
}
