import { describe, expect, it } from "vitest";
import { DURATION_WORDS } from "./format-duration.ts";
import { FORMAT_WORDS, FORMAT_WORDS_TO_REVIEW } from "./format-words.ts";

/** From published sources. */
const PUBLISHED = ["rw.months", "rw.shortMonths"];

describe("Kinyarwanda of dates and spans", () => {
  const words = wordsOf({ ...FORMAT_WORDS.rw, duration: DURATION_WORDS.rw }, "rw");

  it("is listed for review wherever it is our own making", () => {
    const known = [...PUBLISHED, ...FORMAT_WORDS_TO_REVIEW];
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((path) => !known.some((part) => path === part || path.startsWith(`${part}.`)))).toEqual([]);
  });

  it("has every word that is listed", () => {
    expect(FORMAT_WORDS_TO_REVIEW.filter((part) => !words.some((path) => path === part || path.startsWith(`${part}.`)))).toEqual([]);
  });
});

/** Paths of all texts with a letter in them; signs between numbers are no words. */
function wordsOf(value: unknown, path: string): readonly string[] {
  if (typeof value === "string") return /\p{L}/u.test(value) ? [path] : [];
  return Object.entries(value as object).flatMap(([key, inner]) => wordsOf(inner, `${path}.${key}`));
}
