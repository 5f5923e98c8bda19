import { LANGUAGES } from "@isonga/schema/languages";

/** A recorded change, as far as its rows go. */
export type ChangedRow = { readonly before: unknown; readonly after: unknown };

/** One field of a recorded change; a value is null where the row was not there. */
export type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null };

/** The fields that a change touched, without those that change with every change (version, times). */
export function changesOf({ before, after }: ChangedRow): readonly FieldChange[] {
  const [old, now] = [readRow(before), readRow(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !ALWAYS.has(field));
  return fields
    .map((field) => ({ field, before: textOf(old[field]), after: textOf(now[field]) }))
    .filter((change) => change.before !== change.after);
}

/** The name of a thing by its id, where the record knows one. */
export type NameOfId = (id: string) => string | null;

/** What the thing is called: by its row where that says so, else by what it belongs to ("Remera · Birth certificate"). */
export function nameOf(
  { before, after }: ChangedRow,
  { language, names }: { readonly language: string; readonly names: NameOfId },
): string | null {
  const row = { ...readRow(before), ...readRow(after) };
  for (const key of ["name", "person_name"]) if (typeof row[key] === "string") return row[key];
  const own = readRow(row["names"]);
  for (const key of [language, "en"]) if (typeof own[key] === "string" && own[key] !== "") return own[key];
  const owners = OWNERS.flatMap((key) => (typeof row[key] === "string" ? (names(row[key]) ?? []) : []));
  if (owners.length > 0) return owners.join(" · ");
  return typeof row["code"] === "string" ? row["code"] : null;
}

/** Columns that say whose a row is, the most telling first. */
const OWNERS = ["person_id", "jurisdiction_id", "agency_id", "subject_id", "service_id", "round_id"];

const ALWAYS = new Set(["version", "updated_at", "created_at"]);

function readRow(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === "object" && row !== null ? { ...row } : {};
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? (localizedOf(value) ?? JSON.stringify(value)) : String(value);
}

/** A text in several languages, each with its tag; null for any other object. */
function localizedOf(value: object): string | null {
  const texts = Object.entries(value);
  if (texts.length === 0 || !texts.every(([tag, text]) => LANGUAGES.some((language) => language === tag) && typeof text === "string"))
    return null;
  return texts.map(([tag, text]) => `${tag}: ${text}`).join(" · ");
}
