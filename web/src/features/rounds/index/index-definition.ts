import type { LocalizedText } from "@isonga/schema/languages";
import type { EligibilityValue } from "../instrument/definition.ts";

type Quantity = number | string;

/** A row of the catalogue, as far as the editor goes; the rest is kept as it is. */
export type IndicatorValue = {
  readonly code: string;
  readonly names: LocalizedText;
  readonly weight: Quantity;
  readonly mandatory: boolean;
};

export type CategoryValue = { readonly code: string; readonly names: LocalizedText; readonly from: Quantity };

/** An index instrument as the editor holds it: the form of a round file's `instrument`, checked by the server when it is saved. */
export type IndexDefinition = {
  readonly kind: "INNOVATION_INDEX";
  readonly affairs: readonly { readonly code: string; readonly names: LocalizedText }[];
  readonly regional: readonly IndicatorValue[];
  readonly innovation: readonly IndicatorValue[];
  readonly parameters: {
    readonly divisor: Quantity;
    readonly cap: Quantity;
    readonly perInnovation: Quantity;
    readonly maximum: Quantity;
    readonly affairs: { readonly basic: readonly string[]; readonly atLeast: Quantity } | null;
    readonly categories: readonly CategoryValue[];
  };
  readonly eligibility: EligibilityValue;
  readonly verification: { readonly verifiers: 1 | 2; readonly largestFile: number };
  readonly agencyRanking: "REPORTED" | "VERIFIED" | "MATURITY";
};

/** Whether a definition is one of an index. */
export function isIndexDefinition(definition: { readonly kind: string }): definition is IndexDefinition {
  return definition.kind === "INNOVATION_INDEX";
}
