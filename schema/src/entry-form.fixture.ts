import { COPIED, type EntryForm, type FormField, type FormTask } from "./entry-form.ts";

/** One word in every language. */
export const words = (text: string) => ({ en: text, rw: text, id: text });
/** A field to be changed. */
export const field = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  kind: "LONG_TEXT",
  label: words(key),
  required: false,
  ...more,
});
/** A task of these fields. */
export const task = (code: string, fields: readonly FormField[], more: Partial<FormTask> = {}): FormTask => ({
  code,
  title: words(code),
  fields,
  indicators: [],
  ...more,
});

/** A form with every kind of rule. */
export const FORM: EntryForm = {
  tasks: [
    task("about", [
      field("title", { kind: "SHORT_TEXT", binds: "title", required: true }),
      field("changed", { required: true, when: { field: COPIED, in: [true] } }),
    ]),
    task("stage", [
      field("stage", {
        kind: "CHOICE",
        binds: "stage",
        required: true,
        options: [
          { value: "TRIAL", label: words("Trial") },
          { value: "APPLIED", label: words("Applied") },
        ],
      }),
      field("applied", { kind: "DATE", binds: "appliedOn", required: true, when: { field: "stage", in: ["APPLIED"] } }),
      field("place", { kind: "SHORT_TEXT", required: true, when: { field: "applied", in: ["2026-01-01"] } }),
      field("developed", { kind: "DATE", binds: "developedOn" }),
    ]),
    task("design", [field("design", { binds: "design", minWords: 3, maxWords: 5, required: true, requiredFrom: "2026-05-01" })]),
    task("affairs", [field("affairs", { kind: "AFFAIRS", binds: "affairs" }), field("links", { kind: "LINKS", binds: "links" })]),
    task("rows", [], { indicators: ["REGULATION", "STAFF"] }),
    task("review", [], { last: true }),
  ],
};
