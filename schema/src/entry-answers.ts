import {
  type Answers,
  type AnswerValue,
  COPIED,
  type EntryForm,
  type FieldKind,
  type FormField,
  type FormTask,
  type InnovationField,
} from "./entry-form.ts";

/** What may be answered, and what an answer is worth: the same in the browser, also without a network, and on the server. */

/** Longest answers, in characters, and most items of a list: more than that is not kept. */
export const ANSWER_LIMITS = { text: 20_000, shortText: 200, items: 100, item: 2_000 } as const;

/** Most fields or rows that are saved at once. */
export const ANSWERS_AT_ONCE = 200;

/** The fields of a task that are asked, given what is answered. A field whose condition names a field that is not asked is not asked. */
export function shownFields(task: Pick<FormTask, "fields">, { form, answers, copied = false }: Shown): readonly FormField[] {
  const byKey = new Map(form.tasks.flatMap(({ fields }) => fields.map((field) => [field.key, field] as const)));
  return task.fields.filter((field) => isAsked(field, { byKey, answers, copied, seen: new Set() }));
}

/** What decides which fields are asked. `copied`: whether the entry is a copy of an earlier one. */
export type Shown = { readonly form: EntryForm; readonly answers: Answers; readonly copied?: boolean };

/** Words as people count them: runs of characters between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether nothing was answered: null, blank text, an empty list. */
export function isBlank(value: AnswerValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  if (isList(value)) return value.every((item) => item.trim() === "");
  return typeof value === "object" && value.latitude.trim() === "" && value.longitude.trim() === "";
}

/** Whether a value has the shape that a field of this kind keeps: all that saving asks. Null empties every field. */
export function hasShape(kind: FieldKind, value: unknown): value is AnswerValue {
  if (value === null) return true;
  switch (kind) {
    case "SHORT_TEXT":
    case "LONG_TEXT":
      return isText(value, ANSWER_LIMITS.text);
    case "DATE":
    case "CHOICE":
      return isText(value, ANSWER_LIMITS.shortText);
    case "NUMBER":
      return (typeof value === "number" && Number.isFinite(value)) || isText(value, ANSWER_LIMITS.shortText);
    case "CHOICES":
    case "AFFAIRS":
    case "LINKS":
      return Array.isArray(value) && value.length <= ANSWER_LIMITS.items && value.every((item) => isText(item, ANSWER_LIMITS.item));
    case "YES_NO":
      return typeof value === "boolean";
    case "PLACE":
      return isPlace(value);
    case "EVIDENCE":
      return false;
  }
}

/** The answers that are about the innovation itself, by what they are of it. */
export function innovationOf(form: EntryForm, answers: Answers): Partial<Readonly<Record<InnovationField, AnswerValue>>> {
  const bound: Partial<Record<InnovationField, AnswerValue>> = {};
  for (const { fields } of form.tasks)
    for (const { key, binds } of fields) if (binds !== undefined && key in answers) bound[binds] = answers[key] ?? null;
  return bound;
}

/** A day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** An address of the web that a reader can follow. */
export function isLink(text: string): boolean {
  return URL.canParse(text.trim()) && ["http:", "https:"].includes(new URL(text.trim()).protocol);
}

/** The items of a list; none of what is no list. */
export function listOf(value: AnswerValue | undefined): readonly string[] {
  return isList(value) ? value.filter((item) => item.trim() !== "") : [];
}

type Asking = {
  readonly byKey: ReadonlyMap<string, FormField>;
  readonly answers: Answers;
  readonly copied: boolean;
  readonly seen: ReadonlySet<string>;
};

function isAsked(field: FormField, asking: Asking): boolean {
  const { when } = field;
  if (when === undefined) return true;
  if (when.field === COPIED) return when.in.includes(asking.copied);
  const other = asking.byKey.get(when.field);
  if (other === undefined || asking.seen.has(field.key)) return false;
  const seen = new Set([...asking.seen, field.key]);
  const value = asking.answers[when.field] ?? null;
  const values = isList(value) ? value : [value];
  return isAsked(other, { ...asking, seen }) && values.some((item) => when.in.some((wanted) => wanted === item));
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest && !value.includes("\u0000") && value.isWellFormed();
}

function isPlace(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { latitude, longitude, ...rest } = value as Record<string, unknown>;
  return Object.keys(rest).length === 0 && isText(latitude, 30) && isText(longitude, 30);
}
