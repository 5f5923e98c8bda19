import type { RefusalLike } from "../refusals/failure.ts";

/** A judging stage as its judges know it. `endsAt`: an instant. */
export type KnownStage = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: string;
  readonly endsAt: string;
  readonly graceMinutes: number;
  readonly timeZone: string;
  readonly roundName: string;
  readonly takesMarks: boolean;
  readonly othersWhen: string;
  readonly feedback: string;
};

/** What a judge marks, in the reader's language; numbers are decimal texts. */
export type KnownCriterion = {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly weight: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly anchors: readonly { readonly value: string; readonly text: string }[];
  readonly comment: string;
  readonly ranking: boolean;
};

/** How judges score: marks, a verdict with reasons, or which of two. */
export type KnownRubric = {
  readonly mode: string;
  readonly criteria: readonly KnownCriterion[];
  readonly failReasons: readonly { readonly code: string; readonly name: string }[];
};

/** A text of an entry in another language than it was written in. */
export type KnownTranslation = {
  readonly language: string;
  readonly text: string;
  readonly origin: string;
  readonly isStale: boolean;
};

/** One answer of an entry, as judges read it. */
export type KnownField = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly language: string | null;
  readonly translations: readonly KnownTranslation[];
};

/** A file or link of an entry under a name that tells nothing of whose it is. `size` in bytes. */
export type KnownEvidence = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly url: string | null;
};

/** An entry as judges see it; what they must not see is null or not there. */
export type KnownEntrySheet = {
  readonly reference: string;
  readonly title: string | null;
  readonly agency: string | null;
  readonly jurisdiction: string | null;
  readonly language: string;
  readonly sections: readonly {
    readonly code: string;
    readonly title: string;
    readonly fields: readonly KnownField[];
    readonly evidence: readonly KnownEvidence[];
  }[];
};

/**
 * A mark with what is said to it, or a text of the card (then `value` is null), with its own version; 0 is none yet. Values are decimal texts
 * without needless zeros.
 */
export type KnownItem = { readonly value: string | null; readonly comment: string; readonly version: number };

/** What a judge writes: an item but for its version. */
export type Written = Omit<KnownItem, "version">;

/** The texts of a card beside its marks. */
export const NOTES = ["PRIVATE", "TO_APPLICANT", "TO_PANEL"] as const;
export type NoteName = (typeof NOTES)[number];

/** Whether an entry passes, where a stage asks only that. */
export type Verdict = "PASS" | "FAIL";

/** Another judge's card, where the stage lets one see it. */
export type OtherCard = {
  readonly judge: string;
  readonly outcome: string | null;
  readonly marks: readonly { readonly criterion: string; readonly value: string | null; readonly comment: string | null }[];
  readonly comment: string | null;
};

/** A thing of a card that two devices may both change: a mark with its comment, or a text. */
export type ItemName = `mark ${string}` | `note ${NoteName}`;
export type Items<Item> = { readonly [name in ItemName]?: Item };

/** One judge's card on one entry, as the server told it last. */
export type KnownCard = {
  readonly id: string;
  readonly stageId: string;
  readonly entry: KnownEntrySheet;
  readonly state: string;
  /** Counts signing, opening and stopping. */
  readonly version: number;
  readonly skipped: boolean;
  readonly items: Items<KnownItem>;
  readonly outcome: string | null;
  readonly failReasons: readonly string[];
  readonly abstainReason: string | null;
  readonly signedAt: string | null;
  readonly inGrace: boolean;
  /** Signed by keying its judge's paper sheet in. */
  readonly fromPaper: boolean;
  readonly askedAgain: string | null;
  readonly calibration: boolean;
  /** null as long as judges do not see of each other. */
  readonly others: readonly OtherCard[] | null;
  readonly can: { readonly mark: boolean; readonly sign: boolean; readonly abstain: boolean; readonly recuse: boolean };
};

/** What was written here while something else was written elsewhere: the judge chooses. */
export type Conflict = { readonly mine: Written; readonly theirs: KnownItem };

/** From which version to which this device has brought an item, so that what was written on top of it is no conflict with oneself. */
export type OwnStep = { readonly from: number; readonly to: number };

/** What is kept of a verdict until it is signed. */
export type VerdictDraft = { readonly verdict: Verdict | null; readonly failReasons: readonly string[] };

/** A card on this device. */
export type KeptCard = {
  readonly card: KnownCard;
  /** When it was put by; null while it is what the server just said. */
  readonly keptAt: string | null;
  readonly conflicts: Items<Conflict>;
  readonly own: Items<readonly OwnStep[]>;
  /** By item: against which version the judge has chosen last, so that the same answer heard twice does not ask twice. */
  readonly chosen: Items<number>;
  readonly draft: VerdictDraft | null;
  /** Why the server does not take what waits: the stage is closed, the entry is gone. */
  readonly stuck: RefusalLike | null;
  /** Why it was not signed; the card is a draft still. */
  readonly unsigned: readonly RefusalLike[];
};

/** Where a card stands in a judge's queue. */
export type KnownQueueItem = {
  readonly id: string;
  readonly reference: string;
  readonly title: string | null;
  readonly state: string;
  readonly position: number;
  readonly calibration: boolean;
  readonly marked: number;
  readonly askedAgain: string | null;
  readonly endedBecause: string | null;
};

/** Two entries of which a judge says the better one. */
export type KnownComparison = {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly leftReference: string;
  readonly rightReference: string;
  readonly winner: Winner | null;
};
export type Winner = "LEFT" | "RIGHT" | "NEITHER";

/** What a judge has to do in a stage, in their own order. */
export type KnownQueue = {
  readonly stage: KnownStage;
  readonly rubric: KnownRubric;
  /** In the judge's own order: those put off last, then those that ended. */
  readonly items: readonly KnownQueueItem[];
  readonly comparisons: readonly KnownComparison[];
};
