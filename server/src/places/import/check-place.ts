import { LIMITS } from "@isonga/schema/limits";
import { Refusal } from "../../kernel/refusal.ts";
import { type AreaState, type KnownArea } from "./area-state.ts";
import type { PlaceRow } from "./place-row.ts";

/** Official codes: letters and digits, parted by points, hyphens, slashes or underscores. */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;
const SYSTEM_PATTERN = /^[a-z][a-z0-9_-]{0,29}$/;
const MOST_PEOPLE = 2_147_483_647;

/**
 * What the area becomes when this row is taken over what is known of it. The parent is left to the caller. Refuses REQUIRED, TOO_LONG,
 * INVALID_CODE, INVALID_NUMBER, INVALID_DATE, UNKNOWN_REFERENCE, with the column as its field.
 */
export function checkPlace(row: PlaceRow, before: KnownArea | undefined, leagues: ReadonlySet<string>): Omit<AreaState, "parent"> {
  const state = {
    country: row.country,
    level: row.level,
    code: checkedCode(row.code, "code"),
    name: checkedName(row.name ?? before?.name ?? "", "name"),
    names: { ...before?.names, ...checkedNames(row) },
    population: given(row.population, before?.population ?? null, (text) => wholeNumber(text)),
    validFrom: given(row.validFrom, before?.validFrom ?? null, (text) => localDate(text, "valid_from")),
    validTo: given(row.validTo, before?.validTo ?? null, (text) => localDate(text, "valid_to")),
    codes: { ...before?.codes, ...checkedCodes(row) },
    leagues: checkedLeagues(row, before, leagues),
  };
  if (state.validFrom !== null && state.validTo !== null && state.validTo <= state.validFrom)
    throw new Refusal("INVALID_DATE", { field: "valid_to" });
  return state;
}

/** A whole number of people. Refuses INVALID_NUMBER. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value > MOST_PEOPLE) throw new Refusal("INVALID_NUMBER", { field: "population" });
  return value;
}

/** A day that the calendar has, `YYYY-MM-DD`. Refuses INVALID_DATE. */
export function localDate(text: string, field: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!exists) throw new Refusal("INVALID_DATE", { field });
  return text;
}

/** An official code. Refuses REQUIRED and INVALID_CODE. */
export function checkedCode(code: string, field: string): string {
  if (code === "") throw new Refusal("REQUIRED", { field });
  if (!CODE_PATTERN.test(code)) throw new Refusal("INVALID_CODE", { field });
  return code;
}

/** A name that is there and not too long. Refuses REQUIRED and TOO_LONG. */
export function checkedName(name: string, field: string): string {
  const trimmed = name.trim();
  if (trimmed === "") throw new Refusal("REQUIRED", { field });
  if (trimmed.length > LIMITS.nameLength) throw new Refusal("TOO_LONG", { field, values: { max: LIMITS.nameLength } });
  return trimmed;
}

function checkedNames(row: PlaceRow): Record<string, string> {
  return Object.fromEntries(Object.entries(row.names).map(([language, name = ""]) => [language, checkedName(name, `name_${language}`)]));
}

function checkedCodes(row: PlaceRow): Record<string, string> {
  for (const [system, code] of Object.entries(row.codes)) {
    if (!SYSTEM_PATTERN.test(system)) throw new Refusal("INVALID_CODE", { field: `codes.${system}` });
    checkedCode(code, `codes.${system}`);
  }
  return { ...row.codes };
}

function checkedLeagues(row: PlaceRow, before: KnownArea | undefined, leagues: ReadonlySet<string>): readonly string[] {
  if (row.leagues === undefined) return before?.leagues ?? [];
  const unknown = row.leagues.find((code) => !leagues.has(code));
  if (unknown !== undefined) throw new Refusal("UNKNOWN_REFERENCE", { field: "leagues", values: { value: unknown } });
  return [...new Set(row.leagues)].sort();
}

function given<T>(text: string | undefined, before: T | null, read: (text: string) => T): T | null {
  return text === undefined ? before : read(text);
}
