import { type Ratio, ratioText } from "@isonga/schema/ratio";
import { type JuryRank, type JuryScore, juryRanks } from "../../judging/standing/score-jury.ts";
import type { TieStep } from "../../judging/statistics/ties.ts";
import { type Fraction, fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import type { Steps } from "../../kernel/in-turns.ts";
import { ENTRY_LEVEL, type JudgingRules } from "../../programmes/jury-instrument.ts";
import {
  type PartResult,
  type RankedRow,
  type ScoredArea,
  STAGE_PARTS,
  type StagePart,
  type StandingRows,
  type UnrankedReason,
} from "../scoring.ts";
import { POINT_PLACES, SCORE_PLACES, VALUE_PLACES } from "../standing/standing-rows.ts";
import type { JuryGround } from "./jury-scoring.ts";

/**
 * The standing of the entries judged: by final score, ties broken by the published list as far as its rules decide. Who did not come through a
 * stage, has no score yet, or was declared ineligible by the chair has no rank. In steps, an entry each. From the programme rules, "Judging".
 */
export function* juryStanding(ground: JuryGround, excluded: ReadonlyMap<string, string>): Steps<StandingRows> {
  const { instrument, inputs, stages, scores } = ground;
  const subjects = new Map(inputs.areas.filter(({ level }) => level === ENTRY_LEVEL).map((area) => [area.code, area]));
  const ranks = juryRanks(instrument, { stages, scores: [...scores.values()] }, new Set(excluded.keys())).filter(({ entry }) =>
    subjects.has(entry),
  );
  const ranked: Ranked[] = [];
  for (const { entry, rank, because, tiedWith } of ranks) {
    yield;
    const [subject, score] = [subjects.get(entry), scores.get(entry)];
    if (subject && score?.final)
      ranked.push({ row: rankedRow(ground, subject, score), rank, rule: because.at(-1)?.rule ?? null, tiedWith });
  }
  ranked.sort((a, b) => a.rank - b.rank || byCode(a.row.subject, b.row.subject));
  const placed = new Set(ranked.map(({ row }) => row.subject.code));
  return {
    levels: [
      {
        level: ENTRY_LEVEL,
        ranked: ranked.map(({ row, rank, rule, tiedWith }, at) => {
          const before = ranked[at - 1];
          const behind = before && before.row.score === row.score && before.rank < rank;
          return { ...row, rank, tiedWith, tieBreak: behind && rule !== null ? { rule } : null };
        }),
        ineligible: [...subjects.values()]
          .filter(({ code }) => !placed.has(code))
          .map((subject) => ({ subject, reasons: reasonsOf(scores.get(subject.code), excluded.get(subject.code)) }))
          .sort((a, b) => byCode(a.subject, b.subject)),
      },
    ],
  };
}

/** What each stage that weighs gave an entry, exactly as it is added. */
export function juryParts({ instrument, stages }: JuryGround, code: string): readonly JuryPart[] {
  const all = sum(instrument.judging.map(({ weight }) => fraction(weight)));
  return instrument.judging.flatMap((rules, index) => {
    const part = STAGE_PARTS[index];
    const score = stages.find((stage) => stage.rules.stage === rules.stage)?.scores.get(code);
    if (!part || !score?.score || Number(rules.weight) === 0) return [];
    const exact = toFraction(score.score);
    const cards = [...score.byJudge.values()].map(toFraction);
    const plain = rules.mean === "PLAIN" && cards.length > 0;
    const numerator = plain ? sum(cards) : exact;
    return [
      {
        part,
        rules,
        score: exact,
        numerator,
        denominator: plain ? cards.length : 1,
        contribution: exact.mul(fraction(rules.weight)).div(all),
      },
    ];
  });
}

export interface JuryPart {
  readonly part: StagePart;
  readonly rules: JudgingRules;
  readonly score: Fraction;
  /** Σ of the judges' scores; of a trimmed mean, verdicts or comparisons the score itself. */
  readonly numerator: Fraction;
  /** Number of cards, or 1. */
  readonly denominator: number;
  /** weight × score ÷ Σ weight. */
  readonly contribution: Fraction;
}

/** A stage's part as it is shown. */
export function partResult({ part, rules, score, numerator, denominator, contribution }: JuryPart): PartResult {
  const value = roundHalfUp(score, VALUE_PLACES);
  return {
    metric: part,
    direction: "HIGH",
    numerator: roundHalfUp(numerator, SCORE_PLACES),
    denominator: String(denominator),
    value,
    shrunkValue: value,
    normalised: roundHalfUp(score, POINT_PLACES),
    weight: String(rules.weight),
    contribution: roundHalfUp(contribution, POINT_PLACES),
    exact: { contribution: contribution.toFraction() },
  };
}

type BareRow = Omit<RankedRow, "rank" | "tieBreak" | "tiedWith">;
type Ranked = Pick<JuryRank, "rank" | "tiedWith"> & { readonly row: BareRow; readonly rule: TieStep["rule"] | null };

function rankedRow(ground: JuryGround, subject: ScoredArea, { final, shown }: JuryScore): BareRow {
  if (!final || shown === null) throw new Error(`${subject.code} has no score`);
  return { subject, score: shown, scoreExact: ratioText(final), metrics: juryParts(ground, subject.code).map(partResult) };
}

function reasonsOf(score: JuryScore | undefined, excludedFor: string | undefined): readonly UnrankedReason[] {
  const reasons: UnrankedReason[] = [];
  if (score?.droppedIn) reasons.push({ code: "NOT_ADVANCED", values: { stage: score.droppedIn } });
  else if (!score || score.final === null) reasons.push({ code: "NOT_SCORED", values: { stage: score?.missing ?? "" } });
  if (excludedFor !== undefined) reasons.push({ code: "CHAIR_DECISION", values: { reason: excludedFor } });
  return reasons;
}

function toFraction(value: Ratio): Fraction {
  return fraction(`${value.n}/${value.d}`);
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
