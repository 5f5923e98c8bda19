import { z } from "zod";
import { levelCode, localizedProse, localizedText, refuseDuplicates, slug } from "./file-schema.ts";

/** What instruments of every kind have: prizes, officials recognised with the winners, where the weights come from. */

export const prize = z
  .strictObject({
    code: slug,
    names: localizedText,
    level: levelCode.describe("The level whose subjects can win."),
    places: z.int().min(1).max(100),
    scope: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("EVERYWHERE") }),
      z.strictObject({ kind: z.literal("WITHIN_EACH"), level: levelCode.describe("The ancestor's level, e.g. PROVINCE.") }),
    ]),
  })
  .meta({ id: "Prize" });

/** What can be won, each code once. */
export const prizes = z
  .array(prize)
  .default([])
  .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"));

export const recognitionRoles = z
  .array(z.strictObject({ code: slug, names: localizedText }))
  .default([])
  .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"))
  .describe("Roles of the officials recognised with a winner.");

export const weightsNote = localizedProse.optional().describe("Where the weights come from.");

export type Prize = z.infer<typeof prize>;

/** Says what is wrong with a part of an instrument. */
export type Refuse = (path: (string | number)[], problem: string, value: string) => void;

/** Writes problems where the checks of a definition collect them. */
export function refuseIn(ctx: z.RefinementCtx): Refuse {
  return (path, code, value) => ctx.addIssue({ code: "custom", path, params: { code, values: { value } } });
}

/** After the chair has decided, no further rule can: their decision comes last. */
export function refuseRulesAfterChair(tieBreaks: readonly { readonly rule: string }[], refuse: Refuse): void {
  for (const [index, { rule }] of tieBreaks.entries())
    if (rule === "CHAIR_DECISION" && index !== tieBreaks.length - 1) refuse(["tieBreaks", index, "rule"], "INVALID_VALUE", rule);
}

/** Prizes are for levels that are ranked, and not within themselves. */
export function refuseUnrankedPrizes(
  { levels, prizes: all }: { readonly levels: readonly string[]; readonly prizes: readonly Prize[] },
  refuse: Refuse,
): void {
  for (const [index, { level, scope }] of all.entries()) {
    if (!levels.includes(level)) refuse(["prizes", index, "level"], "UNKNOWN_LEVEL", level);
    if (scope.kind === "WITHIN_EACH" && scope.level === level) refuse(["prizes", index, "scope", "level"], "INVALID_VALUE", level);
  }
}
