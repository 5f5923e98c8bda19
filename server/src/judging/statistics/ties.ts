/**
 * Ties broken by a list published in advance, in its order; never by id or time. Whoever is still equal after it shares the rank (1, 2, 2,
 * 4). Exact: what is compared here is not rounded. Source: the programme rules, "Judging".
 */
import { add, compare, divide, type Exact, type Ratio, ratio, ratioText } from "@isonga/schema/ratio";
import { counts, type Decimal, type MarkedCard, markShare, meanScore, type ScorecardCriterion, scoreCards } from "@isonga/schema/scorecard";
import { groupedBy } from "./doubles.ts";

/** A rule as a jury's instrument has it. FEWER_LOW_MARKS counts marks at or below a value. */
export type TieRule =
  | { readonly rule: "HEAVIEST_CRITERIA" }
  | { readonly rule: "HIGHER_STAGE"; readonly stage: string }
  | { readonly rule: "HIGHER_MEDIAN" }
  | { readonly rule: "FEWER_LOW_MARKS"; readonly atMost: Decimal }
  | { readonly rule: "CHAIR_DECISION" };

/** One comparison that separated entries. `criteria`: codes that were compared together, HEAVIEST_CRITERIA only. */
export type TieStep = { readonly rule: TieRule["rule"]; readonly criteria: readonly string[]; readonly stage: string | null };

/** What ties are broken by. Criteria and cards are those of the stage in which entries are ranked, or of its last one. */
export type TieGround = {
  readonly criteria: readonly ScorecardCriterion[];
  readonly cards: readonly MarkedCard[];
  /** Scores by code of a stage, then by entry; missing: none. */
  readonly stages?: ReadonlyMap<string, ReadonlyMap<string, Exact>>;
  /** The chair's recorded order of tied entries, 1 first; it decides among tied entries all of whom it names. */
  readonly chair?: ReadonlyMap<string, number>;
};

/** A ranked entry after ties. `because`: what separated it from those of its score, first to last; none where nobody had its score. */
export type BrokenTie = {
  readonly entryId: string;
  readonly rank: number;
  readonly because: readonly TieStep[];
  /** How many others still share the rank. */
  readonly sharedWith: number;
};

type Step = { readonly step: TieStep; readonly keys: (group: readonly string[]) => ReadonlyMap<string, Ratio> | null };

/**
 * Breaks ties among ranked entries (1, 2, 2, 4), those of a rank by each rule in turn, further rules only where equals are left. Answers in
 * the order given. HEAVIEST_CRITERIA goes by weight downwards, criteria of one weight together, by the mean of all cards' marks as shares
 * of the scale; who has no mark, median or stage score comes after who has. Criteria that do not count have no part in any rule.
 */
export function breakTies(
  ranked: readonly { readonly entryId: string; readonly rank: number }[],
  rules: readonly TieRule[],
  ground: TieGround,
): readonly BrokenTie[] {
  const cards = groupedBy(ground.cards, ({ entryId }) => entryId);
  const steps = rules.flatMap((rule) => stepsOf(rule, ground, cards));
  const broken = new Map<string, BrokenTie>();
  for (const group of groupedBy(ranked, ({ rank }) => String(rank)).values()) {
    const { rank } = group[0] ?? { rank: 0 };
    for (const tie of separate({ entryIds: group.map(({ entryId }) => entryId), rank, because: [] }, steps)) broken.set(tie.entryId, tie);
  }
  return ranked.map(({ entryId, rank }) => broken.get(entryId) ?? { entryId, rank, because: [], sharedWith: 0 });
}

type Group = { readonly entryIds: readonly string[]; readonly rank: number; readonly because: readonly TieStep[] };

function separate({ entryIds, rank, because }: Group, steps: readonly Step[]): readonly BrokenTie[] {
  const [first, ...further] = steps;
  if (entryIds.length === 1 || !first) return entryIds.map((entryId) => ({ entryId, rank, because, sharedWith: entryIds.length - 1 }));
  const keys = first.keys(entryIds);
  const parts = keys ? partsOf(entryIds, keys) : [entryIds];
  let next = rank;
  return parts.flatMap((part) => {
    const group = { entryIds: part, rank: next, because: parts.length > 1 ? [...because, first.step] : because };
    next += part.length;
    return separate(group, further);
  });
}

