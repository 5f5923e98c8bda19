import { z } from "zod";

/** The small things that the definitions of programmes, rounds and instruments are made of. Unknown keys are refused throughout. */

const text = (longest: number) => z.string().trim().min(1).max(longest);

/** Words in the three languages, each of them there. */
export const localizedText = z
  .strictObject({ en: text(200), rw: text(200), id: text(200) })
  .meta({ id: "LocalizedText", description: "Words in English, Kinyarwanda and Indonesian; all three are needed." });

/** Longer words in the three languages. */
export const localizedProse = z
  .strictObject({ en: text(5_000), rw: text(5_000), id: text(5_000) })
  .meta({ id: "LocalizedProse", description: "A description in English, Kinyarwanda and Indonesian; all three are needed." });

/** A code that people and files use, e.g. `irembo-2022`. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
  .describe("Lower-case letters, digits and hyphens.");

/** The code of an administrative level, e.g. `DISTRICT`. */
export const levelCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/)
  .max(40)
  .describe("A level of the country, e.g. DISTRICT.");

/** A calendar month. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe("A month, YYYY-MM.");

/** An instant with its offset from UTC, e.g. `2022-11-25T09:00:00+02:00`. */
export const instant = z.iso.datetime({ offset: true }).describe("An instant with its offset, e.g. 2022-11-25T09:00:00+02:00.");

/** Minutes after a stage's end: a week at most. */
export const graceMinutes = z
  .int()
  .min(0)
  .max(7 * 24 * 60)
  .describe("Minutes after its end during which what is late is still taken, and marked.");

/** A number that is not negative: whole as a JSON number, or a decimal as text, since a JSON number with a point is a float. */
export const quantity = z
  .union([z.int().min(0), z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)])
  .describe('Not negative: a whole number, or a decimal as text, e.g. "0.9".');

export type Quantity = z.infer<typeof quantity>;

/** Words in three languages. */
export type LocalizedText = z.infer<typeof localizedText>;

/** Reports each entry of a list whose key an earlier one has. */
export function refuseDuplicates<T>(key: (item: T) => string, field?: string) {
  return (items: readonly T[], ctx: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      const value = key(item);
      const path = field === undefined ? [index] : [index, field];
      if (seen.has(value)) ctx.addIssue({ code: "custom", path, params: { code: "ALREADY_EXISTS", values: { value } } });
      seen.add(value);
    }
  };
}
