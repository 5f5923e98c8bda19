import { Refusal } from "../../kernel/refusal.ts";
import { KNOWN_COUNTRIES } from "../countries.ts";

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * A JSON file of areas: a list of objects in the general form, or `{ "levels": […], "areas": […] }` where a country's levels are told too.
 * Where no area names its country, it is the one known country that has all their levels. Refuses FILE_UNREADABLE.
 */
export function placesJson(json: unknown): readonly JsonRecord[] {
  const { levels, areas } = Array.isArray(json) ? { levels: [], areas: json } : partsOf(json);
  const records: readonly JsonRecord[] = [...levels, ...areas].map(recordOf);
  if (levels.length > 0 || records.some(({ country }) => country !== undefined)) return records;
  const country = countryOf(records.map(({ level }) => String(level ?? "")));
  return country === null ? records : records.map((record) => ({ ...record, country }));
}

function partsOf(json: unknown): { readonly levels: readonly unknown[]; readonly areas: readonly unknown[] } {
  const { levels = [], areas = [] } = (json ?? {}) as { readonly levels?: unknown; readonly areas?: unknown };
  if (!Array.isArray(levels) || !Array.isArray(areas)) throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
  return { levels, areas };
}

function recordOf(value: unknown): JsonRecord {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
  const { codes, leagues, ...record } = value as JsonRecord;
  return {
    ...record,
    ...(codes !== undefined && { codes: codesText(codes) }),
    ...(Array.isArray(leagues) && { leagues: leagues.join("|") }),
  };
}

function codesText(codes: unknown): unknown {
  if (codes === null || typeof codes !== "object" || Array.isArray(codes)) return codes;
  return Object.entries(codes)
    .map(([system, code]) => `${system}=${String(code)}`)
    .join("|");
}

function countryOf(levels: readonly string[]): string | null {
  const used = new Set(levels);
  const fitting = KNOWN_COUNTRIES.filter((country) => [...used].every((level) => country.levels.some(({ code }) => code === level)));
  return fitting.length === 1 ? (fitting[0]?.code ?? null) : null;
}
