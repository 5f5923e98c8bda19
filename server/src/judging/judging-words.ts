import type { Language } from "@isonga/schema/languages";
import en from "../../locales/en/judging.json" with { type: "json" };
import id from "../../locales/id/judging.json" with { type: "json" };
import rw from "../../locales/rw/judging.json" with { type: "json" };

/** Words of judging that the server says; English is the type, a language that lacks a key does not compile. */
export const JUDGING_WORDS: Readonly<Record<Language, typeof en>> = { en, rw, id };
