import { sql } from "kysely";
import { translationLoader } from "../../innovations/answers/answer-loaders.ts";
import { translationView } from "../../innovations/translation/translation-views.ts";
import type { Context } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { commentPolicy } from "./comment.policy.ts";
import type { CommentsToApplicantsArgs, CommentToApplicant } from "./comment.type.ts";
import {
  COMMENT_ID,
  COMMENT_LANGUAGE,
  type CommentGround,
  type CommentRow,
  commentGround,
  commentRows,
  stageName,
} from "./comment-rows.ts";

/**
 * The comments to applicants of a round that are to be translated, entry by entry and within one in an order that says nothing of who wrote
 * them. Refuses NOT_FOUND to whoever may see none.
 */
export async function listComments(ctx: Context, args: CommentsToApplicantsArgs): Promise<Connection<CommentToApplicant>> {
  const ground = await commentGround(ctx, args.roundId);
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`coalesce(e.reference, '') collate "C"`, sql`${COMMENT_ID} collate "C"`] });
  const lacks = sql<boolean>`not exists (select from entry_translation t where t.scorecard_id = c.id and t.language = ${args.into}
    and t.of_version >= c.applicant_version)`;
  const wanted = sql<boolean>`${COMMENT_LANGUAGE} <> ${args.into} and ${args.lacking ? lacks : sql`true`} and ${where}`;
  const rows = await commentRows(ctx, ground, { where: wanted, rest: sql`${orderBy} ${limit}` });
  const { edges, ...found } = connectionFrom(rows, page, ({ reference, id }) => [reference, id]);
  const shown = await Promise.all(edges.map(async ({ cursor, node }) => ({ cursor, node: await commentView(ctx, ground, node) })));
  return { ...found, edges: shown, nodes: shown.map(({ node }) => node) };
}

/** A comment as its translators see it. */
export async function commentView(ctx: Context, ground: CommentGround, row: CommentRow): Promise<CommentToApplicant> {
  const { cardId, entryPath: _path, stageId: _stage, ...shown } = row;
  const translations = await translationLoader(ctx, "scorecard_id").load(cardId);
  return {
    ...shown,
    stage: stageName(ctx, ground, row),
    translations: translations.map((translation) => translationView(translation, row.version)),
    viewerCan: { translate: mayTranslate(ctx, ground, row) },
  };
}

/** Whether the asker may say this comment in another language. */
export function mayTranslate(ctx: Context, { stages, isPublic }: CommentGround, { stageId, entryPath }: CommentRow): boolean {
  const stage = stages.find(({ id }) => id === stageId);
  return stage !== undefined && commentPolicy.translate(ctx.actor, { ...stage, isPublic, entryPath });
}
