import { type Language, pickText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import { pathsWithRole } from "../../kernel/actor.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type JudgingStageFacts, stagesOfRound } from "../stages/load-stage.ts";

/** The name under which translations keep what a card says to the applicant. */
export const COMMENT_FIELD = "comment";

/** The comments of a round that the asker may see. */
export type CommentGround = {
  readonly stages: readonly JudgingStageFacts[];
  readonly isPublic: boolean;
  readonly visible: RawBuilder<boolean>;
};

/** A comment of a signed card, with its card for the statements that follow; `id` tells nothing of the card, not even when it was made. */
export type CommentRow = {
  readonly id: string;
  readonly cardId: string;
  readonly entryId: string;
  readonly entryPath: string;
  readonly reference: string;
  readonly title: string;
  readonly stageId: string;
  readonly text: string;
  readonly language: Language;
  readonly version: number;
};

/** In which language a card's comment is, where it was not noted: its judge's own. Wants `c` and `p`, the judge as a person. */
export const COMMENT_LANGUAGE = sql<Language>`coalesce(c.language, p.language)`;

/** An id of a comment that says nothing of its card: ids of cards are ordered by time. */
export const COMMENT_ID = sql<string>`md5(c.id::text)::uuid::text`;

/** What the asker may see of a round's comments. Refuses NOT_FOUND to whoever sees none, as for a round that is not there or has no judging. */
export async function commentGround(ctx: Context, roundId: string): Promise<CommentGround> {
  const all = await stagesOfRound(ctx, checkedId(roundId, "roundId"));
  const isPublic = await resultsArePublic(ctx, roundId);
  const below = pathsWithRole(ctx.actor, "COORDINATOR");
  const coordinates = isPublic && below.length > 0;
  const facts = findable(all[0], (round) => judgingPolicy.oversee(ctx.actor, round) || coordinates);
  const seesAll = judgingPolicy.oversee(ctx.actor, facts) || below === "EVERYWHERE";
  return {
    stages: all.filter(({ rules, state }) => rules.feedback === "MARKS_AND_COMMENTS" && state === "CLOSED"),
    isPublic,
    visible: seesAll ? sql<boolean>`true` : sql<boolean>`place.path <@ any(${[...below]}::ltree[])`,
  };
}

/** The comments to applicants of the ground's closed stages that fulfil a condition on `c`, `e` or `p`; `rest`: order and limit. */
export async function commentRows(
  ctx: Context,
  { stages, visible }: CommentGround,
  { where, rest }: { readonly where: RawBuilder<boolean>; readonly rest: RawBuilder<unknown> },
): Promise<readonly CommentRow[]> {
  const { rows } =
    await sql<CommentRow>`select ${COMMENT_ID} as id, c.id as "cardId", c.entry_id as "entryId", place.path::text as "entryPath",
      coalesce(e.reference, '') as reference, e.title, c.judging_stage_id as "stageId", c.comment_to_applicant as text,
      ${COMMENT_LANGUAGE} as language, c.applicant_version as version
    from scorecard c join entry e on e.id = c.entry_id join jurisdiction place on place.id = e.jurisdiction_id
    join judge j on j.id = c.judge_id join person p on p.id = j.person_id
    where c.judging_stage_id = any(${stages.map(({ id }) => id)}::uuid[]) and c.state = 'SIGNED' and btrim(c.comment_to_applicant) <> ''
      and ${visible} and ${where} ${rest}`.execute(ctx.db);
  return rows;
}

/** The stage of a comment, in the reader's language. */
export function stageName(ctx: Context, { stages }: CommentGround, { stageId }: CommentRow): string {
  const stage = stages.find(({ id }) => id === stageId);
  return pickText(stage?.names ?? {}, ctx.language) || (stage?.stage ?? "");
}

/** Whether a round's results are public by now: only then do applicants get to see anything of the judging. */
export async function resultsArePublic(ctx: Context, roundId: string): Promise<boolean> {
  const { rows } = await sql`select from publication where round_id = ${roundId}::uuid and public_from <= ${ctx.now()} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
