import { isLanguage, type Language } from "@isonga/schema/languages";
import en from "@isonga/schema/locales/en/start.json" with { type: "json" };
import id from "@isonga/schema/locales/id/start.json" with { type: "json" };
import rw from "@isonga/schema/locales/rw/start.json" with { type: "json" };
import { operatorLocale } from "./env.ts";
import { StartProblem } from "./problem.ts";

/** What may keep Isonga from starting, as far as it is said in every language. */
export type StartKey = keyof typeof en;

const WORDS: Readonly<Record<Language, typeof en>> = { en, rw, id };

/** The problem and its mend in the language of whoever starts us, by their locale; English for every other. */
export function startProblem(key: StartKey, values: Readonly<Record<string, string | number>>, locale = operatorLocale()): StartProblem {
  const language = locale.split(/[_.@-]/, 1)[0];
  const { problem, mend } = WORDS[isLanguage(language) ? language : "en"][key];
  const fill = (words: string): string => words.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ""));
  return new StartProblem(fill(problem), fill(mend));
}
