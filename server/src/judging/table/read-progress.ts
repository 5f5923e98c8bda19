import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type JudgingStageFacts, loadStage } from "../stages/load-stage.ts";
import type { EntryProgress, JudgeProgress, JudgingProgress } from "./progress.type.ts";

/** How far a stage has come, for whoever oversees it. Refuses NOT_FOUND to others. */
export async function readProgress(ctx: Context, stageId: string): Promise<JudgingProgress> {
  return progressOf(ctx, await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee));
}

/** The counts of a stage by judge and by entry. Asks no policy. */
export async function progressOf(ctx: Context, stage: Pick<JudgingStageFacts, "id" | "rules">): Promise<JudgingProgress> {
  const acts = stage.rules.mode === "PAIRWISE" ? comparisonsSql(stage.id) : cardsSql(stage.id);
  const { rows } = await sql<Row>`with act as (${acts}),
      counted as (select j.code as judge, e.reference, count(distinct act.id) filter (where act.held)::int as assigned,
        count(distinct act.id) filter (where act.signed)::int as signed, count(distinct act.id) filter (where act.stopped)::int as stopped,
        max(act.signed_at) as "lastSignedAt"
      from act join judge j on j.id = act.judge_id join entry e on e.id = act.entry_id group by grouping sets ((j.code), (e.reference), ()))
    select * from counted order by judge collate "C", reference collate "C"`.execute(ctx.db);
  const [all] = rows.filter(({ judge, reference }) => judge === null && reference === null);
  const judges = rows.flatMap(({ reference: _none, judge, ...row }): JudgeProgress[] => (judge === null ? [] : [{ ...row, judge }]));
  const entries = rows.flatMap(({ judge: _none, lastSignedAt: _when, reference, ...row }): EntryProgress[] =>
    reference === null ? [] : [{ ...row, reference }],
  );
  return { stageId: stage.id, assigned: all?.assigned ?? 0, signed: all?.signed ?? 0, stopped: all?.stopped ?? 0, judges, entries };
}

type Row = Omit<JudgeProgress, "judge"> & { readonly judge: string | null; readonly reference: string | null };

/** A signed card stays with its judge when the assignment ends. Whether there is a draft makes no difference anywhere. */
const cardsSql = (stageId: string): RawBuilder<unknown> => sql`select a.id, a.judge_id, a.entry_id, c.signed_at,
    a.ended_at is null or c.id is not null as held, c.id is not null as signed,
    c.id is null and a.ended_at is not null and a.end_kind <> 'REASSIGNED' as stopped
  from assignment a left join scorecard c on c.assignment_id = a.id and c.state = 'SIGNED' where a.judging_stage_id = ${stageId}::uuid`;

const comparisonsSql = (stageId: string): RawBuilder<unknown> => sql`select c.id, c.judge_id, pair.entry_id, c.answered_at as signed_at,
    true as held, c.answered_at is not null as signed, false as stopped
  from comparison c cross join lateral unnest(array[c.left_entry_id, c.right_entry_id]) pair(entry_id) where c.judging_stage_id = ${stageId}::uuid`;
