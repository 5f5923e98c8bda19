import { z } from "zod";
import { localizedText, refuseDuplicates, slug } from "./file-schema.ts";

/** What every round that takes entries says of them, by whatever they are scored: who may enter, what proves it, how it is handed on. */

/** A code of a row or an affair, e.g. `REGULATION` or `16`. */
export const termCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9_.-]*$/)
  .max(60)
  .describe("Capitals, digits, underscores, points, hyphens.");

const day = z.iso.date().describe("A day, YYYY-MM-DD.");

/** Something an instrument names: a group of rows, an affair. */
export const named = z.strictObject({ code: termCode, names: localizedText });

/** The catalogue of affairs an innovation may belong to. */
export const affairs = z
  .array(named)
  .min(1)
  .superRefine(refuseDuplicates((entry: { code: string }) => entry.code, "code"))
  .describe("The catalogue of affairs an innovation may belong to.");

/** Who may enter. */
export const eligibility = z
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
    affairs: z.array(termCode).default([]).describe("Affairs that may enter; empty: all."),
  })
  .meta({ id: "EntryEligibility" });

/** How evidence is looked at. */
export const verification = z
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

/** How an entry is handed from one to the next. */
export const custody = z
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

/** Reports affairs of the eligibility rules that the catalogue does not have. */
export function refuseUnknownAffairs(
  {
    affairs: catalogue,
    eligibility: rules,
  }: { readonly affairs: readonly { readonly code: string }[]; readonly eligibility: { readonly affairs: readonly string[] } },
  refuse: (path: (string | number)[], problem: string, value: string) => void,
): void {
  const known = new Set(catalogue.map(({ code }) => code));
  for (const [index, value] of rules.affairs.entries())
    if (!known.has(value)) refuse(["eligibility", "affairs", index], "UNKNOWN_REFERENCE", value);
}
