import type { PublishedJudging, PublishedJudgingStage } from "@isonga/schema/published-judging";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";

/**
 * What a round's judging gave so far, as a publication keeps it: signed cards that count, entries by reference, judges by code. Of a closed
 * stage what was frozen with it. Three statements, however many stages there are; asks no policy.
 */
export async function loadJudging(ctx: Context, roundId: string): Promise<PublishedJudging> {
  const [stages, cards, comparisons] = [await loadStages(ctx, roundId), await loadCards(ctx, roundId), await loadComparisons(ctx, roundId)];
  return {
    stages: stages.map(({ id, stage, entries, frozen }) => ({
      stage,
      entries,
      cards: frozen?.cards ?? (cards.get(id) ?? []).map(({ stageId: _stageId, ...card }) => card),
      comparisons: frozen?.comparisons ?? (comparisons.get(id) ?? []).map(({ stageId: _stageId, ...comparison }) => comparison),
    })),
  };
}

type StageRow = Pick<PublishedJudgingStage, "stage" | "entries"> & {
  readonly id: string;
  readonly frozen: Pick<PublishedJudgingStage, "cards" | "comparisons"> | null;
};
type OfStage = { readonly stageId: string };

async function loadStages(ctx: Context, roundId: string): Promise<readonly StageRow[]> {
  const { rows } = await sql<StageRow>`select s.id, s.stage, s.frozen,
      coalesce((select jsonb_agg(jsonb_build_object('entry', e.reference, 'outcome', je.outcome) order by e.reference collate "C")
        from judged_entry je join entry e on e.id = je.entry_id
        where je.judging_stage_id = s.id and je.outcome is distinct from 'OUT' and e.state = 'VERIFIED'), '[]') as entries
    from judging_stage s left join stage st on st.round_id = s.round_id and st.code = s.stage
    where s.round_id = ${roundId}::uuid order by st.position, s.stage`.execute(ctx.db);
  return rows;
}

async function loadCards(ctx: Context, roundId: string) {
  const { rows } = await sql<PublishedJudgingStage["cards"][number] & OfStage>`select c.judging_stage_id as "stageId", e.reference as entry,
      judge.code as judge, c.outcome, coalesce(m.marks, '{}') as marks
    from scorecard c join judging_stage s on s.id = c.judging_stage_id join judge on judge.id = c.judge_id join entry e on e.id = c.entry_id
    join judged_entry je on je.judging_stage_id = s.id and je.entry_id = c.entry_id and je.outcome is distinct from 'OUT'
    left join lateral (select jsonb_object_agg(criterion, trim_scale(value)::text) as marks from mark
      where scorecard_id = c.id and value is not null) m on true
    where s.round_id = ${roundId}::uuid and s.state <> 'CLOSED' and c.state = 'SIGNED' and e.state = 'VERIFIED'
    order by e.reference collate "C", judge.code collate "C"`.execute(ctx.db);
  return Map.groupBy(rows, ({ stageId }) => stageId);
}

async function loadComparisons(ctx: Context, roundId: string) {
  const { rows } = await sql<PublishedJudgingStage["comparisons"][number] & OfStage>`select c.judging_stage_id as "stageId",
      judge.code as judge, l.reference as left, r.reference as right, w.reference as winner
    from comparison c join judging_stage s on s.id = c.judging_stage_id join judge on judge.id = c.judge_id
    join entry l on l.id = c.left_entry_id join entry r on r.id = c.right_entry_id left join entry w on w.id = c.winner_id
    where s.round_id = ${roundId}::uuid and s.state <> 'CLOSED' and c.answered_at is not null
    order by judge.code collate "C", l.reference collate "C", r.reference collate "C"`.execute(ctx.db);
  return Map.groupBy(rows, ({ stageId }) => stageId);
}
