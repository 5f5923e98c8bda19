import { ArgsType, Field, ID, InputType } from "type-graphql";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";
import { CardOutcomeEnum } from "../desk/desk-enums.ts";
import type { CardOutcome } from "../judging-states.ts";
import { type SheetState, SheetStateEnum } from "./sheet.type.ts";

@ArgsType()
export class PaperSheetsArgs extends PageArgs {
  @Field(() => ID, { description: "Of which judging stage." })
  readonly stageId: string;

  @Field(() => [SheetStateEnum], { nullable: true, description: "Only in these states." })
  readonly states?: readonly SheetState[] | null;

  @Field(() => String, { nullable: true, description: "Only with this in the code of the judge or the reference of the entry." })
  readonly search?: string | null;
}

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
