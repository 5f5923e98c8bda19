import { formatDate, formatDateTime, formatMonth } from "@isonga/schema/format";
import { FORMAT_WORDS } from "@isonga/schema/format-words";
import { LANGUAGES, type Language } from "@isonga/schema/languages";

/** What a field of dates holds: a day `2026-12-22`, a month `2026-12`, or a moment of a local clock `2026-12-22T14:05`. */
export type DateKind = "day" | "month" | "moment";

/**
 * Reads a date as people write it: "22 December 2026", "22 Ukuboza 2026", "22 Des 2026", "22/12/2026", "2026-12-22"; a moment with its time
 * after it ("…, 14:05", "… pukul 14.05"), midnight where none is said. Always the day before the month. Null for what is no date.
 */
export function readDate(text: string, kind: DateKind, language: Language): string | null {
  const words = text.trim().toLowerCase();
  if (kind === "month") return readMonth(words, language);
  return kind === "day" ? readDay(words, language) : readMoment(words, language);
}

/** The date as the language writes it, a moment with a short month so that it fits its field; what is no date of its kind stays as it is. */
export function writeDate(value: string, kind: DateKind, language: Language): string {
  if (!isDate(value, kind)) return value;
  if (kind === "month") return formatMonth(value, language);
  if (kind === "day") return formatDate(value, language, { timeZone: "UTC" });
  return formatDateTime(`${value}Z`, language, { timeZone: "UTC", short: true });
}

/** Whether the value is a date of its kind that the calendar has. */
export function isDate(value: string, kind: DateKind): boolean {
  if (kind === "month") return /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
  const [day = "", time] = value.split("T");
  if (kind === "day" ? time !== undefined : !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time ?? "")) return false;
  const [year, month, date] = day.split("-");
  return dayOf(year, Number(month), date) === day;
}

/** A time of day as people write it, "9.30" or "14:05", as `14:05`; null for what is none. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  return match && hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : null;
}

function readMoment(words: string, language: Language): string | null {
  const match = /^(.*?\d)(?:t|,\s*|\s+(?:pukul\s+)?)(\d{1,2}[:.]\d{2})(?::\d{2})?$/.exec(words);
  const time = match === null ? "00:00" : readTime(match[2] ?? "");
  const day = readDay(match?.[1] ?? words, language);
  return day === null || time === null ? null : `${day}T${time}`;
}

function readDay(words: string, language: Language): string | null {
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (whole) return dayOf(whole[1], Number(whole[2]), whole[3]);
  const figures = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})$/.exec(words);
  if (figures) return dayOf(figures[3], Number(figures[2]), figures[1]);
  const named = /^(\d{1,2})[\s.-]*([\p{L}.]+)[\s,-]*(\d{4})$/u.exec(words);
  if (named) return dayOf(named[3], monthNamed(named[2], language), named[1]);
  const american = /^([\p{L}.]+)\s*(\d{1,2})[\s,]+(\d{4})$/u.exec(words);
  return american ? dayOf(american[3], monthNamed(american[1], language), american[2]) : null;
}

function readMonth(words: string, language: Language): string | null {
  const whole = /^(\d{4})[\s./-]+(\d{1,2})$/.exec(words);
  if (whole) return monthOf(whole[1], Number(whole[2]));
  const figures = /^(\d{1,2})[\s./-]+(\d{4})$/.exec(words);
  if (figures) return monthOf(figures[2], Number(figures[1]));
  const named = /^([\p{L}.]+)[\s,-]*(\d{4})$/u.exec(words);
  return named ? monthOf(named[2], monthNamed(named[1], language)) : null;
}

function dayOf(year: string | undefined, month: number, day: string | undefined): string | null {
  const first = monthOf(year, month);
  const date = Number(day);
  if (first === null || date < 1 || date > 31) return null;
  const written = `${first}-${pad(date)}`;
  const instant = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written) ? written : null;
}

/** Two figures are a year of this century. */
function monthOf(year: string | undefined, month: number): string | null {
  const whole = year?.length === 2 ? `20${year}` : year;
  return whole !== undefined && /^[1-9]\d{3}$/.test(whole) && month >= 1 && month <= 12 ? `${whole}-${pad(month)}` : null;
}

/** The month whose name begins so, in the reader's language before the others; 0 where none or several do. */
function monthNamed(name: string | undefined, language: Language): number {
  const start = (name ?? "").replaceAll(".", "");
  if (start.length < 3) return 0;
  for (const candidate of [language, ...LANGUAGES]) {
    const { months, shortMonths } = FORMAT_WORDS[candidate];
    const found = months.flatMap((month, index) => (month.toLowerCase().startsWith(start) ? [index + 1] : []));
    if (found.length === 1) return found[0] ?? 0;
    const short = shortMonths.findIndex((month) => month.toLowerCase().replace(".", "") === start);
    if (short >= 0) return short + 1;
  }
  return 0;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
