import { z } from "zod";
import { isTimeZone } from "../kernel/time-zone.ts";
import { type Checked, checkDefinition } from "./definition-problems.ts";
import { graceMinutes, instant, localizedProse, localizedText, refuseDuplicates, slug } from "./file-schema.ts";
import { entryForm } from "./forms/entry-form.ts";
import { anyInstrument } from "./instrument.ts";

/**
 * A whole round in one file: what `import round FILE` reads and an export writes. Its published form is
 * `schema/round-file.schema.json`, made from here.
 */

/** The kinds of dated steps. */
export const STAGE_KINDS = [
  "REPORTING",
  "APPROVAL",
  "SUBMISSION",
  "ENDORSEMENT",
  "CHECK",
  "VERIFICATION",
  "JUDGING",
  "OBJECTION",
  "STANDING",
  "DECISION",
  "PUBLICATION",
] as const;

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe("ISO 3166-1 code of two letters, e.g. RW.");

const stage = z
  .strictObject({
    code: slug,
    kind: z.enum(STAGE_KINDS),
    names: localizedText,
    startsAt: instant,
    endsAt: instant,
    graceMinutes: graceMinutes.optional(),
  })
  .superRefine((value, ctx) => {
    if (Date.parse(value.endsAt) > Date.parse(value.startsAt)) return;
    ctx.addIssue({ code: "custom", path: ["endsAt"], params: { code: "STAGE_ORDER", values: { code: value.code } } });
  })
  .meta({ id: "Stage", description: "A dated step; stages are shown in the order of the file." });

const round = z.strictObject({
  code: slug,
  names: localizedText,
  descriptions: localizedProse.optional(),
  place: z
    .strictObject({ country, code: z.string().min(1).max(40) })
    .describe("The jurisdiction whose subtree takes part, by its key code."),
  timeZone: z
    .string()
    .refine(isTimeZone, { params: { code: "INVALID_VALUE" } })
    .describe("IANA time zone in which the round's dates are shown, e.g. Africa/Kigali."),
  illustrative: z.boolean().default(false).describe("Whether the figures are invented, which every page then says."),
  stages: z
    .array(stage)
    .min(1)
    .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code")),
  instrument: anyInstrument,
  form: entryForm.optional().describe("What entries are asked, in a round that takes them; not told: the platform's form."),
});

/** The file, version 1. */
export const roundFile = z.strictObject({
  $schema: z.string().optional().describe("Where this schema lies, for editors."),
  formatVersion: z.literal(1),
  programme: z.strictObject({ code: slug, country, names: localizedText, descriptions: localizedProse.optional() }),
  round,
});

/** A checked file, defaults filled in. */
export type RoundFile = z.infer<typeof roundFile>;

/** The file's content, or every problem with its path. Whether places, services and levels exist is asked of the database. */
export function checkRoundFile(value: unknown): Checked<RoundFile> {
  return checkDefinition(roundFile, value);
}

/** The published JSON Schema (draft 2020-12) of what a file may hold; conditions between fields are checked on import only. */
export function roundFileJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(roundFile, { io: "input" });
  return { ...schema, title: "Isonga round file", description: "A programme's round with its stages and its instrument." };
}
