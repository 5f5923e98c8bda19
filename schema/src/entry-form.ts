import type { Language, LocalizedText } from "./languages.ts";
import type { RefusalCode } from "./refusal-codes.ts";

/**
 * An entry's form as data, and what follows from it: which fields are asked, what still lacks for submission, and whether an innovation may
 * enter at all. One definition for the browser, also without a network, and for the server.
 */

/** Kinds of fields. `AFFAIRS` offers the instrument's catalogue; `EVIDENCE` is files or links that belong to the field. */
export const FIELD_KINDS = [
  "SHORT_TEXT",
  "LONG_TEXT",
  "DATE",
  "NUMBER",
  "CHOICE",
  "CHOICES",
  "YES_NO",
  "LINKS",
  "AFFAIRS",
  "PLACE",
  "EVIDENCE",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** What a field is of the innovation itself, which lives across years; others belong to the entry alone. */
export const INNOVATION_FIELDS = [
  "title",
  "form",
  "digital",
  "stage",
  "initiator",
  "affairs",
  "trialOn",
  "appliedOn",
  "developedOn",
  "design",
  "aim",
  "benefit",
  "result",
  "links",
  "place",
] as const;
export type InnovationField = (typeof INNOVATION_FIELDS)[number];

/** Asked in copies of last year's entries only: stands as the `field` of a condition, its value is whether the entry is a copy. */
export const COPIED = "$copied";

/** Asked only when another field has one of these values (of a list: any of them); the other field may be {@link COPIED}. */
export type FieldCondition = { readonly field: string; readonly in: readonly (string | boolean)[] };

export type FormField = {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  /** What of the innovation it is, if anything. */
  readonly binds?: InnovationField;
  readonly required: boolean;
  /** Required only from this day on, in the round's zone. */
  readonly requiredFrom?: string;
  /** Not to be changed from this day on, in the round's zone. */
  readonly frozenAfter?: string;
  readonly when?: FieldCondition;
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly options?: readonly { readonly value: string; readonly label: LocalizedText }[];
};

/** A task is one screen: some fields, or some rows of the instrument. */
export type FormTask = {
  readonly code: string;
  readonly title: LocalizedText;
  readonly help?: LocalizedText;
  readonly fields: readonly FormField[];
  /** Codes of the instrument's rows claimed here. */
  readonly indicators: readonly string[];
  /** Looked through when everything else is done: cannot be started before. */
  readonly last?: boolean;
};

/** `tasks` for an innovation's entry; `regional` for a region's own rows. */
export type EntryForm = { readonly tasks: readonly FormTask[]; readonly regional?: readonly FormTask[] };

/** Answers by field key. */
export type Answers = Readonly<Record<string, AnswerValue>>;
export type AnswerValue = string | number | boolean | null | readonly string[] | { readonly latitude: string; readonly longitude: string };

/** A claim as far as completeness goes. */
export type ClaimFacts = { readonly claimed: number; readonly evidence: number };

/** What is missing or wrong: the field's key or the indicator's code, and a refusal code with the values of its words. */
export type EntryProblem = {
  readonly task: string;
  readonly field: string;
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, string | number>>;
};

/** The language an entry is written in. */
export type EntryLanguage = Language;
