import { z } from "zod";
import { fraction } from "../kernel/fraction.ts";
import { METRIC_FACTS, METRICS } from "../services/performance.ts";
import { levelCode, month, quantity, refuseDuplicates } from "./file-schema.ts";
import { prizes, recognitionRoles, refuseIn, refuseRulesAfterChair, refuseUnrankedPrizes, weightsNote } from "./instrument-parts.ts";

/**
 * How a round scores service performance, as data: what counts, how it is weighed, who may be ranked, how ties are broken and
 * what is won. Frozen when the round opens. From the programme rules, "Service performance" and "Judging" (ties).
 */

const metric = z.enum(METRICS);

const normalise = z
  .discriminatedUnion("method", [
    z.strictObject({ method: z.literal("MIN_MAX") }).describe("Best eligible subject 100, worst 0; all equal, all 100."),
    z
      .strictObject({ method: z.literal("TARGET"), floor: quantity, target: quantity })
      .describe("Floor 0, target 100, linear between and clamped. Where less is better, the target is below the floor."),
    z
      .strictObject({ method: z.literal("PERCENT_RANK") })
      .describe("Share of the other eligible subjects that do worse, ties counted half, × 100; one subject alone has 100."),
  ])
  .meta({ id: "Normalisation" });

const weightedMetric = z
  .strictObject({
    metric,
    weight: quantity.describe("Above 0; only the proportions between weights matter."),
    normalise,
    shrinkage: quantity
      .default(0)
      .describe("Strength k of shrinking towards the level's overall rate, in cases of the denominator; 0 for none, and for counts."),
  })
  .superRefine((entry, ctx) => {
    const { direction, isRate } = METRIC_FACTS[entry.metric];
    const refuse = (path: string[], values: object) => ctx.addIssue({ code: "custom", path, params: { code: "INVALID_VALUE", values } });
    if (fraction(entry.weight).equals(0)) refuse(["weight"], { value: String(entry.weight) });
    if (!isRate && !fraction(entry.shrinkage).equals(0)) refuse(["shrinkage"], { value: String(entry.shrinkage) });
    if (entry.normalise.method !== "TARGET") return;
    const order = fraction(entry.normalise.target).compare(fraction(entry.normalise.floor));
    if (order !== (direction === "HIGH" ? 1 : -1)) refuse(["normalise", "target"], { value: String(entry.normalise.target) });
  });

const tieBreak = z
  .discriminatedUnion("rule", [
    z
      .strictObject({ rule: z.literal("HIGHER_METRIC"), metric })
      .describe("The one that does better on this metric (where less is better, the lower)."),
    z.strictObject({ rule: z.literal("LARGER_VOLUME") }).describe("The one that received more applications."),
    z
      .strictObject({ rule: z.literal("CHAIR_DECISION") })
      .describe("The chair's recorded decision; the last rule. Until then they share the rank."),
  ])
  .meta({ id: "TieBreak" });

const window = z.strictObject({ from: month, to: month }).superRefine((value, ctx) => {
  if (value.to < value.from) ctx.addIssue({ code: "custom", path: ["to"], params: { code: "INVALID_VALUE", values: { value: value.to } } });
});

const definition = z.strictObject({
  kind: z.literal("SERVICE_PERFORMANCE"),
  window: window.describe("Months counted, both included."),
  services: z
    .union([
      z.literal("ALL"),
      z
        .array(z.string().min(1).max(80))
        .min(1)
        .superRefine(refuseDuplicates((code: string) => code)),
    ])
    .default("ALL")
    .describe("Codes of the services counted, or ALL that the reporting level delivers."),
  reportingLevel: levelCode.describe("The level whose jurisdictions report."),
  levels: z
    .array(levelCode)
    .min(1)
    .superRefine(refuseDuplicates((code: string) => code))
    .describe("Levels ranked, in the order shown."),
  metrics: z
    .array(weightedMetric)
    .min(1)
    .superRefine(refuseDuplicates((entry: { metric: string }) => entry.metric, "metric")),
  weightsNote,
  minVolume: z.int().min(0).default(0).describe("Fewest applications received in the window."),
  minCompleteness: quantity.default(0).describe("Smallest share of the expected reports approved, 0 to 1."),
  tieBreaks: z.array(tieBreak).default([]).describe("Applied in order to equal scores; what is left shares the rank."),
  prizes,
  recognitionRoles,
});

/** The definition in full, its parts checked against each other. */
export const servicePerformanceInstrument = definition
  .superRefine((instrument, ctx) => {
    const refuse = refuseIn(ctx);
    if (fraction(instrument.minCompleteness).gt(1)) refuse(["minCompleteness"], "INVALID_VALUE", String(instrument.minCompleteness));
    const metrics = new Set(instrument.metrics.map((entry) => entry.metric));
    for (const [index, entry] of instrument.tieBreaks.entries()) {
      if (entry.rule === "HIGHER_METRIC" && !metrics.has(entry.metric))
        refuse(["tieBreaks", index, "metric"], "UNKNOWN_REFERENCE", entry.metric);
    }
    refuseRulesAfterChair(instrument.tieBreaks, refuse);
    refuseUnrankedPrizes(instrument, refuse);
  })
  .meta({ id: "ServicePerformanceInstrument" });

/** A checked definition, defaults filled in. */
export type ServicePerformanceInstrument = z.infer<typeof servicePerformanceInstrument>;
export type WeightedMetric = ServicePerformanceInstrument["metrics"][number];
export type Normalisation = WeightedMetric["normalise"];
export type TieBreak = ServicePerformanceInstrument["tieBreaks"][number];
export type { Prize } from "./instrument-parts.ts";
