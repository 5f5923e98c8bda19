import { fraction, roundHalfUp } from "../../kernel/fraction.ts";
import type { InnovationIndexInstrument } from "../../programmes/innovation-index-instrument.ts";
import { chairRequirements, scoredStep } from "../standing/scored-step.ts";
import { SCORE_PLACES } from "../standing/standing-rows.ts";
import type { RankRequirement, WhyParts } from "../why.type.ts";
import { type IndexPartExact, partResult, partsOf } from "./index-standing.ts";
import { namedIndex, type RegionScore } from "./region-sums.ts";

/** How a region came to its index, part by part, and what keeps it from a rank. */
export function indexWhy(instrument: InnovationIndexInstrument, score: RegionScore, isExcluded: boolean): WhyParts {
  const { parameters } = instrument;
  const { claimed, verified } = score;
  return {
    totalWeight: String(parameters.maximum),
    totals: null,
    requirements: requirementsOf(score, isExcluded),
    steps: partsOf(instrument, verified).map((part) => stepOf(part, String(parameters.maximum))),
    values: [],
    index: {
      claimed: namedIndex(instrument, claimed.index),
      verified: namedIndex(instrument, verified.index),
      divisor: parameters.divisor,
      cap: parameters.cap,
      perInnovation: String(parameters.perInnovation),
      maximum: String(parameters.maximum),
      basicAffairsAtLeast: parameters.affairs?.atLeast ?? null,
    },
  };
}

function stepOf(part: IndexPartExact, maximum: string): WhyParts["steps"][number] {
  const result = partResult(part);
  return scoredStep(result, { highest: result.weight, maximum: roundHalfUp(part.highest.mul(100).div(fraction(maximum)), SCORE_PLACES) });
}

function requirementsOf({ verifiedEntries }: RegionScore, isExcluded: boolean): RankRequirement[] {
  const verified = verifiedEntries > 0;
  const has = String(verifiedEntries);
  return [
    { code: "NOTHING_VERIFIED", metric: null, met: verified, has, needed: "1", missing: verified ? "0" : "1" },
    ...chairRequirements(isExcluded),
  ];
}
