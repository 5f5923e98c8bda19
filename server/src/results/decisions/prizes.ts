import type { Prize } from "../../programmes/instrument-parts.ts";
import { lineage, type TreeArea } from "../../services/performance.ts";
import type { RankedRow, StandingRows } from "../scoring.ts";

/** What a prize's rule proposes, for one prize and, where it is given within each ancestor, one ancestor. The chair decides. */
export interface PrizeProposal {
  readonly prize: string;
  readonly level: string;
  /** Code of the ancestor within which the prize is won; null for everywhere. */
  readonly within: string | null;
  readonly places: number;
  /** By place, then by code; never more than `places`. */
  readonly winners: readonly ProposedWinner[];
  /** Subjects with the same rank of whom only some can win: the chair's to decide. */
  readonly undecided: UndecidedPlace | null;
  /** Places for which nobody is eligible. */
  readonly vacant: number;
}

export interface ProposedWinner {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Among those who compete for this prize: 1, 2, 2, 4. */
  readonly place: number;
  /** In the standing of the whole level. */
  readonly rank: number;
  readonly score: string;
  /** Whether another winner has the same place. */
  readonly shared: boolean;
}

export interface UndecidedPlace {
  /** The place they share. */
  readonly place: number;
  /** How many of the candidates can win. */
  readonly open: number;
  readonly candidates: readonly Omit<ProposedWinner, "place" | "shared">[];
}

/** An area with its level, for finding the ancestor a prize is given within. */
export interface PrizeArea extends TreeArea {
  readonly level: string;
}

/**
 * The winners each prize's rule proposes, in the order of the prizes, then of the ancestors' codes. Ancestors without a ranked
 * subject are listed too, with vacant places. A subject outside every such ancestor competes nowhere.
 */
export function proposePrizes(prizes: readonly Prize[], standing: StandingRows, areas: readonly PrizeArea[]): PrizeProposal[] {
  return prizes.flatMap((prize) =>
    competitions(prize, standing, areas).map(({ within, competitors }) => propose(prize, within, competitors)),
  );
}

/** One contest for a prize: everywhere, or within one ancestor. */
export interface Competition {
  readonly within: string | null;
  /** Those who can win, in order of rank. */
  readonly competitors: readonly RankedRow[];
}

/** The contests for one prize, in the order of the ancestors' codes. */
export function competitions(prize: Prize, standing: StandingRows, areas: readonly PrizeArea[]): Competition[] {
  const ranked = standing.levels.find(({ level }) => level === prize.level)?.ranked ?? [];
  if (prize.scope.kind === "EVERYWHERE") return [{ within: null, competitors: ranked }];
  return [...groupByAncestor(ranked, areas, prize.scope.level)].map(([within, competitors]) => ({ within, competitors }));
}

/** The competitors under each area of a level, the areas by code and each group still in order of rank. */
function groupByAncestor(ranked: readonly RankedRow[], areas: readonly PrizeArea[], level: string): Map<string, RankedRow[]> {
  const parents = new Map(areas.map((area) => [area.code, area.parentCode]));
  const ancestors = areas.filter((area) => area.level === level).map((area) => area.code);
  const groups = new Map<string, RankedRow[]>(ancestors.sort().map((code) => [code, []]));
  for (const entry of ranked) {
    const ancestor = lineage(entry.subject.code, parents).find((code) => groups.has(code));
    if (ancestor !== undefined) groups.get(ancestor)?.push(entry);
  }
  return groups;
}

/** What the rule proposes in one contest. */
export function propose(prize: Prize, within: string | null, competitors: readonly RankedRow[]): PrizeProposal {
  const winners: ProposedWinner[] = [];
  let undecided: UndecidedPlace | null = null;
  for (let index = 0; index < competitors.length && winners.length < prize.places; ) {
    const rank = competitors[index]?.rank;
    const equal = competitors.filter((entry) => entry.rank === rank);
    const open = prize.places - winners.length;
    if (equal.length > open) {
      undecided = { place: index + 1, open, candidates: equal.map(candidateOf) };
      break;
    }
    for (const entry of equal) winners.push({ ...candidateOf(entry), place: index + 1, shared: equal.length > 1 });
    index += equal.length;
  }
  const vacant = prize.places - winners.length - (undecided?.open ?? 0);
  return { prize: prize.code, level: prize.level, within, places: prize.places, winners, undecided, vacant };
}

function candidateOf({ subject, rank, score }: RankedRow): Omit<ProposedWinner, "place" | "shared"> {
  return { id: subject.id, code: subject.code, name: subject.name, rank, score };
}
