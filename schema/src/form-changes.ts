import { canonicalJson } from "./canonical-json.ts";
import type { EntryForm, FormField } from "./entry-form.ts";
import type { LocalizedText } from "./languages.ts";

/** What is new in a later version of a form: a field (or a row, by its code) that was added, changed or taken out. */
export type FormChange = {
  readonly kind: "ADDED" | "CHANGED" | "REMOVED";
  /** Code of the task in which it stands, of the version that has it. */
  readonly task: string;
  readonly field: string;
  /** The field's words, null for a row. */
  readonly label: LocalizedText | null;
};

/** The differences between two versions, in the order of the later one; what was taken out comes last. */
export function formChanges(before: EntryForm, after: EntryForm): readonly FormChange[] {
  const old = new Map(partsOf(before).map((part) => [part.field, part]));
  const now = new Map(partsOf(after).map((part) => [part.field, part]));
  const newer = [...now.values()].flatMap(({ content, ...part }): readonly FormChange[] => {
    const was = old.get(part.field);
    if (was === undefined) return [{ kind: "ADDED", ...part }];
    return was.content === content ? [] : [{ kind: "CHANGED", ...part }];
  });
  const gone = [...old.values()].filter(({ field }) => !now.has(field));
  return [...newer, ...gone.map(({ content: _, ...part }) => ({ kind: "REMOVED" as const, ...part }))];
}

type Part = Omit<FormChange, "kind"> & { readonly content: string };

function partsOf(form: EntryForm): readonly Part[] {
  return form.tasks.flatMap(({ code: task, fields, indicators }) => [
    ...fields.map((field: FormField) => ({ task, field: field.key, label: field.label, content: canonicalJson(field) })),
    ...indicators.map((code) => ({ task, field: code, label: null, content: "" })),
  ]);
}
