import type { Language } from "@isonga/schema/languages";
import en from "../../../locales/en/print.json" with { type: "json" };
import id from "../../../locales/id/print.json" with { type: "json" };
import rw from "../../../locales/rw/print.json" with { type: "json" };

/** The words of printed sheets; English is the type, a language that lacks a key does not compile. */
export const SHEET_WORDS: Readonly<Record<Language, typeof en>> = { en, rw, id };
export type SheetWords = typeof en;
