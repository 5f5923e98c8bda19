import { z } from "zod";
import { fraction } from "../kernel/fraction.ts";
import { levelCode, localizedProse, localizedText, quantity, refuseDuplicates, slug } from "./file-schema.ts";
import { prize, recognitionRoles, weightsNote } from "./instrument-parts.ts";

/**
 * How a round computes an innovation index, as data: the region's rows and each innovation's, their weights, levels and wanted evidence, the
 * year's parameters, who may enter, what is won. Frozen when the round opens. From the programme rules, "The innovation index".
 */

/** A code of a row or an affair, e.g. `REGULATION` or `16`. */
const code = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9_.-]*$/)
  .max(60)
  .describe("Capitals, digits, underscores, points, hyphens.");

const day = z.iso.date().describe("A day, YYYY-MM-DD.");

const named = z.strictObject({ code, names: localizedText });

const indicator = z
  .strictObject({
    code,
    group: code.optional().describe("Code of its group, for reading."),
    names: localizedText,
    descriptions: localizedProse.optional(),
    weight: quantity.describe("Points of one level: row score = weight × level."),
    mandatory: z.boolean().default(false).describe("An entry without a level here cannot be submitted."),
    levels: z.tuple([localizedText, localizedText, localizedText]).describe("What levels 1, 2 and 3 mean; 0 is none of them."),
    evidence: localizedProse.optional().describe("What proves it."),
  })
  .meta({ id: "Indicator", description: "A row that is claimed at a level of 0 to 3 and verified." });

const indicators = z
  .array(indicator)
  .min(1)
  .max(200)
  .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"));

const parameters = z
  .strictObject({
    divisor: z.int().min(1).describe("d: the sum of maturities is divided by max(d, n)."),
    cap: z.int().min(0).describe("The most innovations that the count scores."),
    perInnovation: quantity.describe("Points of one innovation counted."),
    maximum: quantity.describe("Points that are an index of 100."),
    affairs: z
      .strictObject({ basic: z.array(code).min(1), atLeast: z.int().min(0) })
      .nullable()
      .describe("The count scores only where innovations cover at least so many of these affairs; null: always."),
    categories: z
      .array(z.strictObject({ code, names: localizedText, from: quantity }))
      .min(1)
      .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"))
      .describe("Classes of the rounded index, each from a value upwards."),
  })
  .meta({ id: "IndexParameters" });

const eligibility = z
  .strictObject({
    window: z
      .strictObject({ from: day, to: day, basis: z.enum(["APPLIED", "APPLIED_OR_DEVELOPED"]) })
      .optional()
      .describe("Applied (or, where so said, developed) on one of these days."),
    minDesignWords: z.int().min(0).default(0).describe("Fewest words of the design narrative."),
    maxEntries: z.int().min(1).optional().describe("How often an innovation may have been entered in this programme, this time included."),
    barredPrizes: z
      .array(z.strictObject({ prize: slug, places: z.int().min(1) }))
      .default([])
      .describe("An innovation whose office won one of these places before may not enter again."),
    uniqueTitles: z.boolean().default(true).describe("No two entries of one region in the round may have the same title."),
    stages: z
      .array(z.enum(["INITIATIVE", "TRIAL", "APPLIED"]))
      .default([])
      .describe("Stages that may enter; empty: all."),
    affairs: z.array(code).default([]).describe("Affairs that may enter; empty: all."),
  })
  .meta({ id: "EntryEligibility" });

const verification = z
  .strictObject({
    verifiers: z
      .union([z.literal(1), z.literal(2)])
      .default(1)
      .describe("How many verify each row; two that differ need a settlement."),
    largestFile: z
      .int()
      .min(1)
      .max(100 * 1024 * 1024)
      .default(10 * 1024 * 1024)
      .describe("Largest file of evidence, in bytes."),
    kinds: z
      .array(z.enum(["PDF", "PICTURE", "VIDEO", "SPREADSHEET", "DOCUMENT", "LINK"]))
      .min(1)
      .default(["PDF", "PICTURE", "VIDEO", "SPREADSHEET", "DOCUMENT", "LINK"])
      .describe("Kinds of evidence accepted, told by content."),
  })
  .meta({ id: "Verification" });

