import { ANSWER_LIMITS } from "@isonga/schema/entry-answers";
import type { Language } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { TranslatedThing } from "../answers/answer-loaders.ts";
import type { EntryTranslation } from "./translation.type.ts";

/** What is translated: an entry or a card by its id, its text's version now, and the translations there are. */
export type Translated = {
  readonly of: TranslatedThing;
  readonly id: string;
  readonly version: number;
  readonly known: readonly EntryTranslation[];
};

/** What a person says a text is in another language. `version`: of the translation they saw, 0 when there was none. */
export type SaidAnew = {
  readonly field: string;
  readonly language: Language;
  readonly text: string;
  readonly ofVersion: number;
  readonly version: number;
};

/**
 * Keeps what a person made, an empty text takes it away. Answers the newer translation of somebody else when there is one, and then changes
 * nothing. Refuses TOO_LONG and INVALID_VALUE. Whether the actor may is asked before.
 */
export async function keepTranslation(
  ctx: Context,
  { of, id, version, known }: Translated,
  said: SaidAnew,
): Promise<EntryTranslation | null> {
  const { field, language } = said;
  const text = checkedText(said.text);
  const there = known.find((row) => row.field === field && row.language === language);
  if (there && there.version !== said.version && there.text !== text) return there;
  if (text.trim() === "")
    await sql`delete from entry_translation where ${sql.ref(of)} = ${id}::uuid and field = ${field} and language = ${language}`.execute(
      ctx.db,
    );
  else {
    const ofVersion = Math.min(said.ofVersion, version);
    await writeTranslations(ctx, of, [{ ofId: id, field, language, text, origin: "HUMAN", ofVersion }]);
  }
  return null;
}

/** A translation to write. `ofId`: the entry or card. */
export type NewTranslation = {
  readonly ofId: string;
  readonly field: string;
  readonly language: Language;
  readonly text: string;
  readonly origin: "HUMAN" | "MACHINE";
  readonly ofVersion: number;
};

/** Writes translations in one statement. A machine never writes over what a person made of the same version of the original. */
export async function writeTranslations(ctx: Context, of: TranslatedThing, made: readonly NewTranslation[]): Promise<void> {
  if (made.length === 0) return;
  const thing = sql.ref(of);
  const column = <K extends keyof NewTranslation>(key: K) => made.map((translation) => translation[key]);
  await sql`insert into entry_translation as t (id, ${thing}, field, language, text, origin, of_version, made_by, made_at)
    select n.id, n.of_id, n.field, n.language, n.text, n.origin, n.of_version,
      case when n.origin = 'HUMAN' then ${ctx.actor.id}::uuid end, ${ctx.now()}
    from unnest(${made.map(() => ctx.newId())}::uuid[], ${column("ofId")}::uuid[], ${column("field")}::text[], ${column("language")}::text[],
      ${column("text")}::text[], ${column("origin")}::text[], ${column("ofVersion")}::int[]) as n(id, of_id, field, language, text, origin, of_version)
    on conflict (${thing}, field, language) do update set text = excluded.text, origin = excluded.origin, of_version = excluded.of_version,
      made_by = excluded.made_by, made_at = excluded.made_at, version = t.version + 1
    where excluded.origin = 'HUMAN' or t.origin = 'MACHINE'`.execute(ctx.db);
}

function checkedText(text: string): string {
  if (text.length > ANSWER_LIMITS.text) throw new Refusal("TOO_LONG", { field: "text", values: { max: ANSWER_LIMITS.text } });
  if (text.includes("\u0000") || !text.isWellFormed()) throw new Refusal("INVALID_VALUE", { field: "text" });
  return text;
}
