import type { LocalizedText } from "./languages.ts";

/** Cards and comparisons that a jury's result was computed from: entries by reference, judges by code, never by name. */
export interface PublishedJudging {
  /** In the instrument's order. */
  readonly stages: readonly PublishedJudgingStage[];
}

export interface PublishedJudgingStage {
  /** Code of the stage. */
  readonly stage: string;
  /** Entries judged in it, by reference. */
  readonly entries: readonly {
    readonly entry: string;
    /** What came of it: ADVANCED or NOT_ADVANCED; null while it is not closed. */
    readonly outcome: string | null;
  }[];
  readonly cards: readonly PublishedCard[];
  readonly comparisons: readonly PublishedComparison[];
}

/** A signed card. Marks are decimals as text by criterion. */
export interface PublishedCard {
  readonly entry: string;
  readonly judge: string;
  /** SCORED, ABSTAINED, PASS or FAIL. */
  readonly outcome: string;
  readonly marks: Readonly<Record<string, string>>;
}

/** One judge's answer which of two is better; null: neither. */
export interface PublishedComparison {
  readonly judge: string;
  readonly left: string;
  readonly right: string;
  readonly winner: string | null;
}

/** An entry as results name it. */
export interface PublishedEntry {
  readonly id: string;
  /** What it was called in judging, e.g. `E07`. */
  readonly reference: string;
  readonly title: string;
  /** The language its title is in. */
  readonly language: string;
  readonly office: { readonly id: string; readonly name: string; readonly names: LocalizedText } | null;
}

/** What one judging stage gave an entry. */
export interface PublishedStageScore {
  readonly stage: string;
  readonly names: LocalizedText;
  /** 0–100, two places; null without a card that counts. */
  readonly score: string | null;
  /** Among those judged in the stage; null without a score. */
  readonly rank: number | null;
  readonly cards: number;
  /** Weight in the final score as the instrument has it. */
  readonly weight: string;
  /** Whether it went on; null while the stage is open. */
  readonly outcome: string | null;
}
