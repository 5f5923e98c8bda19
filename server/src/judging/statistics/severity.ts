/**
 * How strict each judge is, and what entries would have scored with equally strict judges: x_ij = entry effect + judge effect + residual,
 * fitted by ordinary least squares with the judges' effects summing to 0; each effect shrunk to b_j·n_j ÷ (n_j + λ); an entry's adjusted
 * score is the mean of x_ij − shrunk b_j over its cards. Source of the formulas: the programme rules, "Judging".
 *
 * In floats: the normal equations are solved in the judges' dimension by Cholesky's method and err by less than 1e-10 points; `roundDouble`
 * takes that into account, so what is shown is the same in whatever order cards come.
 */
import { toNumber } from "@isonga/schema/ratio";
import type { ScoredCard } from "@isonga/schema/scorecard";
import { judgedGroups } from "./connectivity.ts";
import { type Equations, groupedBy, solvePositive } from "./doubles.ts";

/** A judge's severity. Below 0: strict, marks lower than the others do; above 0: lenient. In points of the score, 0 to 100. */
export type JudgeEffect = {
  readonly judgeId: string;
  readonly cards: number;
  /** b_j of the least-squares fit. */
  readonly effect: number;
  /** b_j·n_j ÷ (n_j + λ): what is taken off each of the judge's scores. */
  readonly shrunk: number;
};

/** Judges in the order in which they came, and each entry's adjusted score; not rounded, and not kept within 0 to 100. */
export type Severity = { readonly judges: readonly JudgeEffect[]; readonly adjusted: ReadonlyMap<string, number> };

type Cell = { readonly judge: number; readonly score: number };

/**
 * The fit over signed cards, λ = `shrink` (not negative; 0: not shrunk). Null where the judge–entry graph is not connected, since no one
 * solution is right there (see `connectivity`), and where there are no cards.
 */
export function severity(cards: readonly ScoredCard[], shrink: number): Severity | null {
  if (!(shrink >= 0)) throw new RangeError(`λ is not negative: ${shrink}`);
  if (judgedGroups(cards).length !== 1) return null;
  const judgeIds = [...groupedBy(cards, ({ judgeId }) => judgeId).keys()];
  const entries = cellsByEntry(cards, judgeIds);
  const effects = solvePositive(normalEquations([...entries.values()], judgeIds.length));
  const held = cardsOfJudges([...entries.values()], judgeIds.length);
  const shrunk = effects.map((effect, judge) => (effect * (held[judge] ?? 0)) / ((held[judge] ?? 0) + shrink));
  return {
    judges: judgeIds.map((judgeId, judge) => ({
      judgeId,
      cards: held[judge] ?? 0,
      effect: effects[judge] ?? 0,
      shrunk: shrunk[judge] ?? 0,
    })),
    adjusted: new Map([...entries].map(([id, cells]) => [id, mean(cells.map(({ judge, score }) => score - (shrunk[judge] ?? 0)))])),
  };
}

function cellsByEntry(cards: readonly ScoredCard[], judgeIds: readonly string[]): ReadonlyMap<string, readonly Cell[]> {
  const places = new Map(judgeIds.map((judgeId, place) => [judgeId, place]));
  const groups = groupedBy(cards, ({ entryId }) => entryId);
  const cell = ({ judgeId, score }: ScoredCard): Cell => ({ judge: places.get(judgeId) ?? 0, score: toNumber(score) });
  return new Map([...groups].map(([entryId, group]) => [entryId, group.map(cell)]));
}

function cardsOfJudges(entries: readonly (readonly Cell[])[], judges: number): readonly number[] {
  const held = new Array<number>(judges).fill(0);
  for (const { judge } of entries.flat()) held[judge] = (held[judge] ?? 0) + 1;
  return held;
}

/**
 * Entries' effects eliminated: (diag(n_j) − Σ_i a_i a_iᵀ ÷ m_i) b = Σ_i a_i∘(x_i − mean_i). Its one free direction, all judges alike, is
 * closed by adding 1 to every place of the matrix, which makes the effects sum to 0 and changes nothing else.
 */
function normalEquations(entries: readonly (readonly Cell[])[], judges: number): Equations {
  const matrix = Array.from({ length: judges }, () => new Float64Array(judges).fill(1));
  const right = new Float64Array(judges);
  for (const cells of entries) {
    const middle = mean(cells.map(({ score }) => score));
    for (const { judge, score } of cells) {
      right[judge] = (right[judge] ?? 0) + score - middle;
      const row = matrix[judge] ?? new Float64Array();
      row[judge] = (row[judge] ?? 0) + 1;
      for (const other of cells) row[other.judge] = (row[other.judge] ?? 0) - 1 / cells.length;
    }
  }
  return { matrix, right };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
