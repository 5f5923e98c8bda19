import type { LocalizedText } from "./languages.ts";
import type { PublishedEntries, PublishedIndex, PublishedSample } from "./published-index.ts";
import type { PublishedEntry, PublishedJudging, PublishedStageScore } from "./published-judging.ts";

/**
 * The form of published results: what `publication.snapshot` and `published_result.data` hold. Decimals are text. A publication is never
 * changed, so a later form gets another `formatVersion` and readers go on understanding this one.
 */
export interface PublicationSnapshot {
  readonly formatVersion: 1;
  readonly number: number;
  /** The publication this one corrects, and why; null for a first one. */
  readonly corrects: { readonly number: number; readonly reason: string } | null;
  readonly publishedAt: string;
  /** The public sees it from this instant. */
  readonly publicFrom: string;
  readonly programme: { readonly id: string; readonly code: string; readonly names: LocalizedText };
  readonly round: PublishedRound;
  readonly instrument: {
    readonly id: string;
    readonly number: number;
    /** The instrument as the round file has it: window, metrics, weights, tie-breaks, prizes, roles. */
    readonly definition: unknown;
  };
  readonly method: PublishedMethod;
  readonly inputs: PublishedInputs;
  /** How far verifying a sample bore the claims out; null where none was drawn, and in rounds of another kind than an index. */
  readonly sample: PublishedSample | null;
  /** In the instrument's order. */
  readonly levels: readonly PublishedLevel[];
  /** In the instrument's order, then by ancestor. */
  readonly prizes: readonly PublishedPrize[];
}

export interface PublishedRound {
  readonly id: string;
  readonly code: string;
  readonly names: LocalizedText;
  readonly descriptions: LocalizedText;
  readonly timeZone: string;
  /** Whether the figures are invented; every page says so. */
  readonly illustrative: boolean;
  /** The area whose subtree took part. */
  readonly place: PublishedPlace;
}

/** How it was computed, as data. */
export interface PublishedMethod {
  /**
   * `WEIGHTED_MEAN`: Σ weight × normalised ÷ Σ weight · `INNOVATION_INDEX`: (SPD + Σ maturity ÷ max(d, n) + count) ÷ maximum × 100 ·
   * `JURY`: Σ weight × score ÷ Σ weight over the judging stages, a stage's score the mean of its cards.
   */
  readonly score: "WEIGHTED_MEAN" | "INNOVATION_INDEX" | "JURY";
  readonly scorePlaces: number;
  readonly rounding: "HALF_UP";
  /** States of the reports, the entries or the cards that count. */
  readonly countedStates: readonly string[];
}

/** What it was computed from: not for the public, but enough to compute it again. */
export interface PublishedInputs {
  /** SHA-256 of the canonical JSON of `areas`, `totals`, `entries` or `judging`, `excluded`, `ties` and the definition. */
  readonly digest: string;
  /** Codes of the services counted; none in an index round. */
  readonly services: readonly string[];
  /** Reports that count; in an index round entries verified. */
  readonly approvedReports: number;
  /** Reports expected; in an index round entries handed in. */
  readonly expectedReports: number;
  readonly areas: readonly PublishedArea[];
  /** Sums of each reporting area over the window; none in an index round. */
  readonly totals: readonly PublishedTotals[];
  /** An index round's entries that were handed in; null in others. */
  readonly entries: PublishedEntries | null;
  /** A jury round's cards; not there in others. */
  readonly judging?: PublishedJudging;
  readonly excluded: readonly { readonly code: string; readonly reason: string }[];
  /** The chair's order among subjects that the rules left at one rank. */
  readonly ties: readonly { readonly code: string; readonly place: number; readonly reason: string }[];
}

export interface PublishedPlace {
  readonly id: string;
  readonly code: string;
  readonly level: string;
  /** The official name; `names` holds what differs from it by language. */
  readonly name: string;
  readonly names: LocalizedText;
}

export interface PublishedArea extends PublishedPlace {
  readonly parentCode: string | null;
  readonly population: number | null;
}

export interface PublishedFigures {
  readonly carriedOver: number;
  readonly received: number;
  readonly processed: number;
  readonly processedInTime: number;
  readonly processingHours: string;
  readonly selfApplications: number;
}

export interface PublishedTotals extends PublishedFigures {
  readonly code: string;
  readonly approvedReports: number;
  readonly expectedReports: number;
}

