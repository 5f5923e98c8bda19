import { ANSWER_LIMITS } from "@isonga/schema/entry-answers";
import type { Language } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type AnswerRow, answerLoader, translationLoader } from "../answers/answer-loaders.ts";
import type { Entry } from "../entries/entry.entity.ts";
import { entryPolicy } from "../entries/entry.policy.ts";
import { entryAnswer } from "../entries/list-entries.ts";
import { loadEntryFor } from "../entries/load-entry.ts";
import type { EntryTranslation, SaveTranslationInput, TranslationPayload } from "./translation.type.ts";
import { translationsOf } from "./translation-views.ts";

/**
 * Saves a field said in another language. It is stale from the beginning when the answer has moved on from what it was made of. Refuses
 * NOT_FOUND, FORBIDDEN, UNKNOWN_REFERENCE for a field that holds no text, INVALID_VALUE for the entry's own language; a translation that
 * somebody else changed meanwhile is answered as a conflict and left as it is.
 */
export async function saveTranslation(ctx: Context, input: SaveTranslationInput): Promise<TranslationPayload> {
  const { entry } = await loadEntryFor(ctx, checkedId(input.entryId, "entryId"), (facts) => entryPolicy.translate(ctx.actor, facts));
  const answer = await translatable(ctx, entry, input);
  const text = checkedText(input.text);
  const there = (await translationsOf(ctx, entry.id)).find(({ field, language }) => field === input.field && language === input.language);
  const conflict = there && there.version !== input.version && there.text !== text ? there : null;
  if (conflict === null) {
    if (text.trim() === "") await removeTranslation(ctx, entry.id, input);
    else
      await writeTranslations(ctx, entry.id, [{ ...input, text, origin: "HUMAN", ofVersion: Math.min(input.ofVersion, answer.version) }]);
  }
  return answerWith(ctx, entry.id, conflict);
}

/** What every act on translations answers. */
export async function answerWith(ctx: Context, entryId: string, conflict: EntryTranslation | null = null): Promise<TranslationPayload> {
  translationLoader(ctx).clear(entryId);
  return { entry: await entryAnswer(ctx, entryId), translations: await translationsOf(ctx, entryId), conflict };
}

export type NewTranslation = {
  readonly field: string;
  readonly language: Language;
  readonly text: string;
  readonly origin: "HUMAN" | "MACHINE";
  readonly ofVersion: number;
};

/** Writes translations in one statement. A machine never writes over what a person made of the same version of the answer. */
export async function writeTranslations(ctx: Context, entryId: string, made: readonly NewTranslation[]): Promise<void> {
  if (made.length === 0) return;
  const column = <K extends keyof NewTranslation>(key: K) => made.map((translation) => translation[key]);
  await sql`insert into entry_translation as t (id, entry_id, field, language, text, origin, of_version, made_by, made_at)
    select n.id, ${entryId}::uuid, n.field, n.language, n.text, n.origin, n.of_version,
      case when n.origin = 'HUMAN' then ${ctx.actor.id}::uuid end, ${ctx.now()}
    from unnest(${made.map(() => ctx.newId())}::uuid[], ${column("field")}::text[], ${column("language")}::text[], ${column("text")}::text[],
      ${column("origin")}::text[], ${column("ofVersion")}::int[]) as n(id, field, language, text, origin, of_version)
    on conflict (entry_id, field, language) do update set text = excluded.text, origin = excluded.origin, of_version = excluded.of_version,
      made_by = excluded.made_by, made_at = excluded.made_at, version = t.version + 1
    where excluded.origin = 'HUMAN' or t.origin = 'MACHINE'`.execute(ctx.db);
}

/** The answer that is translated. */
async function translatable(ctx: Context, entry: Entry, { field, language }: SaveTranslationInput): Promise<AnswerRow> {
  if (language === entry.language) throw new Refusal("INVALID_VALUE", { field: "language", values: { value: language } });
  const answer = (await answerLoader(ctx).load(entry.id)).find((row) => row.field === field);
  if (typeof answer?.value !== "string" || answer.value.trim() === "")
    throw new Refusal("UNKNOWN_REFERENCE", { field: "field", values: { value: field.slice(0, 60) } });
  return answer;
}

function checkedText(text: string): string {
  if (text.length > ANSWER_LIMITS.text) throw new Refusal("TOO_LONG", { field: "text", values: { max: ANSWER_LIMITS.text } });
  if (text.includes("\u0000") || !text.isWellFormed()) throw new Refusal("INVALID_VALUE", { field: "text" });
  return text;
}

async function removeTranslation(ctx: Context, entryId: string, { field, language }: SaveTranslationInput): Promise<void> {
  await sql`delete from entry_translation where entry_id = ${entryId}::uuid and field = ${field} and language = ${language}`.execute(
    ctx.db,
  );
}
