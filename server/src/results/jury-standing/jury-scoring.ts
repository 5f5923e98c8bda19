import type { PublishedEntry, PublishedJudging, PublishedStageScore } from "@isonga/schema/published-judging";
import { loadJudging } from "../../judging/standing/load-judging.ts";
import { type JuryScore, juryScores, type ScoredStage, scoringStages } from "../../judging/standing/score-jury.ts";
import type { Context } from "../../kernel/context.ts";
import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import { atOnce, inTurns, type Steps } from "../../kernel/in-turns.ts";
import { ENTRY_LEVEL, type JuryInstrument, juryInstrument } from "../../programmes/jury-instrument.ts";
import { applyTieOrder, tieOrderOf } from "../decisions/tie-decisions.ts";
import { inputsDigest } from "../inputs-digest.ts";
import type { PlaceInputs } from "../load-places.ts";
import type { ResultsRound } from "../load-round.ts";
import { type AreaFacts, type Rulings, type ScorePart, type ScoringToKeep, STAGE_PARTS } from "../scoring.ts";
import { POINT_PLACES, SCORE_PLACES } from "../standing/standing-rows.ts";
import { loadJuryPlaces } from "./jury-places.ts";
import { juryStanding } from "./jury-standing.ts";
import { juryWhy } from "./jury-why.ts";
import { loadStageNames, type StageNames } from "./stage-names.ts";

/** What a jury's standing is computed from. */
export interface JuryInputs extends PlaceInputs {
  readonly judging: PublishedJudging;
  /** By reference; of a publication only what its areas say. */
  readonly entries: ReadonlyMap<string, PublishedEntry>;
  readonly names: StageNames;
}

export type JuryScope = Omit<ResultsRound, "instrument"> & { readonly instrument: JuryInstrument };

/** A jury's result as results see it, from the signed cards as they are now; of closed stages from what was frozen. */
export async function loadJuryScoring(ctx: Context, scope: JuryScope, rulings: Rulings): Promise<ScoringToKeep> {
  const [places, judging, names] = [
    await loadJuryPlaces(ctx, scope),
    await loadJudging(ctx, scope.id),
    await loadStageNames(ctx, scope.id),
  ];
  const known = {
    stages: judging.stages.map((stage) => ({ ...stage, entries: stage.entries.filter(({ entry }) => places.entries.has(entry)) })),
  };
  return inTurns(juryScoring(scope.instrument, { ...places, judging: known, names }, rulings));
}

/** The same from cards at hand, as a publication keeps them; its definition is checked. */
export function juryScoringOf(
  definition: unknown,
  inputs: Pick<JuryInputs, keyof PlaceInputs | "judging">,
  rulings: Rulings,
): ScoringToKeep {
  return atOnce(juryScoring(juryInstrument.parse(definition), { ...inputs, entries: new Map(), names: new Map() }, rulings));
}

/** What the parts of a jury's scoring work with. */
export interface JuryGround {
  readonly instrument: JuryInstrument;
  readonly inputs: JuryInputs;
  readonly stages: readonly ScoredStage[];
  /** By reference. */
  readonly scores: ReadonlyMap<string, JuryScore>;
}

function* juryScoring(instrument: JuryInstrument, inputs: JuryInputs, rulings: Rulings): Steps<ScoringToKeep> {
  const stages = yield* scoringStages(instrument, inputs.judging);
  const scores = new Map(juryScores(instrument, stages).map((score) => [score.entry, score]));
  yield;
  const ground: JuryGround = { instrument, inputs, stages, scores };
  const excluded = new Map(rulings.excluded.map(({ code, reason }) => [code, reason]));
  const untied = yield* juryStanding(ground, excluded);
  const counted = countedOf(ground);
  return {
    places: inputs,
    untied,
    standing: applyTieOrder(instrument, untied, tieOrderOf(rulings.ties)),
    parts: scoreParts(instrument, inputs.names),
    method: { score: "JURY", scorePlaces: SCORE_PLACES, rounding: "HALF_UP", countedStates: ["SIGNED"] },
    window: null,
    stageNames: inputs.names,
    counted,
    benchmarks: () => [],
    facts: (code) => factsOf(ground, code),
    why: (code) => (isEntry(inputs, code) ? juryWhy(ground, code, excluded.has(code)) : null),
    inputs: () => {
      const { areas, judging } = inputs;
      const digest = inputsDigest({ definition: instrument, areas, judging, ...rulings });
      return { digest, services: [], ...counted, areas, totals: [], entries: null, judging, ...rulings };
    },
  };
}

function isEntry({ areas }: PlaceInputs, code: string): boolean {
  return areas.some((area) => area.code === code && area.level === ENTRY_LEVEL);
}

function scoreParts(instrument: JuryInstrument, names: StageNames): readonly ScorePart[] {
  const all = sum(instrument.judging.map(({ weight }) => fraction(weight)));
  return instrument.judging.flatMap(({ stage, weight }, index) => {
    const metric = STAGE_PARTS[index];
    if (!metric || Number(weight) === 0) return [];
    const maximum = roundHalfUp(fraction(weight).mul(100).div(all), SCORE_PLACES);
    return [{ metric, names: names.get(stage) ?? {}, direction: "HIGH", weight: String(weight), maximum }];
  });
}

function factsOf(ground: JuryGround, code: string): AreaFacts {
  const { instrument, inputs, stages } = ground;
  const wanted = sum(stages.filter(({ scores }) => scores.has(code)).map(({ rules }) => fraction(rules.judgesPerEntry)));
  const cards = stages.reduce((held, { scores }) => held + (scores.get(code)?.cards ?? 0), 0);
  const share = wanted.equals(0) ? fraction(0) : fraction(cards).div(wanted);
  const entry = inputs.entries.get(code);
  return {
    totals: null,
    completeness: {
      approved: cards,
      expected: Number(wanted.toString()),
      share: roundHalfUp(share.compare(1) > 0 ? fraction(1) : share, POINT_PLACES),
    },
    volume: cards,
    values: [],
    index: null,
    ...(entry && { entry, stages: stagesOf(instrument, inputs.names, { stages, code }) }),
  };
}

function stagesOf(
  instrument: JuryInstrument,
  names: StageNames,
  { stages, code }: { readonly stages: readonly ScoredStage[]; readonly code: string },
): readonly PublishedStageScore[] {
  return instrument.judging.flatMap(({ stage, weight }) => {
    const found = stages.find(({ rules }) => rules.stage === stage);
    const score = found?.scores.get(code);
    if (!found || !score) return [];
    const outcome = found.outcomes.get(code) ?? null;
    const { shown, rank, cards } = score;
    return [{ stage, names: names.get(stage) ?? {}, score: shown, rank, cards, weight: String(weight), outcome }];
  });
}

/** Cards signed, and those that there should be. */
function countedOf({ stages }: JuryGround): { readonly approvedReports: number; readonly expectedReports: number } {
  const of = (count: (stage: ScoredStage) => number) => stages.reduce((total, stage) => total + count(stage), 0);
  return {
    approvedReports: of(({ cards }) => cards.cards.length + cards.comparisons.length),
    expectedReports: of(({ rules, cards }) =>
      rules.mode === "PAIRWISE" ? cards.comparisons.length : cards.entries.length * rules.judgesPerEntry,
    ),
  };
}
