import type { Items, KnownRubric, Verdict, Written } from "../known-card.ts";
import { isOnScale } from "./scale.ts";

/** What still keeps a card from being signed. */
export type Missing =
  | { readonly what: "mark" | "comment"; readonly criterion: string }
  | { readonly what: "verdict" | "reasons"; readonly criterion: null };

/** A card as far as its completeness goes. */
export type CheckedCard = {
  readonly items: Items<Written>;
  readonly verdict: Verdict | null;
  readonly failReasons: readonly string[];
};

/** What is missing before the card can be signed, in the rubric's order; the server judges by the same rules. */
export function missingIn(rubric: KnownRubric, card: CheckedCard): readonly Missing[] {
  const marks = rubric.criteria.flatMap((criterion): readonly Missing[] => {
    const mark = card.items[`mark ${criterion.code}`];
    const marked = mark?.value != null && isOnScale(criterion, mark.value);
    const told = criterion.comment !== "REQUIRED" || (mark?.comment.trim() ?? "") !== "";
    const missing: Missing[] = [];
    if (!marked) missing.push({ what: "mark", criterion: criterion.code });
    if (!told) missing.push({ what: "comment", criterion: criterion.code });
    return missing;
  });
  if (rubric.mode !== "PASS_FAIL") return marks;
  if (card.verdict === null) return [...marks, { what: "verdict", criterion: null }];
  return card.verdict === "FAIL" && card.failReasons.length === 0 ? [...marks, { what: "reasons", criterion: null }] : marks;
}
