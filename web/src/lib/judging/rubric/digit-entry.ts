/** What came of a key: what has been typed so far, the mark it makes, and whether another key could make another one. */
export type Typed = { readonly typed: string; readonly mark: string | null; readonly more: boolean };

/** How long a second digit is waited for, in milliseconds. */
export const DIGIT_WAIT_MS = 1_000;

/**
 * Makes a mark of digits typed one after the other: 7 is 7 at once, 1 is 1 and, with a 0 soon after, 10. Where 10 is the highest mark and 0
 * is none, 0 alone is 10. Null when the key says nothing on this scale.
 */
export function typeDigit(values: readonly string[], typed: string, key: string): Typed | null {
  const sign = key === "," ? "." : key;
  if (!/^[\d.]$/.test(sign)) return null;
  for (const text of typed === "" ? [sign] : [typed + sign, sign]) {
    const longer = values.some((value) => value.length > text.length && value.startsWith(text));
    const mark = values.includes(text) ? text : null;
    if (mark !== null || (longer && text !== ".")) return { typed: text, mark, more: longer };
  }
  return sign === "0" && values.at(-1) === "10" ? { typed: "", mark: "10", more: false } : null;
}
