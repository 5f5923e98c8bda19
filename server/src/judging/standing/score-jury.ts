import type { PublishedJudging, PublishedJudgingStage } from "@isonga/schema/published-judging";
import type { Ratio } from "@isonga/schema/ratio";
import { finalScore, ranksOf, shownScore } from "@isonga/schema/scorecard";
import type { Steps } from "../../kernel/in-turns.ts";
import type { JudgingRules, JuryInstrument } from "../../programmes/jury-instrument.ts";
import { breakTies, type TieGround, type TieStep } from "../statistics/ties.ts";
import { criteriaOf, type StageScore, scoreStage } from "./score-stage.ts";

/** A stage with what it gave. */
export type ScoredStage = {
  readonly rules: JudgingRules;
  readonly cards: PublishedJudgingStage;
  /** By reference. */
  readonly scores: ReadonlyMap<string, StageScore>;
  /** By reference: what was decided of each entry of the stage. */
  readonly outcomes: ReadonlyMap<string, PublishedJudgingStage["entries"][number]["outcome"]>;
};

/** An entry's way through all stages. */
export type JuryScore = {
  readonly entry: string;
  /** Σ weight × score ÷ Σ weight over the stages that weigh, exact; null without a score in one of them. */
  readonly final: Ratio | null;
  /** Two places, half up. */
  readonly shown: string | null;
  /** The first stage that weighs and gave no score; null with a final score. */
  readonly missing: string | null;
  /** The stage in which it did not come through, when that is why `missing` is. */
  readonly droppedIn: string | null;
};

/** An entry's rank before and after ties were broken. */
export type JuryRank = {
  readonly entry: string;
  readonly rank: number;
  readonly because: readonly TieStep[];
  readonly tiedWith: readonly string[];
};

/** Scores of all stages that have been judged, in the instrument's order; in steps, a stage each. */
export function* scoringStages(instrument: JuryInstrument, { stages }: PublishedJudging): Steps<readonly ScoredStage[]> {
  const scored: ScoredStage[] = [];
  for (const rules of instrument.judging) {
    const cards = stages.find(({ stage }) => stage === rules.stage);
    if (!cards) continue;
    const scores = scoreStage(rules, { ...cards, entries: cards.entries.map(({ entry }) => entry) });
    scored.push({
      rules,
      cards,
      scores: new Map(scores.map((score) => [score.entry, score])),
      outcomes: new Map(cards.entries.map(({ entry, outcome }) => [entry, outcome])),
    });
    yield;
  }
  return scored;
}

/** Each entry's final score, by reference. A stage that weighs and has not been judged leaves everybody without one. */
export function juryScores(instrument: JuryInstrument, stages: readonly ScoredStage[]): readonly JuryScore[] {
  const entries = [...new Set(stages.flatMap(({ cards }) => cards.entries.map(({ entry }) => entry)))].sort();
  return entries.map((entry) => {
    const scoreIn = ({ stage }: JudgingRules) => stages.find(({ rules }) => rules.stage === stage)?.scores.get(entry)?.score ?? null;
    const final = finalScore(instrument.judging.map((rules) => ({ weight: rules.weight, score: scoreIn(rules) })));
    const missing = instrument.judging.find((rules) => Number(rules.weight) > 0 && scoreIn(rules) === null)?.stage ?? null;
    return { entry, final, shown: final && shownScore(final), missing, droppedIn: missing && droppedIn(stages, entry) };
  });
}

/** Ranks of entries by final score as shown, ties broken by the published list as far as the rules decide; `excluded` have none. */
export function juryRanks(
  instrument: JuryInstrument,
  { stages, scores }: { readonly stages: readonly ScoredStage[]; readonly scores: readonly JuryScore[] },
  excluded: ReadonlySet<string>,
): readonly JuryRank[] {
  const ranked = scores.filter(({ entry, shown }) => shown !== null && !excluded.has(entry));
  const ranks = ranksOf(ranked.map(({ shown }) => shown));
  const first = ranked.map(({ entry }, index) => ({ entryId: entry, rank: ranks[index] ?? 0 }));
  const last = stages.findLast(({ rules }) => rules.mode === "SCORES" && Number(rules.weight) > 0);
  return rankedBy(first, instrument, { ...groundOf(last), stages: stageScores(stages) });
}

/** Ranks within one stage, ties broken by the same list. */
export function stageRanks(instrument: JuryInstrument, stage: ScoredStage): readonly JuryRank[] {
  const first = [...stage.scores.values()].flatMap(({ entry, rank }) => (rank === null ? [] : [{ entryId: entry, rank }]));
  return rankedBy(first, instrument, { ...groundOf(stage), stages: stageScores([stage]) });
}

function rankedBy(
  first: readonly { readonly entryId: string; readonly rank: number }[],
  { tieBreaks }: JuryInstrument,
  ground: TieGround,
): readonly JuryRank[] {
  const broken = breakTies(first, tieBreaks, ground);
  const sharing = Map.groupBy(broken, ({ rank }) => rank);
  return broken.map(({ entryId, rank, because }) => {
    const others = (sharing.get(rank) ?? []).filter((other) => other.entryId !== entryId);
    return { entry: entryId, rank, because, tiedWith: others.map((other) => other.entryId) };
  });
}

function groundOf(stage: ScoredStage | undefined): Pick<TieGround, "cards" | "criteria"> {
  if (!stage) return { criteria: [], cards: [] };
  const scored = stage.cards.cards.filter(({ outcome }) => outcome === "SCORED");
  return { criteria: criteriaOf(stage.rules), cards: scored.map(({ entry, judge, marks }) => ({ entryId: entry, judgeId: judge, marks })) };
}

function stageScores(stages: readonly ScoredStage[]): NonNullable<TieGround["stages"]> {
  return new Map(
    stages.map(({ rules, scores }) => [
      rules.stage,
      new Map([...scores.values()].flatMap(({ entry, score }) => (score ? [[entry, score] as const] : []))),
    ]),
  );
}

function droppedIn(stages: readonly ScoredStage[], entry: string): string | null {
  const dropped = stages.find(({ outcomes }) => outcomes.get(entry) === "NOT_ADVANCED");
  return dropped?.rules.stage ?? null;
}
