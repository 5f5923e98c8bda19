/**
 * Which entries are preferred, from comparisons of two: the Bradley–Terry model, in which i is preferred to j with the chance p_i ÷ (p_i +
 * p_j), fitted by maximum likelihood. A tie is half a win for both. Small prior: every entry has also met one opponent of strength 1, who
 * stands for an average entry, in {@link PRIOR_GAMES} comparisons, half won; so that who won or lost everything has a finite strength, and
 * the fit is unique whoever was compared with whom. Source of model and prior: D. R. Hunter, MM algorithms for generalized Bradley–Terry
 * models (2004). It is found by Newton's method on log p rather than by MM steps, which go to the same place but take ten thousands of them
 * where everybody agrees.
 */
import { type Equations, solvePositive } from "./doubles.ts";

/** One comparison: who was preferred, or nobody (TIE). */
export type Comparison = { readonly first: string; readonly second: string; readonly preferred: "FIRST" | "SECOND" | "TIE" };

/** An entry's place among the compared. */
export type PairwiseStanding = {
  readonly entryId: string;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** p: 1 is average; odds against an average entry. */
  readonly strength: number;
  /** 100·p ÷ (p + 1), 0 to 100: the chance in percent of being preferred to an average entry. 50 for an entry never compared. */
  readonly score: number;
};

/** Comparisons of each entry with the fictitious average opponent, half of them won. */
export const PRIOR_GAMES = 1;

/** Steps end when no strength changes by more than this part of itself, far below what two places of a score show. */
const STILL = 1e-12;
const MOST_STEPS = 200;

/** The fit, entries in the order given, compared or not. Comparisons with others than these, or of one with itself, are a RangeError. */
export function pairwiseStanding(entryIds: readonly string[], comparisons: readonly Comparison[]): readonly PairwiseStanding[] {
  const tallies = tally(entryIds, comparisons);
  let logs: readonly number[] = tallies.map(() => 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const towards = solvePositive(newtonStep(tallies, logs));
    const next = uphill(tallies, logs, towards);
    const moved = next.some((log, index) => Math.abs(log - (logs[index] ?? 0)) > STILL);
    logs = next;
    if (!moved) break;
  }
  return tallies.map(({ entryId, wins, losses, ties }, index) => {
    const strength = Math.exp(logs[index] ?? 0);
    return { entryId, wins, losses, ties, strength, score: (100 * strength) / (strength + 1) };
  });
}

type Tally = { readonly entryId: string; wins: number; losses: number; ties: number; readonly met: Map<number, number> };

function tally(entryIds: readonly string[], comparisons: readonly Comparison[]): readonly Tally[] {
  const places = new Map(entryIds.map((entryId, place) => [entryId, place]));
  const tallies = entryIds.map((entryId): Tally => ({ entryId, wins: 0, losses: 0, ties: 0, met: new Map() }));
  for (const { first, second, preferred } of comparisons) {
    const [a, b] = [places.get(first) ?? -1, places.get(second) ?? -1];
    const [one, other] = [tallies[a], tallies[b]];
    if (!one || !other || a === b) throw new RangeError(`no comparison of two entries: ${first}, ${second}`);
    one.met.set(b, (one.met.get(b) ?? 0) + 1);
    other.met.set(a, (other.met.get(a) ?? 0) + 1);
    const [winner, loser] = preferred === "SECOND" ? [other, one] : [one, other];
    if (preferred === "TIE") {
      one.ties++;
      other.ties++;
    } else {
      winner.wins++;
      loser.losses++;
    }
  }
  return tallies;
}

/** What an entry won, ties and the prior's half among it. */
const wonBy = ({ wins, ties }: Tally): number => wins + ties / 2 + PRIOR_GAMES / 2;

/** The chance of being preferred, from the difference of the logarithms of strength. */
const chance = (ahead: number): number => 1 / (1 + Math.exp(-ahead));

/** Curvature × step = wins − wins expected: the likelihood is concave, and the prior makes it strictly so. */
function newtonStep(tallies: readonly Tally[], logs: readonly number[]): Equations {
  const matrix = tallies.map(() => new Float64Array(tallies.length));
  const right = Float64Array.from(tallies, wonBy);
  for (const [index, { met }] of tallies.entries()) {
    const own = logs[index] ?? 0;
    const row = matrix[index] ?? new Float64Array();
    const meets = (times: number, log: number): number => {
      const expected = chance(own - log);
      right[index] = (right[index] ?? 0) - times * expected;
      row[index] = (row[index] ?? 0) + times * expected * (1 - expected);
      return times * expected * (1 - expected);
    };
    meets(PRIOR_GAMES, 0);
    for (const [other, times] of met) row[other] = -meets(times, logs[other] ?? 0);
  }
  return { matrix, right };
}

/** What rounding may take from a likelihood, as a part of it. */
const ROUNDING = 1e-10;

/** The whole step, or the largest of its halves, quarters, … that does not make the likelihood less by more than rounding does. */
function uphill(tallies: readonly Tally[], logs: readonly number[], towards: readonly number[]): readonly number[] {
  const now = likelihood(tallies, logs);
  const atLeast = now - ROUNDING * (1 + Math.abs(now));
  for (let part = 1; part > STILL; part /= 2) {
    const next = logs.map((log, index) => log + part * (towards[index] ?? 0));
    if (likelihood(tallies, next) >= atLeast) return next;
  }
  return logs;
}

/** Logarithm of the likelihood; each pair is met from both its ends, so its part is halved. */
function likelihood(tallies: readonly Tally[], logs: readonly number[]): number {
  return tallies.reduce((sum, entry, index) => {
    const own = logs[index] ?? 0;
    let part = wonBy(entry) * own - PRIOR_GAMES * logOfSum(own, 0);
    for (const [other, times] of entry.met) part -= (times * logOfSum(own, logs[other] ?? 0)) / 2;
    return sum + part;
  }, 0);
}

/** log(eᵃ + eᵇ), without overflow. */
function logOfSum(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}
