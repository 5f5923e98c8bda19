import { z } from "zod";
import { affairs, custody, eligibility, refuseUnknownAffairs, termCode, verification } from "./entry-parts.ts";
import { levelCode, localizedProse, localizedText, type Quantity, quantity, refuseDuplicates, slug } from "./file-schema.ts";
import { prizes, recognitionRoles, refuseIn, refuseRulesAfterChair, weightsNote } from "./instrument-parts.ts";

/**
 * How a round is decided by juries, as data: its judging stages with their panels, rubrics and cuts, what judges see, a public objection, the
 * final formula, ties and prizes. Frozen when the round opens; a revision asks every affected judge again. From the programme rules, "Judging".
 */

/** The level of a standing whose subjects are entries. */
export const ENTRY_LEVEL = "ENTRY";

const byCode = refuseDuplicates((entry: { code: string }) => entry.code, "code");

const criterion = z
  .strictObject({
    code: slug,
    names: localizedText,
    descriptions: localizedProse.optional(),
    weight: quantity.describe("Its part of the score: Σ weight × (mark − min) ÷ (max − min) ÷ Σ weight × 100."),
    min: quantity.default(1).describe("The lowest mark."),
    max: quantity.default(10).describe("The highest mark."),
    step: quantity.default(1).describe("Marks are min, min + step, …"),
    anchors: z
      .array(z.strictObject({ value: quantity, texts: localizedProse }))
      .max(20)
      .default([])
      .describe("What a mark means, for some or all values."),
    comment: z.enum(["REQUIRED", "OPTIONAL", "OFF"]).default("OPTIONAL").describe("Whether a judge says something to each mark."),
    ranking: z.boolean().default(true).describe("false: marked, shown, and no part of the score."),
  })
  .meta({ id: "Criterion", description: "What a judge marks." });

const cut = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("NONE") }).describe("Everybody goes on."),
    z.strictObject({
      kind: z.literal("TOP"),
      places: z.int().min(1).max(1000),
      within: z.enum(["EVERYWHERE", "AFFAIR", "LEAGUE"]).default("EVERYWHERE").describe("So many of all, or of each category or league."),
    }),
    z.strictObject({ kind: z.literal("THRESHOLD"), from: quantity.describe("The lowest score, 0 to 100, that goes on.") }),
  ])
  .meta({ id: "Cut", description: "Who goes on to the next stage; the chair may move the line with a reason." });

const judgingStage = z
  .strictObject({
    stage: slug.describe("Code of the round's stage, of kind JUDGING, in which it is done."),
    form: z.enum(["DESK", "PRESENTATION", "VISIT"]).default("DESK").describe("What judges judge by; all score alike."),
    mode: z
      .enum(["SCORES", "PASS_FAIL", "PAIRWISE"])
      .default("SCORES")
      .describe("Marks on a rubric; pass or fail with reasons; which of two is better."),
    panels: z
      .array(z.strictObject({ code: slug, names: localizedText }))
      .min(1)
      .superRefine(byCode)
      .describe("Groups of judges; one is enough."),
    judgesPerEntry: z.int().min(1).max(50).default(3),
    capacity: z.int().min(1).max(1000).default(45).describe("Most entries a judge is given, where the judge says nothing else."),
    criteria: z.array(criterion).max(40).superRefine(byCode).default([]),
    failReasons: z
      .array(z.strictObject({ code: slug, names: localizedText }))
      .superRefine(byCode)
      .default([])
      .describe("Why an entry may fail; PASS_FAIL only."),
    mean: z.enum(["PLAIN", "TRIMMED"]).default("PLAIN").describe("TRIMMED: from five cards without the highest and the lowest."),
    shrink: quantity.default(2).describe("λ of the severity adjustment: a judge's effect × n ÷ (n + λ)."),
    cut: cut.default({ kind: "NONE" }),
    weight: quantity.default(1).describe("Its part of the final score; 0: it only decides who goes on."),
    others: z
      .strictObject({
        what: z.enum(["MARKS", "MARKS_AND_COMMENTS"]).default("MARKS"),
        when: z.enum(["NEVER", "AFTER_OWN", "CALIBRATION", "DISCUSSION"]).default("DISCUSSION"),
      })
      .prefault({})
      .describe(
        "What judges see of each other, and when: of an entry after signing their own card, of calibration entries, in the discussion.",
      ),
    blind: z
      .array(
        z
          .string()
          .regex(/^[A-Za-z][A-Za-z0-9_-]*$/)
          .max(60),
      )
      .default([])
      .describe("What judges do not see: `title`, `agency`, `jurisdiction`, or the key of a field of the form."),
    calibration: z.int().min(0).max(20).default(0).describe("So many entries are scored by every judge of the stage first."),
    feedback: z
      .enum(["NONE", "MARKS", "MARKS_AND_COMMENTS"])
      .default("NONE")
      .describe("What applicants get to see once results are published: means per criterion, and the comments meant for them."),
  })
  .superRefine((stage, ctx) => {
    const refuse = (path: (string | number)[], value: string) =>
      ctx.addIssue({ code: "custom", path, params: { code: "INVALID_VALUE", values: { value } } });
    if (stage.mode === "SCORES" && stage.criteria.length === 0) refuse(["criteria"], "0");
    if (stage.mode === "PASS_FAIL" && stage.failReasons.length === 0) refuse(["failReasons"], "0");
    if (stage.mode === "SCORES" && stage.criteria.every(({ weight, ranking }) => !ranking || Number(weight) === 0))
      refuse(["criteria"], "0");
    for (const [index, { min, max, step }] of stage.criteria.entries()) {
      if (Number(max) <= Number(min)) refuse(["criteria", index, "max"], String(max));
      if (Number(step) <= 0) refuse(["criteria", index, "step"], String(step));
    }
  })
  .meta({ id: "JudgingStage", description: "A stage in which judges score: its panels, its rubric, its cut." });

