import { Refusal } from "../../kernel/refusal.ts";

/**
 * The instant at which clocks in the zone show this local time, `YYYY-MM-DDTHH:MM`. A time that a clock change skips is read with the
 * offset before the change; one that occurs twice is the first. Refuses INVALID_DATE.
 */
export function instantOfLocal(local: string, timeZone: string, field: string): Date {
  const match = LOCAL.exec(local);
  const utc = match ? Date.parse(`${local.slice(0, 16)}:${match[1] ?? "00"}Z`) : Number.NaN;
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 16) !== local.slice(0, 16))
    throw new Refusal("INVALID_DATE", { field, values: { value: local } });
  const before = utc - offsetAt(utc - DAY, timeZone);
  const after = utc - offsetAt(utc + DAY, timeZone);
  const fits = [before, after].sort((a, b) => a - b).filter((candidate) => candidate + offsetAt(candidate, timeZone) === utc);
  return new Date(fits[0] ?? before);
}

/** What clocks in the zone show at an instant, to the minute: `YYYY-MM-DDTHH:MM`. */
export function localOfInstant(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** The instant written with the zone's offset, to the second: `2022-11-25T09:00:00+02:00`. One instant in one zone has one such text. */
export function isoInZone(instant: Date, timeZone: string): string {
  const offset = Math.round(offsetAt(instant.getTime(), timeZone) / MINUTE);
  const local = new Date(instant.getTime() + offset * MINUTE).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The same local time a number of months later (or earlier), the last day of the month where there is no such day. */
export function shiftMonths(instant: Date, months: number, timeZone: string): Date {
  const local = localOfInstant(instant, timeZone);
  const [year = 0, month = 1, day = 1] = local.slice(0, 10).split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const shifted = `${first.toISOString().slice(0, 8)}${two(Math.min(day, lastDay))}${local.slice(10)}`;
  return new Date(instantOfLocal(shifted, timeZone, "months").getTime() + (instant.getTime() % MINUTE));
}

/** A month `YYYY-MM` a number of months later. */
export function shiftMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** A day `YYYY-MM-DD` a number of months later; the 31st becomes the last of a shorter month. */
export function shiftDay(day: string, months: number): string {
  const first = shiftMonth(day.slice(0, 7), months);
  const [year = 0, month = 1] = first.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${first}-${two(Math.min(Number(day.slice(8)), last))}`;
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::(\d{2}))?$/;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const seconds = Math.floor(instant / 1000) * 1000;
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(seconds)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second")) - seconds;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, made);
  return made;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
