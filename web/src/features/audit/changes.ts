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

/** What the thing is called, where its row says so. */
export function nameOf({ before, after }: ChangedRow): string | null {
  const row = { ...readRow(before), ...readRow(after) };
  for (const key of ["name", "person_name", "role", "code"]) if (typeof row[key] === "string") return row[key];
  const names = readRow(row["names"]);
  return typeof names["en"] === "string" ? names["en"] : null;
}

const ALWAYS = new Set(["version", "updated_at", "created_at"]);

function readRow(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === "object" && row !== null ? { ...row } : {};
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
