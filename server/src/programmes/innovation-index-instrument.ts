import { z } from "zod";
import { fraction } from "../kernel/fraction.ts";
import { affairs, custody, eligibility, named, refuseUnknownAffairs, termCode, verification } from "./entry-parts.ts";
import { levelCode, localizedProse, localizedText, quantity, refuseDuplicates } from "./file-schema.ts";
import { prizes, recognitionRoles, refuseIn, refuseRulesAfterChair, refuseUnrankedPrizes, weightsNote } from "./instrument-parts.ts";

/**
 * How a round computes an innovation index, as data: the region's rows and each innovation's, their weights, levels and wanted evidence, the
 * year's parameters, who may enter, what is won. Frozen when the round opens. From the programme rules, "The innovation index".
 */

const indicator = z
  .strictObject({
    code: termCode,
    group: termCode.optional().describe("Code of its group, for reading."),
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
      .strictObject({ basic: z.array(termCode).min(1), atLeast: z.int().min(0) })
      .nullable()
      .describe("The count scores only where innovations cover at least so many of these affairs; null: always."),
    categories: z
      .array(z.strictObject({ code: termCode, names: localizedText, from: quantity }))
      .min(1)
      .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"))
      .describe("Classes of the rounded index, each from a value upwards."),
  })
  .meta({ id: "IndexParameters" });

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
  affairs,
  regional: indicators.describe("The region's own rows, in the catalogue's order."),
  innovation: indicators.describe("The rows of each innovation, in the catalogue's order."),
  parameters,
  eligibility: eligibility.prefault({}),
  verification: verification.prefault({}),
  custody: custody.prefault({}),
  agencyRanking: z.enum(["REPORTED", "VERIFIED", "MATURITY"]).default("REPORTED").describe("What offices of a region are ranked by."),
  weightsNote,
  tieBreaks: z.array(tieBreak).default([]).describe("Applied in order to equal indices; what is left shares the rank."),
  prizes,
  recognitionRoles,
});

/** The definition in full, its parts checked against each other. */
export const innovationIndexInstrument = definition
  .superRefine((instrument, ctx) => {
    const refuse = refuseIn(ctx);
    const affairs = new Set(instrument.affairs.map((entry) => entry.code));
    const groups = new Set(instrument.groups.map((entry) => entry.code));
    for (const [index, value] of (instrument.parameters.affairs?.basic ?? []).entries())
      if (!affairs.has(value)) refuse(["parameters", "affairs", "basic", index], "UNKNOWN_REFERENCE", value);
    refuseUnknownAffairs(instrument, refuse);
    const seen = new Set<string>();
    for (const list of ["regional", "innovation"] as const)
      for (const [index, row] of instrument[list].entries()) {
        if (row.group !== undefined && !groups.has(row.group)) refuse([list, index, "group"], "UNKNOWN_REFERENCE", row.group);
        if (seen.has(row.code)) refuse([list, index, "code"], "ALREADY_EXISTS", row.code);
        seen.add(row.code);
      }
    if (fraction(instrument.parameters.maximum).equals(0)) refuse(["parameters", "maximum"], "INVALID_VALUE", "0");
    refuseUnrankedPrizes(instrument, refuse);
    refuseRulesAfterChair(instrument.tieBreaks, refuse);
  })
  .meta({ id: "InnovationIndexInstrument" });

/** A checked definition, defaults filled in. */
export type InnovationIndexInstrument = z.infer<typeof innovationIndexInstrument>;
export type Indicator = InnovationIndexInstrument["innovation"][number];
