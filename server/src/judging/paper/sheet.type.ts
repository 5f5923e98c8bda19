import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";
import { CardOutcomeEnum } from "../desk/desk-enums.ts";
import type { CardOutcome } from "../judging-states.ts";

export const SHEET_STATES = ["ONCE", "DIFFERS", "DONE"] as const;
export type SheetState = (typeof SHEET_STATES)[number];
export const SheetStateEnum = Object.fromEntries(SHEET_STATES.map((state) => [state, state]));
registerEnumType(SheetStateEnum, {
  name: "SheetState",
  description: "How far a paper sheet was keyed in. DIFFERS: the two do not say the same yet. DONE: it is a signed card.",
});

@InputType({ description: "A mark on a paper sheet." })
export class SheetMarkInput {
  @Field(() => String, { description: "Code of the criterion." })
  readonly criterion: string;

  @Field(() => DecimalScalar, { description: "The mark." })
  readonly value: string;

  @Field(() => String, { nullable: true, description: "What the judge says to it." })
  readonly comment?: string | null;
}

@InputType({ description: "A paper sheet as somebody reads it." })
export class KeySheetInput {
  @Field(() => ID, { description: "Of which judging stage." })
  readonly stageId: string;

  @Field(() => String, { description: "The code on the sheet, e.g. `J02-E07-K4TX`." })
  readonly code: string;

  @Field(() => CardOutcomeEnum, { description: "What it says." })
  readonly outcome: CardOutcome;

  @Field(() => [SheetMarkInput], { defaultValue: [], description: "The marks." })
  readonly marks: readonly SheetMarkInput[];

  @Field(() => [String], { defaultValue: [], description: "Codes of the reasons, for FAIL." })
  readonly failReasons: readonly string[];

  @Field(() => String, { nullable: true, description: "Why, for ABSTAINED." })
  readonly abstainReason?: string | null;

  @Field(() => String, { nullable: true, description: "What it says to the applicant." })
  readonly commentToApplicant?: string | null;

  @Field(() => String, { nullable: true, description: "What it says to the panel." })
  readonly commentToPanel?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Where two people read a sheet differently." })
export class SheetDifference {
  @Field(() => String, { description: "What of it: `outcome`, `marks.<code>`, `comments.<code>`, `failReasons`, `commentToPanel`, …" })
  readonly field: string;

  @Field(() => String, { description: "What who keyed it first reads; empty for nothing." })
  readonly first: string;

  @Field(() => String, { description: "What the second reads." })
  readonly second: string;
}

@ObjectType({ simpleResolvers: true, description: "A paper sheet that was keyed in." })
export class KeyedSheet {
  @Field(() => ID, { description: "Id of the assignment that it is of." })
  readonly assignmentId: string;

  @Field(() => String, { description: "The code on it." })
  readonly code: string;

  @Field(() => SheetStateEnum, { description: "How far it is." })
  readonly state: SheetState;

  @Field(() => [String], { description: "Names of who keyed it in, in that order." })
  readonly keyedBy: readonly string[];

  @Field(() => Boolean, { description: "Whether the asker is one of them." })
  readonly mine: boolean;

  @Field(() => [SheetDifference], {
    description: "Where the two differ; none before both have keyed it in, each without seeing the other's.",
  })
  readonly differences: readonly SheetDifference[];
}

@ObjectType({ implements: MutationPayload, description: "What keying a sheet in gives." })
export class KeySheetPayload extends MutationPayload {
  @Field(() => KeyedSheet, { nullable: true, description: "The sheet as it is now; null when refused." })
  readonly sheet?: KeyedSheet | null;
}