const objection = z
  .strictObject({
    stage: slug.describe("Code of the round's stage, of kind OBJECTION, during which the public may object."),
    after: slug.describe("Code of the judging stage whose shortlist is shown."),
    grounds: z
      .array(z.strictObject({ code: slug, names: localizedText }))
      .min(1)
      .superRefine(byCode)
      .describe("What an objection may be about."),
  })
  .meta({ id: "Objection" });

const tieBreak = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("HEAVIEST_CRITERIA") }).describe("Higher on the heaviest criterion, then on the next."),
  z.strictObject({ rule: z.literal("HIGHER_STAGE"), stage: slug }).describe("The one with the higher score in this judging stage."),
  z.strictObject({ rule: z.literal("HIGHER_MEDIAN") }).describe("The one with the higher median of its judges' scores."),
  z.strictObject({ rule: z.literal("FEWER_LOW_MARKS"), atMost: quantity }).describe("The one with fewer marks at or below this value."),
  z.strictObject({ rule: z.literal("CHAIR_DECISION") }).describe("The chair's recorded decision; the last rule."),
]);

const definition = z.strictObject({
  kind: z.literal("JURY"),
  levels: z
    .array(levelCode)
    .length(1)
    .refine(([level]) => level === ENTRY_LEVEL, { params: { code: "UNKNOWN_LEVEL" } })
    .default([ENTRY_LEVEL])
    .describe("Always ENTRY: entries are ranked."),
  affairs,
  eligibility: eligibility.prefault({}),
  verification: verification.prefault({}),
  custody: custody.prefault({}),
  expertise: z.array(termCode).default([]).describe("Affairs judges may say they know; empty: all."),
  conduct: localizedProse.optional().describe("The code of conduct judges accept; not told: the platform's."),
  judging: z
    .array(judgingStage)
    .min(1)
    .max(10)
    .superRefine(refuseDuplicates((entry: { stage: string }) => entry.stage, "stage"))
    .describe("In order: each takes those who came through the one before; the first takes the entries that were verified."),
  objection: objection.optional(),
  weightsNote,
  tieBreaks: z.array(tieBreak).default([]).describe("Applied in order to equal scores; what is left shares the rank."),
  prizes,
  recognitionRoles,
});

/** The definition in full, its parts checked against each other. */
export const juryInstrument = definition
  .superRefine((instrument, ctx) => {
    const refuse = refuseIn(ctx);
    refuseUnknownAffairs(instrument, refuse);
    const stages = new Set(instrument.judging.map(({ stage }) => stage));
    if (instrument.judging.every(({ weight, mode }) => Number(weight) === 0 || mode === "PASS_FAIL"))
      refuse(["judging"], "INVALID_VALUE", "0");
    if (instrument.objection && !stages.has(instrument.objection.after))
      refuse(["objection", "after"], "UNKNOWN_REFERENCE", instrument.objection.after);
    for (const [index, { level }] of instrument.prizes.entries())
      if (level !== ENTRY_LEVEL) refuse(["prizes", index, "level"], "UNKNOWN_LEVEL", level);
    for (const [index, entry] of instrument.tieBreaks.entries()) {
      if (entry.rule === "HIGHER_STAGE" && !stages.has(entry.stage))
        refuse(["tieBreaks", index, "stage"], "UNKNOWN_REFERENCE", entry.stage);
    }
    refuseRulesAfterChair(instrument.tieBreaks, refuse);
  })
  .meta({ id: "JuryInstrument" });

/** A checked definition, defaults filled in. */
export type JuryInstrument = z.infer<typeof juryInstrument>;
/** A stage in which judges score, as the instrument has it. */
export type JudgingRules = JuryInstrument["judging"][number];
/** What a judge marks. */
export type Criterion = JudgingRules["criteria"][number];
/** How {@link JudgingRules.mode} is scored. */
export type JudgingMode = JudgingRules["mode"];
/** A mark, weight or bound as text, whichever way it was written. */
export const decimalText = (value: Quantity): string => String(value);
