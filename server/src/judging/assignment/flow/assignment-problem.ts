/** An entry that needs judges. */
export type EntryToAssign = {
  readonly id: string;
  /** Tags of what one should know to judge it, e.g. affairs. None: everybody knows enough. */
  readonly expertise: readonly string[];
  /** Language it is written in; null: any judge reads it. */
  readonly language: string | null;
  /** Panel that judges it; without one every judge may. */
  readonly panel?: string | null;
  /** Judges this one asks for where it is another number than the problem's `perEntry`. */
  readonly judges?: number;
};

/** A judge who may be given entries. */
export type JudgeToAssign = {
  readonly id: string;
  /** Most cards held at once, `load` and fixed pairs included. */
  readonly capacity: number;
  readonly expertise: readonly string[];
  readonly languages: readonly string[];
  /** Panels the judge sits on. On none: only entries without a panel. */
  readonly panels: readonly string[];
  /** Cards held already on entries outside the problem. Those on its entries are fixed pairs, and are not counted here. */
  readonly load: number;
};

/** What weighs how much, in whole numbers: `load` for each card a judge holds already, the others once a pair. With 1 and 10, a judge who does not know the matter is as bad as ten cards more. */
export type CostWeights = { readonly load: number; readonly expertise: number; readonly language: number };

/** Load 1, expertise 10, language 20: better a judge with ten cards more than one who does not know the matter, twenty more than one who cannot read it. */
export const DEFAULT_WEIGHTS: CostWeights = { load: 1, expertise: 10, language: 20 };

export type Pair = { readonly entryId: string; readonly judgeId: string };

/** A pair that must not be, and why: a word of the caller's, handed back where the entry lacks judges. */
export type ForbiddenPair = Pair & { readonly reason: string };

/** Who may judge what. Pairs that name somebody or something else than `entries` and `judges` are not looked at. */
export type AssignmentProblem = {
  readonly entries: readonly EntryToAssign[];
  readonly judges: readonly JudgeToAssign[];
  /** Judges for each entry. */
  readonly perEntry: number;
  readonly forbidden: readonly ForbiddenPair[];
  /** Pairs that stay, e.g. signed cards: they count for the entry and for the judge, beyond a capacity too, but never where forbidden. */
  readonly fixed: readonly Pair[];
  readonly weights: CostWeights;
  /** Whether any two entries shall be comparable over judges in common, and be it by several steps. */
  readonly wantConnected: boolean;
  /** Whether judges of another panel may be taken for that. */
  readonly crossPanels: boolean;
  /** What chance begins with where several answers cost the same. The order of entries and judges decides nothing. */
  readonly seed: string;
};

/** Why a pair is as it is. */
export type PairReason = {
  /** Tags in common, sorted; null where the entry asks for none. */
  readonly expertise: readonly string[] | null;
  readonly language: boolean;
  /** Which card of the judge's it is, `load` counted in, of how many at most. */
  readonly load: { readonly nth: number; readonly capacity: number };
  /** The judge sits on another panel than the entry's. */
  readonly cross: boolean;
  /** Made to connect groups that had no judge in common. */
  readonly link: boolean;
};

export type AssignedPair = Pair & {
  /** It was fixed. */
  readonly kept: boolean;
  readonly reason: PairReason;
  /** Mismatch of expertise and language, load not counted. */
  readonly cost: number;
};

/** A pair made to connect. ADDED: on top of the judges that the entry asks for, else instead of another judge. */
export type Link = Pair & { readonly kind: "SWAPPED" | "ADDED"; readonly insteadOf: string | null };

/** Entries and judges that can be compared with each other, and with nobody outside. */
export type Group = { readonly entryIds: readonly string[]; readonly judgeIds: readonly string[] };

/** Whether all entries that ask for judges are in one group; one without any judge is a group alone. Judges without cards are in none. */
export type Connection = { readonly connected: boolean; readonly groups: readonly Group[]; readonly links: readonly Link[] };

/** An entry that could not be given all its judges. */
export type LackingEntry = {
  readonly entryId: string;
  readonly missing: number;
  /** Judges who may judge it, those it has counted in; `missing` is about their capacity where there are enough. */
  readonly eligible: number;
  /** Judges of its panel kept away, by the reasons of the forbidden pairs. */
  readonly kept: readonly { readonly reason: string; readonly judges: number }[];
};

/** A smallest change after which every entry gets its judges; each was tried. */
export type Relaxation =
  | { readonly kind: "CAPACITY"; readonly judges: readonly { readonly judgeId: string; readonly more: number }[] }
  | { readonly kind: "FEWER_JUDGES"; readonly entries: readonly { readonly entryId: string; readonly fewer: number }[] }
  | { readonly kind: "MORE_JUDGES"; readonly judges: readonly WantedJudges[] };

/** So many more judges of a panel (null: any), each with this capacity, without a conflict with these entries, best with these expertises and languages. */
export type WantedJudges = {
  readonly panel: string | null;
  readonly count: number;
  readonly capacity: number;
  readonly expertise: readonly string[];
  readonly languages: readonly string[];
  readonly entryIds: readonly string[];
};

export type JudgeTotal = {
  readonly judgeId: string;
  /** Cards of this problem, kept ones counted in. */
  readonly cards: number;
  readonly kept: number;
  readonly load: number;
  readonly capacity: number;
};

/** What it costs in all: the n-th card of a judge costs n × the weight of load, each mismatch its weight. */
export type AssignmentCost = { readonly total: number; readonly load: number; readonly expertise: number; readonly language: number };

/** Who judges what. Lists follow the order of the problem's entries and judges. */
export type Assignment = {
  readonly complete: boolean;
  readonly pairs: readonly AssignedPair[];
  readonly judges: readonly JudgeTotal[];
  readonly entries: readonly { readonly entryId: string; readonly judgeIds: readonly string[] }[];
  readonly lacking: readonly LackingEntry[];
  /** Empty where complete. */
  readonly relaxations: readonly Relaxation[];
  /** Fixed pairs that are forbidden, and therefore were not kept. */
  readonly dropped: readonly Pair[];
  readonly connection: Connection;
  readonly cost: AssignmentCost;
};
