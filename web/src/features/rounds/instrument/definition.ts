import type { LocalizedText } from "@isonga/schema/languages";

/** The measures an instrument may use, in the order offered; which are rates, that may shrink. */
export const METRICS = [
  "PROCESSING_RATE",
  "MEAN_HOURS",
  "ON_TIME_SHARE",
  "SELF_APPLICATIONS",
  "SELF_APPLICATION_SHARE",
  "SELF_APPLICATIONS_PER_1000",
] as const;
export type MetricName = (typeof METRICS)[number];

export const METHODS = ["MIN_MAX", "TARGET", "PERCENT_RANK"] as const;
export const TIE_RULES = ["HIGHER_METRIC", "LARGER_VOLUME", "CHAIR_DECISION"] as const;

type Quantity = number | string;
type Texts = LocalizedText;

export type MetricValue = {
  readonly metric: MetricName;
  readonly weight: Quantity;
  readonly normalise: { readonly method: (typeof METHODS)[number]; readonly floor?: Quantity; readonly target?: Quantity };
  readonly shrinkage: Quantity;
};
export type TieBreakValue = { readonly rule: (typeof TIE_RULES)[number]; readonly metric?: MetricName };
export type PrizeValue = {
  readonly code: string;
  readonly names: Texts;
  readonly level: string;
  readonly places: Quantity;
  readonly scope: { readonly kind: "EVERYWHERE" } | { readonly kind: "WITHIN_EACH"; readonly level: string };
};
export type RoleValue = { readonly code: string; readonly names: Texts };

export const INNOVATION_STAGES = ["INITIATIVE", "TRIAL", "APPLIED"] as const;

/** Who may enter, in rounds of entries. */
export type EligibilityValue = {
  readonly window?: { readonly from: string; readonly to: string; readonly basis: "APPLIED" | "APPLIED_OR_DEVELOPED" };
  readonly minDesignWords: Quantity;
  readonly maxEntries?: Quantity;
  readonly uniqueTitles: boolean;
  readonly barredPrizes: readonly { readonly prize: string; readonly places: Quantity }[];
  /** Empty: of every stage, of every affair. */
  readonly stages: readonly (typeof INNOVATION_STAGES)[number][];
  readonly affairs: readonly string[];
};

/** Everybody may enter, once under one title. */
export const NO_RULES: EligibilityValue = { minDesignWords: 0, uniqueTitles: true, barredPrizes: [], stages: [], affairs: [] };

/** A definition as the editor holds it: the form of a round file's `instrument`, checked by the server when it is saved. */
export type Definition = {
  readonly kind: "SERVICE_PERFORMANCE";
  readonly window: { readonly from: string; readonly to: string };
  readonly services: "ALL" | readonly string[];
  readonly reportingLevel: string;
  readonly levels: readonly string[];
  readonly metrics: readonly MetricValue[];
  readonly weightsNote?: Texts;
  readonly minVolume: number;
  readonly minCompleteness: Quantity;
  readonly tieBreaks: readonly TieBreakValue[];
  readonly prizes: readonly PrizeValue[];
  readonly recognitionRoles: readonly RoleValue[];
};

/** A first definition for a country with these levels: the usual three measures, the lowest level but two reporting. */
export function freshDefinition(levels: readonly { readonly code: string }[], today: Date): Definition {
  const ranked = levels.slice(0, 3).map((level) => level.code);
  const year = today.getFullYear();
  const weighted = (metric: MetricName, weight: number): MetricValue => ({
    metric,
    weight,
    normalise: { method: "MIN_MAX" },
    shrinkage: 0,
  });
  return {
    kind: "SERVICE_PERFORMANCE",
    window: { from: `${year}-01`, to: `${year}-12` },
    services: "ALL",
    reportingLevel: ranked.at(-1) ?? "",
    levels: ranked,
    metrics: [weighted("PROCESSING_RATE", 40), weighted("MEAN_HOURS", 30), weighted("SELF_APPLICATIONS", 30)],
    minVolume: 100,
    minCompleteness: "0.9",
    tieBreaks: [{ rule: "CHAIR_DECISION" }],
    prizes: [],
    recognitionRoles: [],
  };
}

/** A quantity as typed: a whole number as a number, a decimal as text (a comma counts as a point); anything else for the server to refuse. */
export function quantityOf(typed: string): Quantity {
  const text = typed.trim().replace(",", ".");
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** What is sent: a text that says nothing is left out. */
export function sentDefinition(definition: Definition): Definition {
  const { weightsNote, ...rest } = definition;
  return saysSomething(weightsNote) ? { ...rest, weightsNote } : rest;
}

/** Whether there are words in at least one language. */
export function saysSomething(texts: Texts | undefined): texts is Texts {
  return Object.values(texts ?? {}).some((text) => (text ?? "").trim() !== "");
}
