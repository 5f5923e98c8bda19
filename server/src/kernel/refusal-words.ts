import type { Language } from "@isonga/schema/languages";
import en from "@isonga/schema/locales/en/refusals.json" with { type: "json" };
import id from "@isonga/schema/locales/id/refusals.json" with { type: "json" };
import rw from "@isonga/schema/locales/rw/refusals.json" with { type: "json" };

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, rw, id };

/** A refusal in the reader's words, its placeholders filled: for files, letters and the command line. */
export function refusalWords(language: Language, code: string, values: Readonly<Record<string, unknown>> = {}): string {
  const words = WORDS[language][code] ?? WORDS.en[code] ?? code;
  return words.replace(/\{\{\s*(\w+)[^}]*\}\}/g, (_match, name: string) => String(values[name] ?? "–"));
}
