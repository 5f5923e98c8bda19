import { COPIED, type EntryForm, type FormField, type FormTask } from "@isonga/schema/entry-form";
import definition from "./default-form.json" with { type: "json" };
import { entryForm, formOf } from "./entry-form.ts";

/** What an innovation's entry is asked in a round without a form of its own; the instrument's rows are added by their groups. */
export const DEFAULT_FORM: EntryForm = formOf(entryForm.parse(definition));

/** The last task: look everything through and hand it in. */
export const REVIEW_TASKS: readonly FormTask[] = DEFAULT_FORM.tasks.filter(({ last }) => last);

/** What a copy of an earlier entry is asked, in a form that does not ask it itself. */
export const CHANGE_FIELDS: readonly FormField[] = DEFAULT_FORM.tasks.flatMap(({ fields }) =>
  fields.filter(({ when }) => when?.field === COPIED),
);
