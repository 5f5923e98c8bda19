import { createHash } from "node:crypto";

/** Letters and digits that nobody takes for another on paper. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** What stands on a paper sheet, e.g. `J02-E07-K4TX`: the judge, the entry, and four signs that follow from the assignment and catch slips. */
export function sheetCode(sheet: { readonly assignmentId: string; readonly judge: string; readonly reference: string }): string {
  const digest = createHash("sha256").update(`sheet ${sheet.assignmentId}`).digest();
  const check = [...digest.subarray(0, 4)].map((byte) => SIGNS[byte % SIGNS.length]).join("");
  return `${sheet.judge}-${sheet.reference}-${check}`;
}

/** The code as it was typed, in capitals, without blanks, its dashes plain. */
export function typedCode(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/\s/gu, "")
    .replaceAll(/\p{Pd}/gu, "-")
    .slice(0, 60);
}