/** Highest first; those without a key last. */
function partsOf(entryIds: readonly string[], keys: ReadonlyMap<string, Ratio>): readonly (readonly string[])[] {
  const keyed = entryIds.map((entryId) => ({ entryId, key: keys.get(entryId) ?? null }));
  const groups = [...groupedBy(keyed, ({ key }) => (key ? ratioText(key) : "")).values()];
  const keyOf = (group: (typeof groups)[number]) => group[0]?.key ?? null;
  const order = (a: Ratio | null, b: Ratio | null) => (a && b ? compare(b, a) : Number(a === null) - Number(b === null));
  return groups.sort((a, b) => order(keyOf(a), keyOf(b))).map((group) => group.map(({ entryId }) => entryId));
}

type CardsByEntry = ReadonlyMap<string, readonly MarkedCard[]>;

function stepsOf(rule: TieRule, ground: TieGround, byEntry: CardsByEntry): readonly Step[] {
  const step: TieStep = { rule: rule.rule, criteria: [], stage: null };
  switch (rule.rule) {
    case "HEAVIEST_CRITERIA":
      return byWeight(ground.criteria).map((criteria) => ({
        step: { ...step, criteria: criteria.map(({ code }) => code) },
        keys: (group) => keysOf(group, byEntry, (cards) => meanShares(criteria, cards)),
      }));
    case "HIGHER_STAGE": {
      const scores = [...(ground.stages?.get(rule.stage) ?? [])].map(([entryId, score]) => [entryId, ratio(score)] as const);
      return [{ step: { ...step, stage: rule.stage }, keys: () => new Map(scores) }];
    }
    case "HIGHER_MEDIAN":
      return [
        {
          step,
          keys: (group) => keysOf(group, byEntry, (cards) => median(scoreCards(ground.criteria, cards).map(({ score }) => score))),
        },
      ];
    case "FEWER_LOW_MARKS":
      return [{ step, keys: (group) => keysOf(group, byEntry, (cards) => ratio(-lowMarks(ground.criteria, cards, rule.atMost))) }];
    case "CHAIR_DECISION":
      return [{ step, keys: (group) => chairKeys(group, ground.chair) }];
  }
}

function keysOf(group: readonly string[], byEntry: CardsByEntry, key: (cards: readonly MarkedCard[]) => Ratio | null) {
  const keys = new Map<string, Ratio>();
  for (const entryId of group) {
    const value = key(byEntry.get(entryId) ?? []);
    if (value) keys.set(entryId, value);
  }
  return keys;
}

function byWeight(criteria: readonly ScorecardCriterion[]): readonly (readonly ScorecardCriterion[])[] {
  const weight = (group: readonly ScorecardCriterion[]) => ratio(group[0]?.weight ?? 0);
  const groups = groupedBy(criteria.filter(counts), (criterion) => ratioText(ratio(criterion.weight)));
  return [...groups.values()].sort((a, b) => compare(weight(b), weight(a)));
}

function meanShares(criteria: readonly ScorecardCriterion[], cards: readonly MarkedCard[]): Ratio | null {
  const shares = criteria.flatMap((criterion) =>
    cards.flatMap(({ marks }) => {
      const mark = marks[criterion.code];
      return mark === null || mark === undefined ? [] : [markShare(criterion, mark)];
    }),
  );
  return meanScore(shares);
}

function median(scores: readonly Ratio[]): Ratio | null {
  const sorted = [...scores].sort(compare);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low && high ? divide(add(low, high), ratio(2)) : null;
}

function lowMarks(criteria: readonly ScorecardCriterion[], cards: readonly MarkedCard[], atMost: Decimal): number {
  const limit = ratio(atMost);
  return criteria
    .filter(counts)
    .flatMap(({ code }) => cards.map(({ marks }) => marks[code] ?? null))
    .filter((mark) => mark !== null && compare(ratio(mark), limit) <= 0).length;
}

function chairKeys(group: readonly string[], chair: TieGround["chair"]): ReadonlyMap<string, Ratio> | null {
  const places = group.map((entryId) => [entryId, chair?.get(entryId)] as const);
  if (places.some(([, place]) => place === undefined)) return null;
  return new Map(places.map(([entryId, place]) => [entryId, ratio(-(place ?? 0))]));
}
