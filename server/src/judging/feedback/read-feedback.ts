import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { entryPolicy } from "../../innovations/entries/entry.policy.ts";
import { entryFacts } from "../../innovations/entries/load-entry.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { decimalText } from "../../programmes/jury-instrument.ts";
import { type JudgingStageFacts, stagesOfRound } from "../stages/load-stage.ts";
import type { EntryFeedback, FeedbackComment, StageFeedback } from "./feedback.type.ts";

/**
 * What an entry's people get to see of its judging: means per criterion and the comments meant for them, of closed stages whose rules say so.
 * Null before results are public. Never who judged, nor what was said to the panel. Refuses NOT_FOUND to whoever may not see the entry.
 */
export async function readFeedback(ctx: Context, id: string): Promise<EntryFeedback | null> {
  const entryId = checkedId(id, "entryId");
  const { roundId } = findable(await entryFacts(ctx, entryId), (facts) => entryPolicy.view(ctx.actor, facts));
  const { rows } = await sql<{ title: string }>`select e.title from entry e where e.id = ${entryId}::uuid
    and exists (select from publication p where p.round_id = e.round_id and p.public_from <= ${ctx.now()})`.execute(ctx.db);
  const [entry] = rows;
  if (!entry) return null;
  const stages = (await stagesOfRound(ctx, roundId)).filter(({ rules, state }) => rules.feedback !== "NONE" && state === "CLOSED");
  const told = await Promise.all(stages.map((stage) => stageFeedback(ctx, stage, entryId)));
  return { entryId, title: entry.title, stages: told.filter(({ cards }) => cards > 0) };
}

async function stageFeedback(ctx: Context, stage: JudgingStageFacts, entryId: string): Promise<StageFeedback> {
  const { id, rules, names } = stage;
  const counted = sql`from scorecard c where c.judging_stage_id = ${id}::uuid and c.entry_id = ${entryId}::uuid and c.state = 'SIGNED'
    and c.outcome <> 'ABSTAINED'`;
  const { rows: cards } = await sql<{ n: number }>`select count(*)::int as n ${counted}`.execute(ctx.db);
  const { rows: means } = await sql<{ criterion: string; mean: string }>`select m.criterion, round(avg(m.value), 2)::text as mean
    from mark m where m.value is not null and m.scorecard_id in (select c.id ${counted}) group by m.criterion`.execute(ctx.db);
  const byCriterion = new Map(means.map(({ criterion, mean }) => [criterion, mean]));
  return {
    stageId: id,
    name: pickText(names, ctx.language) || stage.stage,
    cards: cards[0]?.n ?? 0,
    marks: rules.criteria.map(({ code, names: called, min, max }) => ({
      criterion: code,
      name: pickText(called, ctx.language) || code,
      mean: byCriterion.get(code) ?? null,
      min: decimalText(min),
      max: decimalText(max),
    })),
    comments: rules.feedback === "MARKS_AND_COMMENTS" ? await commentsOf(ctx, id, entryId) : [],
  };
}

/** By what they say: an order of judges, of times or of ids would tell who wrote which. */
async function commentsOf(ctx: Context, stageId: string, entryId: string): Promise<readonly FeedbackComment[]> {
  const { rows } = await sql<FeedbackComment>`select comment_to_applicant as text, language from scorecard
    where judging_stage_id = ${stageId}::uuid and entry_id = ${entryId}::uuid and state = 'SIGNED' and btrim(comment_to_applicant) <> ''
    order by md5(comment_to_applicant)`.execute(ctx.db);
  return rows;
}
