/**
 * How sure a rank is: judges are drawn anew, as many as there are, with putting back (bootstrap), entries are ranked by the cards of those
 * drawn, a judge drawn twice counting twice; of the ranks an entry gets, the middle 90 % are its interval (percentiles, nearest rank). Tells
 * how much the standing hangs on who judged, nothing about marks themselves. Source: B. Efron, R. Tibshirani, An Introduction to the
 * Bootstrap (1993), chapter 13.
 */
import { toNumber } from "@isonga/schema/ratio";
import { type MeanKind, type ScoredCard, TRIMMED_FROM } from "@isonga/schema/scorecard";
import { atOnce, type Steps } from "../../kernel/in-turns.ts";
import { groupedBy } from "./doubles.ts";

/** What is drawn. `resamples` at least 1, default 1000; `seed` a whole number, default 2026; `coverage` in percent below 100, default 90. */
export type IntervalOptions = {
  readonly mean: MeanKind;
  readonly resamples?: number;
  readonly seed?: number;
  readonly coverage?: number;
};

/** An entry's rank lies from `low` (better) to `high`. `resamples`: those in which at least one of its judges was drawn; others say nothing. */
export type RankInterval = { readonly entryId: string; readonly low: number; readonly high: number; readonly resamples: number };

/**
 * Rank intervals of entries in the order in which they came. The same cards in the same order give the same answer always. An entry none of
 * whose judges is drawn keeps its place among the others by its score in full, and that draw has no part in its own interval; one that is
 * never judged in any draw gets the rank that it has.
 */
export function rankIntervals(cards: readonly ScoredCard[], options: IntervalOptions): readonly RankInterval[] {
  return atOnce(drawingIntervals(cards, options));
}

/** The same in steps: a draw each, then an entry each. */
export function* drawingIntervals(cards: readonly ScoredCard[], options: IntervalOptions): Steps<readonly RankInterval[]> {
  const { mean, resamples = 1000, seed = 2026, coverage = 90 } = options;
  const judges = [...groupedBy(cards, ({ judgeId }) => judgeId).keys()];
  const entries = cellsOf(cards, judges);
  const once = new Uint32Array(judges.length).fill(1);
  const full = entries.map(({ cells }) => meanUnder(cells, mean, once) ?? 0);
  const ranks = entries.map(() => ({ of: new Uint32Array(resamples), count: 0 }));
  const random = seeded(seed);
  for (let round = 0; round < resamples; round++) {
    const times = drawn(judges.length, random);
    const scores = entries.map(({ cells }) => meanUnder(cells, mean, times));
    const placed = ranksOfNumbers(scores.map((score, entry) => score ?? full[entry] ?? 0));
    for (const [entry, got] of ranks.entries()) if (scores[entry] !== null) got.of[got.count++] = placed[entry] ?? 0;
    yield;
  }
  const own = ranksOfNumbers(full);
  const intervals: RankInterval[] = [];
  for (const [entry, { entryId }] of entries.entries()) {
    const { of, count } = ranks[entry] ?? { of: new Uint32Array(), count: 0 };
    intervals.push({ entryId, ...middleOf(of.subarray(0, count).sort(), { coverage, own: own[entry] ?? 0 }), resamples: count });
    yield;
  }
  return intervals;
}

/** The middle `coverage` percent of ascending ranks, nearest rank; of none the entry's `own`. */
function middleOf(ranks: Uint32Array, { coverage, own }: { readonly coverage: number; readonly own: number }) {
  const tail = (100 - coverage) / 200;
  const at = (place: number) => ranks[Math.min(ranks.length - 1, Math.max(0, place))] ?? own;
  return { low: at(Math.ceil(tail * ranks.length) - 1), high: at(Math.ceil((1 - tail) * ranks.length) - 1) };
}

/**
 * Numbers from 0 up to 1, the same for the same seed on every machine: a 32-bit counter, mixed (splitmix32). For drawing samples, never for
 * secrets.
 */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

type Cell = { readonly judge: number; readonly score: number };
type EntryCells = { readonly entryId: string; readonly cells: readonly Cell[] };

function cellsOf(cards: readonly ScoredCard[], judges: readonly string[]): readonly EntryCells[] {
  const places = new Map(judges.map((judgeId, place) => [judgeId, place]));
  return [...groupedBy(cards, ({ entryId }) => entryId)].map(([entryId, group]) => ({
    entryId,
    cells: group
      .map(({ judgeId, score }) => ({ judge: places.get(judgeId) ?? 0, score: toNumber(score) }))
      .sort((a, b) => a.score - b.score),
  }));
}

function drawn(judges: number, random: () => number): Uint32Array {
  const times = new Uint32Array(judges);
  for (let draw = 0; draw < judges; draw++) {
    const judge = Math.floor(random() * judges);
    times[judge] = (times[judge] ?? 0) + 1;
  }
  return times;
}

/** The mean of cells (ascending), each as often as its judge counts; TRIMMED drops one lowest and one highest of enough. Null of none. */
function meanUnder(cells: readonly Cell[], kind: MeanKind, times: Uint32Array): number | null {
  let [count, sum] = [0, 0];
  let [lowest, highest] = [Number.NaN, Number.NaN];
  for (const { judge, score } of cells) {
    const often = times[judge] ?? 0;
    if (often === 0) continue;
    if (count === 0) lowest = score;
    highest = score;
    count += often;
    sum += often * score;
  }
  if (count === 0) return null;
  return kind === "TRIMMED" && count >= TRIMMED_FROM ? (sum - lowest - highest) / (count - 2) : sum / count;
}

/** Ranks 1, 2, 2, 4 by scores rounded to two places, half up; higher is better. */
function ranksOfNumbers(scores: readonly number[]): Float64Array {
  const shown = new Float64Array(scores).map((score) => Math.floor(score * 100 + 0.5 + 1e-5));
  const ascending = shown.toSorted();
  return shown.map((score) => 1 + ascending.length - notAbove(ascending, score));
}

/** How many of an ascending list are not above a value. */
function notAbove(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
