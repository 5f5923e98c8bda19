import { formatNumber } from "./format-number.ts";
import { FORMAT_WORDS, type RelativeUnit } from "./format-words.ts";
import type { Language } from "./languages.ts";

/** An instant (a Date, or ISO 8601 with a zone), or a plain day `YYYY-MM-DD` that no time zone may move. */
export type DateInput = Date | string;

/** "22 December 2023", "22 Ukuboza 2023", "22 Desember 2023"; short: "22 Dec 2023". A RangeError for what is no date. */
export function formatDate(value: DateInput, language: Language, options: { readonly timeZone: string; readonly short?: boolean }): string {
  const { year, month, day } = readDay(value, options.timeZone);
  return `${day} ${monthName(month, language, options.short)} ${year}`;
}

/** The time of day: "14:05", in Indonesian "14.05". */
export function formatTime(value: DateInput, language: Language, options: { readonly timeZone: string }): string {
  const { hour, minute } = readParts(toInstant(value), options.timeZone);
  return `${pad(hour)}${FORMAT_WORDS[language].clock}${pad(minute)}`;
}

/** Date and time; with `showZone` also the zone's name: "22 December 2023, 14:05 (Kigali time)". */
export function formatDateTime(
  value: DateInput,
  language: Language,
  options: { readonly timeZone: string; readonly short?: boolean; readonly showZone?: boolean },
): string {
  const text = `${formatDate(toInstant(value), language, options)}${FORMAT_WORDS[language].dateTime}${formatTime(value, language, options)}`;
  return options.showZone === true ? `${text} (${formatZone(options.timeZone, language)})` : text;
}

/** A month `YYYY-MM` (or a day in it): "December 2023"; short: "Dec 2023". */
export function formatMonth(value: string, language: Language, options: { readonly short?: boolean } = {}): string {
  const match = /^(\d{4})-(\d{2})(-\d{2})?$/.exec(value);
  const month = Number(match?.[2]);
  if (match === null || !(month >= 1 && month <= 12)) throw new RangeError(`Not a month: ${value}`);
  return `${monthName(month, language, options.short)} ${match[1]}`;
}

/** The name of a time zone as its people say it; an unlisted one by its city. */
export function formatZone(timeZone: string, language: Language): string {
  return FORMAT_WORDS[language].zones[timeZone] ?? timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** How far an instant is from another, in the largest unit that fits, rounded towards zero: "in 3 days", "hashize iminsi 3". */
export function formatRelative(value: DateInput, now: DateInput, language: Language): string {
  const milliseconds = toInstant(value).getTime() - toInstant(now).getTime();
  const distance = Math.abs(milliseconds);
  const unit = UNITS.find((candidate) => distance >= candidate.length);
  const words = FORMAT_WORDS[language];
  if (unit === undefined) return words.now;
  const count = Math.floor(distance / unit.length);
  const phrase = (milliseconds > 0 ? words.future : words.past)[unit.unit][pluralCategory(count, language)];
  return phrase.replace("#", formatNumber(count, language));
}

/**
 * The plural category of a number. English and Kinyarwanda tell one from others, Indonesian does not. Never asked of `Intl`,
 * which answers for the host's language when it lacks `rw`.
 */
export function pluralCategory(count: number, language: Language): "one" | "other" {
  return language !== "id" && Math.abs(count) === 1 ? "one" : "other";
}

/** "A, B and C", "A, B na C" (n' before a vowel), "A, B, dan C". */
export function formatList(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? "";
  const first = items.slice(0, -1).join(", ");
  if (language === "rw") return /^[aeiou]/i.test(last) ? `${first} n'${last}` : `${first} na ${last}`;
  if (language === "id") return items.length === 2 ? `${first} dan ${last}` : `${first}, dan ${last}`;
  return `${first} and ${last}`;
}

export { DECIMAL, formatDecimalString, formatNumber } from "./format-number.ts";

const UNITS: readonly { readonly unit: RelativeUnit; readonly length: number }[] = [
  { unit: "year", length: 365 * 86_400_000 },
  { unit: "month", length: 30 * 86_400_000 },
  { unit: "day", length: 86_400_000 },
  { unit: "hour", length: 3_600_000 },
  { unit: "minute", length: 60_000 },
];

type Parts = { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

function readDay(value: DateInput, timeZone: string): Pick<Parts, "year" | "month" | "day"> {
  const plain = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (plain === null) return readParts(toInstant(value), timeZone);
  toInstant(value);
  return { year: Number(plain[1]), month: Number(plain[2]), day: Number(plain[3]) };
}

/** Calendar parts in a zone: a fixed locale, calendar and digits, so that the host's settings have no say. */
function readParts(instant: Date, timeZone: string): Parts {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    formatters.set(timeZone, formatter);
  }
  const parts = new Map(formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return { year: read("year"), month: read("month"), day: read("day"), hour: read("hour"), minute: read("minute") };
}

function toInstant(value: DateInput): Date {
  const instant = typeof value === "string" ? new Date(value) : value;
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not a date: ${String(value)}`);
  return instant;
}

function monthName(month: number, language: Language, short: boolean | undefined): string {
  const words = FORMAT_WORDS[language];
  return (short === true ? words.shortMonths : words.months)[month - 1] ?? "";
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