const custody = z
  .strictObject({
    remindDaysBefore: z
      .array(z.int().min(0).max(60))
      .default([7, 2])
      .describe("Days before the submission's end on which authors are reminded."),
    escalateAfterDays: z
      .int()
      .min(1)
      .max(90)
      .default(5)
      .describe("Days after which whoever holds an entry, and the coordinator, are written to."),
    resubmitDays: z
      .int()
      .min(1)
      .max(90)
      .default(7)
      .describe("Days that authors have at least to mend an entry that came back, also after the submission's end."),
  })
  .meta({ id: "Custody" });

const tieBreak = z.discriminatedUnion("rule", [
  z
    .strictObject({ rule: z.literal("HIGHER_PART"), part: z.enum(["SPD", "MATURITY", "COUNT"]) })
    .describe("The one with more points in this part."),
  z.strictObject({ rule: z.literal("MORE_INNOVATIONS") }).describe("The one with more innovations."),
  z.strictObject({ rule: z.literal("CHAIR_DECISION") }).describe("The chair's recorded decision; the last rule."),
]);

const definition = z.strictObject({
  kind: z.literal("INNOVATION_INDEX"),
  levels: z.array(levelCode).min(1).describe("Levels whose areas are ranked, in the order shown."),
  groups: z
    .array(named)
    .default([])
    .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code")),
  affairs: z
    .array(named)
    .min(1)
    .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"))
    .describe("The catalogue of affairs an innovation may belong to."),
  regional: indicators.describe("The region's own rows, in the catalogue's order."),
  innovation: indicators.describe("The rows of each innovation, in the catalogue's order."),
  parameters,
  eligibility: eligibility.prefault({}),
  verification: verification.prefault({}),
  custody: custody.prefault({}),
  agencyRanking: z.enum(["REPORTED", "VERIFIED", "MATURITY"]).default("REPORTED").describe("What offices of a region are ranked by."),
  weightsNote,
  tieBreaks: z.array(tieBreak).default([]).describe("Applied in order to equal indices; what is left shares the rank."),
  prizes: z
    .array(prize)
    .default([])
    .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code")),
  recognitionRoles,
});

/** The definition in full, its parts checked against each other. */
export const innovationIndexInstrument = definition
  .superRefine((instrument, ctx) => {
    const refuse = (path: (string | number)[], problem: string, value: string) =>
      ctx.addIssue({ code: "custom", path, params: { code: problem, values: { value } } });
    const affairs = new Set(instrument.affairs.map((entry) => entry.code));
    const groups = new Set(instrument.groups.map((entry) => entry.code));
    for (const [index, value] of (instrument.parameters.affairs?.basic ?? []).entries())
      if (!affairs.has(value)) refuse(["parameters", "affairs", "basic", index], "UNKNOWN_REFERENCE", value);
    for (const [index, value] of instrument.eligibility.affairs.entries())
      if (!affairs.has(value)) refuse(["eligibility", "affairs", index], "UNKNOWN_REFERENCE", value);
    const seen = new Set<string>();
    for (const list of ["regional", "innovation"] as const)
      for (const [index, row] of instrument[list].entries()) {
        if (row.group !== undefined && !groups.has(row.group)) refuse([list, index, "group"], "UNKNOWN_REFERENCE", row.group);
        if (seen.has(row.code)) refuse([list, index, "code"], "ALREADY_EXISTS", row.code);
        seen.add(row.code);
      }
    if (fraction(instrument.parameters.maximum).equals(0)) refuse(["parameters", "maximum"], "INVALID_VALUE", "0");
    for (const [index, { level, scope }] of instrument.prizes.entries()) {
      if (!instrument.levels.includes(level)) refuse(["prizes", index, "level"], "UNKNOWN_LEVEL", level);
      if (scope.kind === "WITHIN_EACH" && scope.level === level) refuse(["prizes", index, "scope", "level"], "INVALID_VALUE", level);
    }
    for (const [index, entry] of instrument.tieBreaks.entries())
      if (entry.rule === "CHAIR_DECISION" && index !== instrument.tieBreaks.length - 1)
        refuse(["tieBreaks", index, "rule"], "INVALID_VALUE", entry.rule);
  })
  .meta({ id: "InnovationIndexInstrument" });

/** A checked definition, defaults filled in. */
export type InnovationIndexInstrument = z.infer<typeof innovationIndexInstrument>;
export type Indicator = InnovationIndexInstrument["innovation"][number];
