import type { Language } from "@isonga/schema/languages";
import type { EntryAnswer, TranslationOrigin } from "./answer.type.ts";
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
    const own = translations.filter(({ field }) => field === row.field);
    const said = typeof row.value === "string" ? saidIn(row.version, own, { written, asked }) : null;
    if (said === null) return originalView(row, written);
    return { ...originalView(row, said.language), value: said.text, translatedBy: said.translatedBy, stale: said.stale };
  });
}

/** A text in another language than its own, with who translated it and whether the original has moved on since. */
export type SaidIn = {
  readonly text: string;
  readonly language: Language;
  readonly translatedBy: TranslationOrigin;
  readonly stale: boolean;
};

/** What a text's translations say in the language asked; null where the original is to be told: in its own language, or when there is none. */
export function saidIn(
  version: number,
  translations: readonly TranslationRow[],
  { written, asked }: { readonly written: Language | null; readonly asked: Language },
): SaidIn | null {
  const found = asked === written ? undefined : translations.find(({ language }) => language === asked);
  return found ? { text: found.text, language: asked, translatedBy: found.origin, stale: found.ofVersion < version } : null;
}
