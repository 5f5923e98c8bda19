import { formatDate, formatDateTime, formatDecimalString, formatMonth, formatNumber, pluralCategory } from "@isonga/schema/format";
import type { Language, LocalizedText } from "@isonga/schema/languages";
import en from "../../locales/en/public.json";
import id from "../../locales/id/public.json";
import rw from "../../locales/rw/public.json";

type Phrases = typeof en;
type Leaf<T, Path extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaf<T[K], `${Path}${K}.`>;
}[keyof T & string];
type Stem<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;

/** A phrase of the public pages; those with a plural are named without their ending. */
export type PublicKey = Stem<Leaf<Phrases>>;

const phrases: Readonly<Record<Language, unknown>> = { en, rw, id };

/** What a public page says and how it writes numbers and dates, in one language. */
export type Words = {
  readonly language: Language;
  t(key: PublicKey, values?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  decimal(value: string): string;
  date(value: string, timeZone: string): string;
  dateTime(value: string, timeZone: string): string;
  month(value: string): string;
  /** A name given by language: this one, English, or the official one. */
  name(place: { readonly name?: string; readonly names: LocalizedText }): string;
  text(text: LocalizedText): string;
};

/** The words of one language. Kept apart from the app's, so that a public page needs no library of words. */
export function wordsOf(language: Language): Words {
  return {
    language,
    t: (key, values = {}) => fill(find(language, key, values), language, values),
    number: (value) => formatNumber(value, language),
    decimal: (value) => formatDecimalString(value, language),
    date: (value, timeZone) => formatDate(value, language, { timeZone }),
    dateTime: (value, timeZone) => formatDateTime(value, language, { timeZone, showZone: true }),
    month: (value) => formatMonth(value, language),
    name: (place) => place.names[language] || place.names.en || place.name || "",
    text: (text) => text[language] || text.en || text.rw || text.id || "",
  };
}

function find(language: Language, key: string, values: Readonly<Record<string, string | number>>): string {
  const count = values["count"];
  const found = look(language, key) ?? (typeof count === "number" ? look(language, `${key}_${pluralCategory(count, language)}`) : null);
  return found ?? look(language, `${key}_other`) ?? key;
}

function look(language: Language, key: string): string | null {
  const found = key
    .split(".")
    .reduce<unknown>((group, part) => (typeof group === "object" && group !== null ? Reflect.get(group, part) : null), phrases[language]);
  return typeof found === "string" ? found : null;
}

function fill(phrase: string, language: Language, values: Readonly<Record<string, string | number>>): string {
  return phrase.replaceAll(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_place, name: string, format: string | undefined) => {
    const value = values[name] ?? "";
    if (format === "number") return formatNumber(Number(value), language);
    return format === "decimal" ? formatDecimalString(String(value), language) : String(value);
  });
}
