import type { Language } from "@isonga/schema/languages";
import en from "../../locales/en/mail.json" with { type: "json" };
import id from "../../locales/id/mail.json" with { type: "json" };
import rw from "../../locales/rw/mail.json" with { type: "json" };

/** The words of letters; English is the type, a language that lacks a key does not compile. */
export const LETTER_WORDS: Readonly<Record<Language, typeof en>> = { en, rw, id };

/** A sentence with its `{{placeholders}}` filled. A placeholder without a value is a fault. */
export function fillWords(sentence: string, values: Readonly<Record<string, string>> = {}): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {{${name}}} in "${sentence}"`);
    return value;
  });
}
