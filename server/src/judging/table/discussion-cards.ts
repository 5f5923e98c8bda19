import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { FROM_PAPER } from "../desk/card-rows.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { loadStage } from "../stages/load-stage.ts";
import type { DiscussionCard } from "./discussion-card.type.ts";

/** The signed cards on an entry by judge, with what was said to panel and applicant, for whoever oversees the stage. Refuses NOT_FOUND to others. */
export async function readDiscussionCards(ctx: Context, stageId: string, entryId: string): Promise<readonly DiscussionCard[]> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee);
  const { rows } = await sql<DiscussionCard>`select c.assignment_id as "assignmentId", j.code as judge, p.name, c.outcome,
      c.fail_reasons as "failReasons", c.abstain_reason as "abstainReason", c.comment_to_panel as "commentToPanel",
      c.comment_to_applicant as "commentToApplicant", c.signed_at as "signedAt", c.in_grace as "inGrace",
      ${FROM_PAPER} as "fromPaper", coalesce(m.marks, '[]') as marks
    from scorecard c join judge j on j.id = c.judge_id join person p on p.id = j.person_id
    left join lateral (select jsonb_agg(jsonb_build_object('criterion', criterion, 'value', trim_scale(value)::text, 'comment', comment)
      order by criterion) as marks from mark where scorecard_id = c.id and (value is not null or comment is not null)) m on true
    where c.judging_stage_id = ${stage.id}::uuid and c.entry_id = ${checkedId(entryId, "entryId")}::uuid and c.state = 'SIGNED'
    order by j.code collate "C"`.execute(ctx.db);
  return rows;
}
