import type { PartResult } from "../scoring.ts";
import type { RankRequirement, WhyParts } from "../why.type.ts";

/** How a part that has a score of its own became points: nothing was shrunk or normalised on the way. */
export function scoredStep(part: PartResult, most: { readonly highest: string; readonly maximum: string }): WhyParts["steps"][number] {
  const { exact: _exact, ...result } = part;
  return { ...result, shrinkage: "0", overall: null, method: null, floor: null, target: null, lowest: "0", ...most };
}

/** What keeps from a rank whomever the chair declared ineligible. */
export function chairRequirements(isExcluded: boolean): readonly RankRequirement[] {
  return isExcluded ? [{ code: "CHAIR_DECISION", metric: null, met: false, has: "0", needed: "0", missing: "0" }] : [];
}
