import type { Answers, AnswerValue } from "@isonga/schema/entry-form";
import type { Language } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import type { Instant } from "../../kernel/graphql/scalars.ts";

/** An answer as the database has it, in the language of its entry. */
export type AnswerRow = {
  readonly entryId: string;
  readonly field: string;
  readonly value: AnswerValue;
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant;
};

/** What a translation is of: a field of an entry, or what a scorecard says to the applicant. The column that names it. */
export type TranslatedThing = "entry_id" | "scorecard_id";

/** A text said in another language. `ofId`: the entry or card; `ofVersion`: the version of the original that it was made of. */
export type TranslationRow = {
  readonly ofId: string;
  readonly field: string;
  readonly language: Language;
  readonly text: string;
  readonly origin: "HUMAN" | "MACHINE";
  readonly ofVersion: number;
  readonly madeBy: string | null;
  readonly madeAt: Instant;
  readonly version: number;
};

/** The answers of an entry, batched by its id. Whether the asker may see them follows from the entry. */
export function answerLoader(ctx: Context): DataLoader<string, readonly AnswerRow[]> {
  return memoized(ctx, answerLoader, () => {
    return new DataLoader<string, readonly AnswerRow[]>(async (ids) => {
      const { rows } = await sql<AnswerRow>`select a.entry_id as "entryId", a.field, a.value, a.version, writer.name as "changedBy",
          a.changed_at as "changedAt"
        from entry_answer a left join person writer on writer.id = a.changed_by
        where a.entry_id = any(${[...ids]}::uuid[]) order by a.entry_id, a.field`.execute(ctx.db);
      return byEntry(ids, rows);
    });
  });
}

/** The translations of an entry, or of a card, batched by its id. */
export function translationLoader(ctx: Context, of: TranslatedThing = "entry_id"): DataLoader<string, readonly TranslationRow[]> {
  return memoized(ctx, `translations by ${of}`, () => {
    const column = sql.ref(`t.${of}`);
    return new DataLoader<string, readonly TranslationRow[]>(async (ids) => {
      const { rows } = await sql<TranslationRow>`select ${column} as "ofId", t.field, t.language, t.text, t.origin,
          t.of_version as "ofVersion", translator.name as "madeBy", t.made_at as "madeAt", t.version
        from entry_translation t left join person translator on translator.id = t.made_by
        where ${column} = any(${[...ids]}::uuid[]) order by ${column}, t.field, t.language`.execute(ctx.db);
      const groups = Map.groupBy(rows, ({ ofId }) => ofId);
      return ids.map((id) => groups.get(id) ?? []);
    });
  });
}

/** Rows in the order of the entries that were asked for. */
export function byEntry<Row extends { readonly entryId: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.entryId)?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}

/** Answers as the rules of the form take them. */
export function answersOf(rows: readonly AnswerRow[]): Answers {
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]));
}