export interface PublishedLevel {
  readonly level: string;
  readonly names: LocalizedText;
  readonly rankedCount: number;
  readonly ineligibleCount: number;
  /** What each metric was measured against. */
  readonly benchmarks: readonly {
    readonly metric: string;
    readonly overall: string | null;
    readonly shrinkage: string;
    readonly lowest: string;
    readonly highest: string;
  }[];
  /** By rank, then code; then those not ranked, by code. The same as the read model's rows. */
  readonly rows: readonly PublishedRow[];
}

/** One subject: a row of a table of results, and the whole of `published_result.data`. */
export interface PublishedRow {
  readonly subject: PublishedPlace & { readonly population: number | null };
  /** Areas above it, the country first, the nearest last. */
  readonly ancestors: readonly PublishedPlace[];
  /** 1, 2, 2, 4; null when not ranked. */
  readonly rank: number | null;
  /** 0–100, two places; null when not ranked. */
  readonly score: string | null;
  /** How many are ranked at its level. */
  readonly rankedCount: number;
  /** Codes of the others with the same rank. */
  readonly tiedWith: readonly string[];
  /** The rule that put it behind the one before it with the same score. */
  readonly tieBreak: { readonly rule: string; readonly metric?: string } | null;
  /** Its sums; null in an index round. */
  readonly totals: PublishedFigures | null;
  /** Reports approved of those expected; in an index round entries verified of those handed in. */
  readonly completeness: { readonly approved: number; readonly expected: number; readonly share: string };
  /** In the instrument's order; in an index round the parts SPD, MATURITY and COUNT; in a jury round STAGE_1, STAGE_2, …: its judging stages. */
  readonly metrics: readonly PublishedMetric[];
  /** The innovation index; null in other rounds. */
  readonly index: PublishedIndex | null;
  /** The entry that is ranked, of a jury round; the subject then has its id and reference. Not there in others. */
  readonly entry?: PublishedEntry;
  /** What each judging stage gave it, in order; not there in others. */
  readonly stages?: readonly PublishedStageScore[];
  /** Why it is not ranked; empty when it is. `code`: VOLUME, COMPLETENESS, ZERO_DENOMINATOR, NOTHING_VERIFIED, NOT_ADVANCED, NOT_SCORED, CHAIR_DECISION. */
  readonly ineligible: readonly { readonly code: string; readonly values: Readonly<Record<string, string>> }[];
  readonly prizes: readonly WonPrize[];
  /** Officials recognised with it, in the order of the instrument's roles. */
  readonly recognitions: readonly { readonly role: string; readonly roleNames: LocalizedText; readonly personName: string }[];
  /** The chair's remark for the public. */
  readonly note: LocalizedText | null;
  /** Its place in the programme's edition before, as published; null when it was not ranked then. `moved` is positive upwards. */
  readonly previous: { readonly round: string; readonly rank: number; readonly score: string; readonly moved: number | null } | null;
}

/** Numbers of a metric; from `shrunkValue` on null when not ranked. */
export interface PublishedMetric {
  readonly metric: string;
  readonly direction: "HIGH" | "LOW";
  readonly numerator: string;
  readonly denominator: string;
  /** Numerator ÷ denominator, six places; null without a denominator. */
  readonly value: string | null;
  /** The value that is scored, after shrinking; the same where there is none. */
  readonly shrunkValue: string | null;
  /** 0–100. */
  readonly normalised: string | null;
  readonly weight: string;
  /** Points of the score. */
  readonly contribution: string | null;
}

export interface WonPrize {
  readonly prize: string;
  readonly names: LocalizedText;
  readonly place: number;
  /** The ancestor within which it was won; null for everywhere. */
  readonly within: PublishedPlace | null;
  /** Whether another has the same place. */
  readonly shared: boolean;
  /** The chair's recorded reason where the rule proposed somebody else or left it open; null where the rule decided. */
  readonly reason: string | null;
}

/** A prize and who won it. */
export interface PublishedPrize {
  readonly prize: string;
  readonly names: LocalizedText;
  readonly level: string;
  readonly places: number;
  readonly within: PublishedPlace | null;
  /** Places that the chair did not give, and why; of whom is not said. By place. */
  readonly withheld: readonly { readonly place: number; readonly reason: string }[];
  /** By place. */
  readonly winners: readonly {
    readonly place: number;
    readonly subject: PublishedPlace;
    readonly rank: number;
    readonly score: string;
    readonly shared: boolean;
    readonly reason: string | null;
  }[];
}
