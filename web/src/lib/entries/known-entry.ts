import type { EligibilityRules, EntryHistory } from "@isonga/schema/entry-eligibility";
import type { AnswerValue, EntryForm, FormTask } from "@isonga/schema/entry-form";
import type { Language } from "@isonga/schema/languages";
import type { RefusalLike } from "../refusals/failure.ts";

/** An entry as this device knows it: what the server said last, kept so that it opens without a network. */
export type KnownEntry = {
  readonly id: string;
  readonly kind: "INNOVATION" | "REGIONAL";
  readonly state: EntryStateName;
  readonly title: string;
  readonly language: Language;
  readonly version: number;
  readonly round: KnownRound;
  readonly place: { readonly id: string; readonly name: string };
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly heldSince: string | null;
  readonly form: KnownForm;
  readonly instrument: KnownInstrument;
  /** By field. */
  readonly answers: Readonly<Record<string, KnownItem<AnswerValue>>>;
  /** By indicator. */
  readonly claims: Readonly<Record<string, KnownItem<number>>>;
  /** Pieces of evidence by indicator, or by field. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly history: EntryHistory;
  /** Whether it began as a copy of an earlier entry. */
  readonly copied: boolean;
  /** What the round's latest form asks otherwise than the entry's own: words of added and removed questions, keys of changed ones. */
  readonly news: { readonly added: readonly string[]; readonly changed: readonly string[]; readonly removed: readonly string[] };
  /** What sent it back and when, by field, while it is returned. */
  readonly returned: {
    readonly reason: string | null;
    readonly at: string;
    readonly fields: Readonly<Record<string, string>>;
  } | null;
  readonly canEdit: boolean;
  readonly canTranslate: boolean;
  /** A draft of theirs that was never handed in. */
  readonly canDelete: boolean;
  /** Made on this device and not yet with the server; why the server did not want it. */
  readonly local?: { readonly refusals: readonly RefusalLike[] };
};

export type EntryStateName = "DRAFT" | "SUBMITTED" | "ENDORSED" | "CHECKED" | "VERIFIED" | "RETURNED" | "INELIGIBLE" | "WITHDRAWN";

/** A round as far as an entry's pages go. `closesAt`: the submission stage's end, an instant. */
export type KnownRound = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly closesAt: string | null;
};

/** The form an entry was begun with, for its kind. `id`: its version; null for the platform's own form. */
export type KnownForm = { readonly id: string | null; readonly definition: EntryForm };

/** A row as its instrument defines it, in the reader's language; empty texts where nothing is said. */
export type KnownIndicator = {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Points of one level. */
  readonly weight: string;
  readonly mandatory: boolean;
  /** What levels 1, 2 and 3 mean. */
  readonly levels: readonly string[];
  readonly evidence: string;
};

/** What pages need of an innovation index instrument. */
export type KnownInstrument = {
  /** The rows of this kind of entry. */
  readonly indicators: readonly KnownIndicator[];
  readonly affairs: readonly { readonly code: string; readonly name: string }[];
  /** The round's rules on who may enter. */
  readonly eligibility: EligibilityRules;
};

/** One answer or claim with its own version; 0 is none yet. */
export type KnownItem<Value> = { readonly value: Value; readonly version: number; readonly by: string | null; readonly at: string | null };

/** An answer or a claim by name: `answer aim`, `claim REGULATION`. */
export type ItemName = `answer ${string}` | `claim ${string}`;

/** What was written and the server does not have: somebody else wrote meanwhile, or it was refused. */
export type Unsent = {
  readonly mine: AnswerValue;
  readonly theirs: KnownItem<AnswerValue> | null;
  readonly why: "conflict" | "refused";
  readonly refusal?: RefusalLike;
};
export type UnsentItems = { readonly [name in ItemName]?: Unsent };

/** The version that an own act of this device made, so that what was written on top of it is no conflict with oneself. */
export type OwnVersions = { readonly [name in ItemName]?: { readonly key: string; readonly version: number } };

/** The rows that a task asks for, in its order. */
export function rowsOf({ indicators }: Pick<KnownInstrument, "indicators">, task: Pick<FormTask, "indicators">): readonly KnownIndicator[] {
  return task.indicators.flatMap((code) => indicators.find((row) => row.code === code) ?? []);
}
