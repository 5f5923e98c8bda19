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

export const recognitionRoles = z
  .array(z.strictObject({ code: slug, names: localizedText }))
  .default([])
  .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"))
  .describe("Roles of the officials recognised with a winner.");

export const weightsNote = localizedProse.optional().describe("Where the weights come from.");

export type Prize = z.infer<typeof prize>;
