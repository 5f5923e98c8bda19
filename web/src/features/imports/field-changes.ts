/** One field of a changed row, before and after, as text. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

/** Where nothing stood. */
const NOTHING = "–";

/** The fields that differ; of something new, those that hold anything. */
export function fieldChanges(row: { readonly before: unknown; readonly after: unknown }): readonly FieldChange[] {
  const before = fieldsOf(row.before);
  return Object.entries(fieldsOf(row.after)).flatMap(([field, value]) => {
    const change = { field, before: textOf(before[field]), after: textOf(value) };
    return change.before === change.after ? [] : [change];
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return NOTHING;
  if (typeof value !== "object") return String(value);
  const parts = Object.entries(value).map(([key, part]) => (Array.isArray(value) ? textOf(part) : `${key}: ${textOf(part)}`));
  return parts.join(", ") || NOTHING;
}
