import { readFile } from "node:fs/promises";
import { Refusal } from "../refusal.ts";
import type { OpenSource, RawRow, SourceShape } from "./row-source.ts";

type JsonRecord = Readonly<Record<string, unknown>>;

/** Opens a JSON file: what `records` makes of it, or an array of objects (or the one array inside an object). */
export async function openJson(path: string, records: SourceShape["records"]): Promise<OpenSource> {
  const json = await readJson(path);
  return openRecords([...(records ?? arrayIn)(json)]);
}

/** Rows that are objects already. A row's line is its place in the list, from 1. */
export function openRecords(records: readonly JsonRecord[]): OpenSource {
  const headers = new Map<string, number>();
  for (const record of records) for (const [key] of flatten(record)) if (!headers.has(key)) headers.set(key, headers.size);
  return {
    understood: { format: "JSON", headers: [...headers.keys()] },
    rowsTotal: records.length,
    rows: rowsOf(records, headers),
  };
}

async function* rowsOf(records: readonly JsonRecord[], headers: ReadonlyMap<string, number>): AsyncGenerator<RawRow> {
  for (const [index, record] of records.entries()) {
    const raw = new Array<string>(headers.size).fill("");
    for (const [key, text] of flatten(record)) raw[headers.get(key) ?? 0] = text;
    const broken = raw.some((cell) => cell.includes("\0"));
    const line = index + 1;
    yield broken ? { line, raw: raw.map((cell) => cell.replaceAll("\0", "\uFFFD")), broken: { code: "INVALID_VALUE" } } : { line, raw };
  }
}

function* flatten(record: JsonRecord, prefix = ""): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(record)) {
    if (value === null || value === undefined) continue;
    if (typeof value === "object" && !Array.isArray(value)) yield* flatten(value as JsonRecord, `${prefix}${key}.`);
    else yield [`${prefix}${key}`.replaceAll("\0", "\uFFFD"), typeof value === "object" ? JSON.stringify(value) : String(value)];
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
    throw error;
  }
}

function arrayIn(json: unknown): readonly JsonRecord[] {
  const list = Array.isArray(json) ? json : Object.values((json ?? {}) as object).find((value) => Array.isArray(value));
  if (!Array.isArray(list) || list.some((item) => typeof item !== "object" || item === null))
    throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
  return list as readonly JsonRecord[];
}
