import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type AnswerRow, answerLoader, translationLoader } from "../answers/answer-loaders.ts";
import type { Entry } from "../entries/entry.entity.ts";
import { entryPolicy } from "../entries/entry.policy.ts";
import { entryAnswer } from "../entries/list-entries.ts";
import { loadEntryFor } from "../entries/load-entry.ts";
import { keepTranslation } from "./keep-translation.ts";
import type { EntryTranslation, SaveTranslationInput, TranslationPayload } from "./translation.type.ts";
import { translationsOf } from "./translation-views.ts";

/**
 * Saves a field said in another language. It is stale from the beginning when the answer has moved on from what it was made of. Refuses
 * NOT_FOUND, FORBIDDEN, UNKNOWN_REFERENCE for a field that holds no text, INVALID_VALUE for the entry's own language; a translation that
 * somebody else changed meanwhile is answered as a conflict and left as it is.
 */
export async function saveTranslation(ctx: Context, input: SaveTranslationInput): Promise<TranslationPayload> {
  const { entry } = await loadEntryFor(ctx, checkedId(input.entryId, "entryId"), (facts) => entryPolicy.translate(ctx.actor, facts));
  const { version } = await translatable(ctx, entry, input);
  const known = await translationsOf(ctx, entry.id);
  return answerWith(ctx, entry.id, await keepTranslation(ctx, { of: "entry_id", id: entry.id, version, known }, input));
}

/** What every act on translations answers. */
export async function answerWith(ctx: Context, entryId: string, conflict: EntryTranslation | null = null): Promise<TranslationPayload> {
  translationLoader(ctx).clear(entryId);
  return { entry: await entryAnswer(ctx, entryId), translations: await translationsOf(ctx, entryId), conflict };
}

/** The answer that is translated. */
async function translatable(ctx: Context, entry: Entry, { field, language }: SaveTranslationInput): Promise<AnswerRow> {
  if (language === entry.language) throw new Refusal("INVALID_VALUE", { field: "language", values: { value: language } });
  const answer = (await answerLoader(ctx).load(entry.id)).find((row) => row.field === field);
  if (typeof answer?.value !== "string" || answer.value.trim() === "")
    throw new Refusal("UNKNOWN_REFERENCE", { field: "field", values: { value: field.slice(0, 60) } });
  return answer;
}
