import { COPIED, type EntryForm, FIELD_KINDS, INNOVATION_FIELDS } from "@isonga/schema/entry-form";
import { z } from "zod";
import { localizedProse, localizedText, refuseDuplicates } from "../file-schema.ts";

/** A round's form as data: tasks of typed fields and of the instrument's rows, in three languages. */

const key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(60)
  .describe("Letters and digits, the first one small, e.g. `applicationDate`.");

const taskCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .describe("Lower-case letters, digits and hyphens.");

const day = z.iso.date().describe("A day, YYYY-MM-DD, in the round's zone.");
const words = z.int().min(1).max(20_000);

const field = z
  .strictObject({
    key,
    kind: z.enum(FIELD_KINDS),
    label: localizedText,
    help: localizedProse.optional(),
    binds: z.enum(INNOVATION_FIELDS).optional().describe("What of the innovation it is; others belong to the entry alone."),
    required: z.boolean().default(false),
    requiredFrom: day.optional().describe("Required only from this day on."),
    frozenAfter: day.optional().describe("The last day on which it may be changed."),
    when: z
      .strictObject({
        field: z.union([key, z.literal(COPIED)]),
        in: z
          .array(z.union([z.string().max(200), z.boolean()]))
          .min(1)
          .max(50),
      })
      .optional()
      .describe("Asked only when another field has one of these values."),
    minWords: words.optional(),
    maxWords: words.optional(),
    options: z
      .array(z.strictObject({ value: z.string().min(1).max(100), label: localizedText }))
      .min(1)
      .max(200)
      .superRefine(refuseDuplicates((option: { value: string }) => option.value, "value"))
      .optional(),
  })
  .superRefine((entry, ctx) => {
    const refuse = (path: string, code: string, values: object = {}) =>
      ctx.addIssue({ code: "custom", path: [path], params: { code, values } });
    const chooses = entry.kind === "CHOICE" || entry.kind === "CHOICES";
    if (chooses && entry.options === undefined) refuse("options", "REQUIRED");
    if (!chooses && entry.options !== undefined) refuse("options", "INVALID_VALUE");
    if (entry.minWords !== undefined && entry.maxWords !== undefined && entry.minWords > entry.maxWords)
      refuse("maxWords", "INVALID_VALUE", { value: entry.maxWords });
    if (entry.binds !== undefined && !BOUND_KINDS[entry.binds].includes(entry.kind)) refuse("kind", "INVALID_VALUE", { value: entry.kind });
  })
  .meta({ id: "FormField", description: "A question." });

const task = z
  .strictObject({
    code: taskCode,
    title: localizedText,
    help: localizedProse.optional(),
    fields: z.array(field).max(100).default([]),
    indicators: z.array(z.string().max(60)).max(200).default([]).describe("Codes of the instrument's rows claimed here."),
    last: z.boolean().optional().describe("Looked through when everything else is done."),
  })
  .meta({ id: "FormTask", description: "One screen of the form." });

const tasks = z
  .array(task)
  .min(1)
  .max(40)
  .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"))
  .superRefine((list, ctx) => {
    const seen = new Set<string>();
    const keys = new Set(list.flatMap(({ fields }) => fields.map((entry) => entry.key)));
    for (const [at, { fields, indicators }] of list.entries()) {
      for (const [index, entry] of fields.entries()) {
        const refuse = (path: readonly string[], code: string, value: string) =>
          ctx.addIssue({ code: "custom", path: [at, "fields", index, ...path], params: { code, values: { value } } });
        if (seen.has(entry.key)) refuse(["key"], "ALREADY_EXISTS", entry.key);
        seen.add(entry.key);
        const other = entry.when?.field;
        if (other !== undefined && other !== COPIED && !keys.has(other)) refuse(["when", "field"], "UNKNOWN_REFERENCE", other);
      }
      for (const [index, code] of indicators.entries()) {
        const twice = seen.has(`#${code}`);
        if (twice)
          ctx.addIssue({ code: "custom", path: [at, "indicators", index], params: { code: "ALREADY_EXISTS", values: { value: code } } });
        seen.add(`#${code}`);
      }
    }
  });

/** The form, its parts checked against each other; whether the rows exist is asked of the instrument. */
export const entryForm = z
  .strictObject({
    tasks: tasks.describe("The tasks of an innovation's entry."),
    regional: tasks.optional().describe("The tasks of a region's own rows; not told: one a group of rows."),
  })
  .meta({ id: "EntryForm", description: "What an entry is asked." });

/** A checked form, defaults filled in. */
export type CheckedForm = z.infer<typeof entryForm>;

/** The form without its absent parts, as the code shared with the browser knows it. */
export function formOf(checked: CheckedForm): EntryForm {
  return JSON.parse(JSON.stringify(checked)) as EntryForm;
}

/** Kinds of fields that a part of an innovation can be asked by. */
const BOUND_KINDS: Readonly<Record<(typeof INNOVATION_FIELDS)[number], readonly (typeof FIELD_KINDS)[number][]>> = {
  title: ["SHORT_TEXT"],
  form: ["CHOICE"],
  digital: ["YES_NO"],
  stage: ["CHOICE"],
  initiator: ["CHOICE"],
  affairs: ["AFFAIRS"],
  trialOn: ["DATE"],
  appliedOn: ["DATE"],
  developedOn: ["DATE"],
  design: ["LONG_TEXT"],
  aim: ["LONG_TEXT", "SHORT_TEXT"],
  benefit: ["LONG_TEXT", "SHORT_TEXT"],
  result: ["LONG_TEXT", "SHORT_TEXT"],
  links: ["LINKS"],
  place: ["PLACE"],
};
