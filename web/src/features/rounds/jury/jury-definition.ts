import type { LocalizedText } from "@isonga/schema/languages";
import { type EligibilityValue, NO_RULES, type PrizeValue, type RoleValue, saysSomething } from "../instrument/definition.ts";

type Quantity = number | string;

/** What has a code and a name in three languages. */
export type Named = { readonly code: string; readonly names: LocalizedText };

export const COMMENTS = ["REQUIRED", "OPTIONAL", "OFF"] as const;
export const FORMS = ["DESK", "PRESENTATION", "VISIT"] as const;
export const MODES = ["SCORES", "PASS_FAIL", "PAIRWISE"] as const;
export const CUT_WITHIN = ["EVERYWHERE", "AFFAIR", "LEAGUE"] as const;
export const OTHERS_WHAT = ["MARKS", "MARKS_AND_COMMENTS"] as const;
export const OTHERS_WHEN = ["NEVER", "AFTER_OWN", "CALIBRATION", "DISCUSSION"] as const;
export const FEEDBACKS = ["NONE", "MARKS", "MARKS_AND_COMMENTS"] as const;
export const JURY_TIES = ["HEAVIEST_CRITERIA", "HIGHER_STAGE", "HIGHER_MEDIAN", "FEWER_LOW_MARKS", "CHAIR_DECISION"] as const;
export const MEANS = ["PLAIN", "TRIMMED"] as const;

/** What a mark means. */
export type AnchorValue = { readonly value: Quantity; readonly texts: LocalizedText };

/** What a judge marks. */
export type CriterionValue = Named & {
  readonly descriptions?: LocalizedText;
  readonly weight: Quantity;
  readonly min: Quantity;
  readonly max: Quantity;
  readonly step: Quantity;
  readonly anchors: readonly AnchorValue[];
  readonly comment: (typeof COMMENTS)[number];
  readonly ranking: boolean;
};

export type CutValue =
  | { readonly kind: "NONE" }
  | { readonly kind: "TOP"; readonly places: Quantity; readonly within: (typeof CUT_WITHIN)[number] }
  | { readonly kind: "THRESHOLD"; readonly from: Quantity };

/** A judging stage as a round file has it. */
export type JudgingStageValue = {
  readonly stage: string;
  readonly form: (typeof FORMS)[number];
  readonly mode: (typeof MODES)[number];
  readonly panels: readonly Named[];
  readonly judgesPerEntry: Quantity;
  readonly capacity: Quantity;
  readonly criteria: readonly CriterionValue[];
  readonly failReasons: readonly Named[];
  readonly mean: (typeof MEANS)[number];
  readonly shrink: Quantity;
  readonly cut: CutValue;
  readonly weight: Quantity;
  readonly others: { readonly what: (typeof OTHERS_WHAT)[number]; readonly when: (typeof OTHERS_WHEN)[number] };
  readonly blind: readonly string[];
  readonly calibration: Quantity;
  readonly feedback: (typeof FEEDBACKS)[number];
};

/** A rule for equal scores: with the stage, or the mark, that it is about. */
export type JuryTieValue = { readonly rule: (typeof JURY_TIES)[number]; readonly stage?: string; readonly atMost?: Quantity };

/** A jury's instrument as these pages hold it: the form of a round file's `instrument`, checked by the server when it is saved. */
export type JuryDefinition = {
  readonly kind: "JURY";
  readonly levels: readonly string[];
  readonly affairs: readonly Named[];
  readonly eligibility: EligibilityValue;
  /** What judges accept; not there: the platform's. */
  readonly conduct?: LocalizedText;
  readonly judging: readonly JudgingStageValue[];
  readonly objection?: undefined | { readonly stage: string; readonly after: string; readonly grounds: readonly Named[] };
  readonly tieBreaks: readonly JuryTieValue[];
  readonly prizes: readonly PrizeValue[];
  readonly recognitionRoles: readonly RoleValue[];
};

/** A judging stage as it is added: three judges mark by a rubric at the desk, in one panel that is still to be named. */
export function freshStage(stage: string): JudgingStageValue {
  return {
    stage,
    form: "DESK",
    mode: "SCORES",
    panels: [{ code: "", names: {} }],
    judgesPerEntry: 3,
    capacity: 45,
    criteria: [FRESH_CRITERION],
    failReasons: [],
    mean: "PLAIN",
    shrink: 2,
    cut: { kind: "NONE" },
    weight: 1,
    others: { what: "MARKS", when: "DISCUSSION" },
    blind: [],
    calibration: 0,
    feedback: "NONE",
  };
}

/** A criterion as it is added. */
export const FRESH_CRITERION: CriterionValue = {
  code: "",
  names: {},
  weight: 10,
  min: 1,
  max: 10,
  step: 1,
  anchors: [],
  comment: "OPTIONAL",
  ranking: true,
};

/** A stage as a file may have it: what is usual is left out. */
type WrittenStage = Partial<Omit<JudgingStageValue, "criteria" | "others" | "cut">> & {
  readonly criteria?: readonly Partial<CriterionValue>[];
  readonly others?: Partial<JudgingStageValue["others"]>;
  readonly cut?: CutValue | { readonly kind: "TOP"; readonly places: number };
};

/** An instrument as a file may have it. */
export type WrittenJury = Pick<JuryDefinition, "kind"> &
  Partial<Omit<JuryDefinition, "kind" | "eligibility" | "judging">> & {
    readonly eligibility?: Partial<EligibilityValue>;
    readonly judging?: readonly WrittenStage[];
  };

/** A definition out of a file in full: what it leaves out is what the server takes it for, so that all of it can be edited. */
export function filledJury(written: WrittenJury): JuryDefinition {
  return {
    levels: ["ENTRY"],
    affairs: [],
    tieBreaks: [],
    prizes: [],
    recognitionRoles: [],
    ...written,
    eligibility: { ...NO_RULES, ...written.eligibility },
    judging: (written.judging ?? []).map(filledStage),
  };
}

function filledStage({ cut, others, criteria, ...written }: WrittenStage): JudgingStageValue {
  const fresh = freshStage("");
  return {
    ...fresh,
    panels: [],
    ...written,
    criteria: (criteria ?? []).map((criterion) => ({ ...FRESH_CRITERION, ...criterion })),
    others: { ...fresh.others, ...others },
    cut: cut?.kind === "TOP" ? { within: "EVERYWHERE", ...cut } : (cut ?? fresh.cut),
  };
}

/** What is sent: descriptions and a code of conduct that say nothing are left out. */
export function sentJury({ conduct, judging, ...rest }: JuryDefinition): JuryDefinition {
  const sent = judging.map((stage) => ({ ...stage, criteria: stage.criteria.map(sentCriterion) }));
  return { ...rest, judging: sent, ...(saysSomething(conduct) ? { conduct } : {}) };
}

function sentCriterion({ descriptions, ...criterion }: CriterionValue): CriterionValue {
  return saysSomething(descriptions) ? { ...criterion, descriptions } : criterion;
}

/** Whether a definition is one of juries. */
export function isJuryDefinition(definition: { readonly kind: string }): definition is JuryDefinition {
  return definition.kind === "JURY";
}
