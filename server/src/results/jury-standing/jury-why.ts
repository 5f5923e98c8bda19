import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import { chairRequirements, scoredStep } from "../standing/scored-step.ts";
import { SCORE_PLACES } from "../standing/standing-rows.ts";
import type { RankRequirement, WhyParts } from "../why.type.ts";
import type { JuryGround } from "./jury-scoring.ts";
import { type JuryPart, juryParts, partResult } from "./jury-standing.ts";

/** How an entry came to its score, stage by stage, and what keeps it from a rank. */
export function juryWhy(ground: JuryGround, code: string, isExcluded: boolean): WhyParts {
  const all = sum(ground.instrument.judging.map(({ weight }) => fraction(weight)));
  const parts = juryParts(ground, code);
  return {
    totalWeight: roundHalfUp(all, SCORE_PLACES),
    totals: null,
    requirements: requirementsOf(ground, code, isExcluded),
    steps: parts.map((part) => stepOf(part, all)),
    values: [],
    index: null,
  };
}

function stepOf(part: JuryPart, all: ReturnType<typeof fraction>): WhyParts["steps"][number] {
  const maximum = roundHalfUp(fraction(part.rules.weight).mul(100).div(all), SCORE_PLACES);
  return scoredStep(partResult(part), { highest: "100", maximum });
}

function requirementsOf({ scores }: JuryGround, code: string, isExcluded: boolean): RankRequirement[] {
  const score = scores.get(code);
  const scored = score?.final !== null && score?.final !== undefined;
  const why = score?.droppedIn ? "NOT_ADVANCED" : "NOT_SCORED";
  return [
    { code: why, metric: null, met: scored, has: scored ? "1" : "0", needed: "1", missing: scored ? "0" : "1" },
    ...chairRequirements(isExcluded),
  ];
}
