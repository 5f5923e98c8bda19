import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { CardOutcomeEnum } from "../desk/desk-enums.ts";
import type { CardOutcome } from "../judging-states.ts";

export const SHEET_STATES = ["OPEN", "ONCE", "DIFFERS", "DONE", "SIGNED"] as const;
export type SheetState = (typeof SHEET_STATES)[number];
export const SheetStateEnum = Object.fromEntries(SHEET_STATES.map((state) => [state, state]));
registerEnumType(SheetStateEnum, {
  name: "SheetState",
  description:
    "How far a paper sheet was keyed in. OPEN: nobody has. DIFFERS: two do not say the same yet. DONE: it is a signed card. SIGNED: its judge signed the card themselves.",
});

@ObjectType({ simpleResolvers: true, description: "Where two people read a sheet differently." })
export class SheetDifference {
  @Field(() => String, { description: "What of it: `outcome`, `marks.<code>`, `comments.<code>`, `failReasons`, `commentToPanel`, …" })
  readonly field: string;

  @Field(() => String, { description: "What who keyed it first reads; empty for nothing." })
  readonly first: string;

  @Field(() => String, { description: "What the second reads." })
  readonly second: string;
}

@ObjectType({ simpleResolvers: true, description: "Somebody who keyed a sheet in." })
export class SheetKeyer {
  @Field(() => String, { description: "Their name." })
  readonly name: string;

  @Field(() => Boolean, { description: "Whether it is the asker." })
  readonly mine: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A mark as it was read from a sheet." })
export class SheetMark {
  @Field(() => String, { description: "Code of the criterion." })
  readonly criterion: string;

  @Field(() => String, { description: "The mark." })
  readonly value: string;

  @Field(() => String, { nullable: true, description: "What the judge says to it." })
  readonly comment: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A sheet as the asker read it." })
export class SheetReading {
  @Field(() => CardOutcomeEnum, { description: "What it says." })
  readonly outcome: CardOutcome;

  @Field(() => [SheetMark], { description: "The marks." })
  readonly marks: readonly SheetMark[];

  @Field(() => [String], { description: "Codes of the reasons, for FAIL." })
  readonly failReasons: readonly string[];

  @Field(() => String, { nullable: true, description: "Why, for ABSTAINED." })
  readonly abstainReason: string | null;

  @Field(() => String, { nullable: true, description: "What it says to the applicant." })
  readonly commentToApplicant: string | null;

  @Field(() => String, { nullable: true, description: "What it says to the panel." })
  readonly commentToPanel: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do with a paper sheet." })
export class PaperSheetViewerCan {
  @Field(() => Boolean, { description: "Key it in: not its own judge, nor a third person, nor once its card is signed." })
  readonly key: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A paper score sheet: what a judge was given to judge, on paper." })
export class PaperSheet {
  @Field(() => ID, { description: "Id of the assignment that it is of." })
  readonly assignmentId: string;

  @Field(() => String, { description: "The code on it." })
  readonly code: string;

  @Field(() => String, { description: "Code of its judge." })
  readonly judge: string;

  @Field(() => String, { description: "Reference of its entry." })
  readonly reference: string;

  @Field(() => SheetStateEnum, { description: "How far it is." })
  readonly state: SheetState;

  @Field(() => [SheetKeyer], { description: "Who keyed it in, in that order." })
  readonly keyedBy: readonly SheetKeyer[];

  @Field(() => SheetReading, { nullable: true, description: "What the asker keyed in; what others did is told by `differences` alone." })
  readonly reading: SheetReading | null;

  @Field(() => [SheetDifference], {
    description: "Where the two differ; none before both have keyed it in, each without seeing the other's.",
  })
  readonly differences: readonly SheetDifference[];

  @Field(() => PaperSheetViewerCan, { description: "What the asker may do." })
  readonly viewerCan: PaperSheetViewerCan;
}

export const PaperSheetConnection = connectionType(PaperSheet, "PaperSheet");

@ObjectType({ implements: MutationPayload, description: "What keying a sheet in gives." })
export class KeySheetPayload extends MutationPayload {
  @Field(() => PaperSheet, { nullable: true, description: "The sheet as it is now; null when refused." })
  readonly sheet?: PaperSheet | null;
}
