import { canonicalJson } from "@isonga/schema/canonical-json";
import { plainDecimal } from "../cards/merge-card.ts";
import type { CardOutcome } from "../judging-states.ts";
import type { KeySheetInput } from "./sheet.inputs.ts";
import type { SheetDifference } from "./sheet.type.ts";

/** What a sheet says, as it is kept and compared: trimmed, numbers plain, lists in order. */
export type SheetContent = {
  readonly outcome: CardOutcome;
  readonly marks: Readonly<Record<string, { readonly value: string; readonly comment: string | null }>>;
  readonly failReasons: readonly string[];
  readonly abstainReason: string | null;
  readonly commentToApplicant: string | null;
  readonly commentToPanel: string | null;
};

/** What was keyed, in that form. Of who abstains no marks, of a pass no reasons. */
export function contentOf(input: KeySheetInput): SheetContent {
  const marks = input.outcome === "ABSTAINED" ? [] : input.marks;
  return {
    outcome: input.outcome,
    marks: Object.fromEntries(
      marks.map(({ criterion, value, comment }) => [criterion, { value: plainDecimal(value), comment: plain(comment) }]),
    ),
    failReasons: input.outcome === "FAIL" ? [...new Set(input.failReasons)].sort() : [],
    abstainReason: input.outcome === "ABSTAINED" ? plain(input.abstainReason) : null,
    commentToApplicant: plain(input.commentToApplicant),
    commentToPanel: plain(input.commentToPanel),
  };
}

/** Where two readings differ, field by field. */
export function differences(first: SheetContent, second: SheetContent): readonly SheetDifference[] {
  const [one, other] = [fieldsOf(first), fieldsOf(second)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((field) => {
    const [here, there] = [one.get(field) ?? "", other.get(field) ?? ""];
    return here === there ? [] : [{ field, first: here, second: there }];
  });
}

function fieldsOf({ marks, failReasons, ...rest }: SheetContent): ReadonlyMap<string, string> {
  const entries = Object.entries(marks).flatMap(([code, { value, comment }]) => [
    [`marks.${code}`, value] as const,
    [`comments.${code}`, comment ?? ""] as const,
  ]);
  const others = Object.entries(rest).map(([field, value]) => [field, value ?? ""] as const);
  return new Map([
    ...others.slice(0, 1),
    ...entries,
    ["failReasons", failReasons.length > 0 ? canonicalJson(failReasons) : ""],
    ...others.slice(1),
  ]);
}

function plain(text: string | null | undefined): string | null {
  const said = text?.replaceAll("\u0000", "").replaceAll(/\s+/gu, " ").trim() ?? "";
  return said === "" ? null : said;
}
