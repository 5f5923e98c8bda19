import { type Language, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { translationLoader } from "../../innovations/answers/answer-loaders.ts";
import { saidIn } from "../../innovations/answers/answer-views.ts";
import { entryPolicy } from "../../innovations/entries/entry.policy.ts";
import { entryFacts } from "../../innovations/entries/load-entry.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { decimalText } from "../../programmes/jury-instrument.ts";
import { type JudgingStageFacts, stagesOfRound } from "../stages/load-stage.ts";
import { commentPolicy } from "./comment.policy.ts";
import { COMMENT_LANGUAGE, type CommentRow, resultsArePublic } from "./comment-rows.ts";
import type { EntryFeedback, FeedbackComment, StageFeedback } from "./feedback.type.ts";

/**
 * What an entry's people get to see of its judging: means per criterion and the comments meant for them, of closed stages whose rules say so.
 * In the language `asked` where comments are translated. Null before results are public. Never who judged, nor what was said to the panel.
 * Refuses NOT_FOUND to whoever may not see the entry.
 */
export async function readFeedback(ctx: Context, id: string, asked: Language | null): Promise<EntryFeedback | null> {
  const entryId = checkedId(id, "entryId");
  const facts = findable(await entryFacts(ctx, entryId), (found) => entryPolicy.view(ctx.actor, found));
  if (!(await resultsArePublic(ctx, facts.roundId))) return null;
  const { rows } = await sql<{ title: string }>`select title from entry where id = ${entryId}::uuid`.execute(ctx.db);
  const all = await stagesOfRound(ctx, facts.roundId);
  const stages = all.filter(({ rules, state }) => rules.feedback !== "NONE" && state === "CLOSED");
  const told = (await Promise.all(stages.map((stage) => stageFeedback(ctx, stage, { entryId, asked })))).filter(({ cards }) => cards > 0);
  const [first] = all;
  return {
    entryId,
    title: rows[0]?.title ?? "",
    roundCode: first?.roundCode ?? "",
    canTranslate:
      first !== undefined &&
      told.some(({ comments }) => comments.length > 0) &&
      commentPolicy.translate(ctx.actor, { ...first, isPublic: true, entryPath: facts.path }),
    stages: told,
  };
}

type Asked = { readonly entryId: string; readonly asked: Language | null };

async function stageFeedback(ctx: Context, stage: JudgingStageFacts, told: Asked): Promise<StageFeedback> {
  const { id, rules, names } = stage;
  const { entryId } = told;
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
    comments: rules.feedback === "MARKS_AND_COMMENTS" ? await commentsOf(ctx, id, told) : [],
  };
}

/** By what they say: an order of judges, of times or of ids would tell who wrote which. */
async function commentsOf(ctx: Context, stageId: string, { entryId, asked }: Asked): Promise<readonly FeedbackComment[]> {
  const { rows } = await sql<CommentText>`select c.id as "cardId", c.comment_to_applicant as text, ${COMMENT_LANGUAGE} as language,
      c.applicant_version as version
    from scorecard c join judge j on j.id = c.judge_id join person p on p.id = j.person_id
    where c.judging_stage_id = ${stageId}::uuid and c.entry_id = ${entryId}::uuid and c.state = 'SIGNED' and btrim(c.comment_to_applicant) <> ''
    order by md5(c.comment_to_applicant)`.execute(ctx.db);
  return Promise.all(rows.map((row) => toldComment(ctx, row, asked)));
}

type CommentText = Pick<CommentRow, "cardId" | "text" | "language" | "version">;

/** A comment in the language asked, marked as a translation; as it was written where there is none. */
async function toldComment(
  ctx: Context,
  { cardId, text, language, version }: CommentText,
  asked: Language | null,
): Promise<FeedbackComment> {
  const translations = await translationLoader(ctx, "scorecard_id").load(cardId);
  const said = saidIn(version, translations, { written: language, asked: asked ?? language });
  return { ...(said ?? { text, language, translatedBy: null, stale: false }), original: text, originalLanguage: language };
}
