import type { Language } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import { translationLoader } from "../../innovations/answers/answer-loaders.ts";
import { keepTranslation, writeTranslations } from "../../innovations/translation/keep-translation.ts";
import { machineMade } from "../../innovations/translation/machine-made.ts";
import { translatorIsThere } from "../../innovations/translation/machine-translator.ts";
import { translationView } from "../../innovations/translation/translation-views.ts";
import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type {
  SaveCommentTranslationInput,
  SaveCommentTranslationPayload,
  TranslateCommentsInput,
  TranslateCommentsPayload,
} from "./comment.type.ts";
import { COMMENT_FIELD, COMMENT_ID, COMMENT_LANGUAGE, commentGround, commentRows } from "./comment-rows.ts";
import { commentView, mayTranslate } from "./list-comments.ts";

/** How many comments a machine is given in one act. */
const MOST = 50;

/**
 * Saves a comment said in another language. Refuses NOT_FOUND, FORBIDDEN, INVALID_VALUE for the comment's own language, TOO_LONG; a
 * translation that somebody else changed meanwhile is answered as a conflict and left as it is.
 */
export async function saveCommentTranslation(ctx: Context, input: SaveCommentTranslationInput): Promise<SaveCommentTranslationPayload> {
  const ground = await commentGround(ctx, input.roundId);
  const which = sql<boolean>`${COMMENT_ID} = ${checkedId(input.commentId, "commentId").toLowerCase()}`;
  const [found] = await commentRows(ctx, ground, { where: which, rest: sql`for update of c` });
  const row = findable(found, () => true);
  authorize(ctx.actor, mayTranslate(ctx, ground, row));
  if (input.language === row.language) throw new Refusal("INVALID_VALUE", { field: "language", values: { value: input.language } });
  const loader = translationLoader(ctx, "scorecard_id");
  const known = (await loader.load(row.cardId)).map((translation) => translationView(translation, row.version));
  const thing = { of: "scorecard_id", id: row.cardId, version: row.version, known } as const;
  const conflict = await keepTranslation(ctx, thing, { ...input, field: COMMENT_FIELD });
  loader.clear(row.cardId);
  return { comment: await commentView(ctx, ground, row), conflict };
}

/**
 * Lets the configured machine say a round's comments in another language, those that have no translation or a machine's stale one, 50 at
 * most; they are marked and can be corrected. Refuses NOT_FOUND, TRANSLATOR_MISSING where none is configured and TRANSLATOR_FAILED when it
 * does not answer.
 */
export async function translateComments(ctx: Context, { roundId, language }: TranslateCommentsInput): Promise<TranslateCommentsPayload> {
  const ground = await commentGround(ctx, roundId);
  if (!translatorIsThere()) throw new Refusal("TRANSLATOR_MISSING");
  const rest = sql`order by coalesce(e.reference, '') collate "C", ${COMMENT_ID} collate "C"`;
  const rows = (await commentRows(ctx, ground, { where: isForMachine(language), rest })).filter((row) => mayTranslate(ctx, ground, row));
  const turn = rows.slice(0, MOST);
  let translated = 0;
  for (const [from, same] of Map.groupBy(turn, (row) => row.language)) {
    const works = same.map(({ cardId, text, version }) => ({ ofId: cardId, field: COMMENT_FIELD, text, version }));
    const made = await machineMade(ctx, works, { from, to: language });
    await writeTranslations(ctx, "scorecard_id", made);
    translated += made.length;
  }
  return { translated, left: rows.length - translated };
}

/** Comments in another language that nobody translated, or a machine before they were changed: as the rule for fields, in SQL. */
function isForMachine(language: Language): RawBuilder<boolean> {
  return sql<boolean>`${COMMENT_LANGUAGE} <> ${language} and not exists (select from entry_translation t where t.scorecard_id = c.id
    and t.language = ${language} and (t.origin = 'HUMAN' or t.of_version >= c.applicant_version))`;
}
