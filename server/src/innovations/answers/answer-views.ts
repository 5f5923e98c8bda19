import type { Language } from "@isonga/schema/languages";
import type { EntryAnswer } from "./answer.type.ts";
import type { AnswerRow, TranslationRow } from "./answer-loaders.ts";

/** An answer as it was written. */
export function originalView({ field, value, version, changedBy, changedAt }: AnswerRow, language: Language): EntryAnswer {
  return { field, value, version, changedBy, changedAt, language, translatedBy: null, stale: false };
}

export type AskedLanguage = { readonly written: Language; readonly asked: Language };

/** Answers in a language where there is a translation, and as they were written where there is none: each says which it is. */
export function answersIn(
  rows: readonly AnswerRow[],
  translations: readonly TranslationRow[],
  { written, asked }: AskedLanguage,
): readonly EntryAnswer[] {
  return rows.map((row) => {
    const found = translations.find(({ field, language }) => field === row.field && language === asked);
    if (asked === written || !found || typeof row.value !== "string") return originalView(row, written);
    return { ...originalView(row, asked), value: found.text, translatedBy: found.origin, stale: found.ofVersion < row.version };
  });
}
