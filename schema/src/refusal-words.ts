import en from "../locales/en/refusals.json" with { type: "json" };
import id from "../locales/id/refusals.json" with { type: "json" };
import rw from "../locales/rw/refusals.json" with { type: "json" };
import type { Language } from "./languages.ts";
import type { RefusalCode } from "./refusal-codes.ts";

/** Words for every code: a code without words in one of the languages does not compile. */
type Words = { readonly [code in RefusalCode]: string };

const words: { readonly [language in Language]: Words } = { en, rw, id };

/** What a refusal says in a language: which field, what is wrong and what to do. `{{name}}` places are filled from `values`. */
export function refusalWords(language: Language, code: RefusalCode, values: Readonly<Record<string, unknown>> = {}): string {
  return words[language][code].replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => String(values[name] ?? "…"));
}
