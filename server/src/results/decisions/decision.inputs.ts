import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalizedTextInput, MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DecisionKindEnum, DecisionTray } from "./decision.type.ts";
import type { DecisionKind } from "./load-decisions.ts";

@InputType({ description: "A decision to be staged, or changed when it names one." })
export class StageDecisionInput {
  @Field(() => ID, { description: "The round, by id or code." })
  readonly roundId: string;

  @Field(() => DecisionKindEnum, { description: "What is decided." })
  readonly kind: DecisionKind;

  @Field(() => ID, { description: "The area it is about; WITHHELD: whom the rule would give the place." })
  readonly subjectId: string;

  @Field(() => String, { nullable: true, description: "PRIZE, WITHHELD: its code." })
  readonly prize?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "PRIZE: the place won. WITHHELD: the place not given. TIE: the place among those with one rank.",
  })
  readonly place?: number | null;

  @Field(() => ID, { nullable: true, description: "PRIZE, WITHHELD: the area within which it is won." })
  readonly withinId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Needed for WITHHELD, INELIGIBLE, TIE, and for a winner whom the rule does not propose.",
  })
  readonly reason?: string | null;

  @Field(() => LocalizedTextInput, { nullable: true, description: "NOTE: the remark, shown to the public." })
  readonly note?: LocalizedTextValue | null;

  @Field(() => ID, { nullable: true, description: "The staged decision to change." })
  readonly decisionId?: string | null;

  @Field(() => Int, { nullable: true, description: "The version of it that this was made from." })
  readonly version?: number | null;
}

@InputType({ description: "A staged decision to be taken back." })
export class UnstageDecisionInput {
  @Field(() => ID, { description: "The decision." })
  readonly decisionId: string;

  @Field(() => Int, { description: "The version this was made from." })
  readonly version: number;
}

@InputType({ description: "All that the rule proposes, to be staged in one go." })
export class AcceptProposalsInput {
  @Field(() => ID, { description: "The round, by id or code." })
  readonly roundId: string;
}

@InputType({ description: "An official to be recognised." })
export class RecognitionInput {
  @Field(() => String, { description: "Code of the role." })
  readonly role: string;

  @Field(() => String, { description: "The official's name." })
  readonly personName: string;
}

@InputType({ description: "The officials of an area, whole." })
export class SetRecognitionsInput {
  @Field(() => ID, { description: "The round, by id or code." })
  readonly roundId: string;

  @Field(() => ID, { description: "The area." })
  readonly subjectId: string;

  @Field(() => [ID], { description: "Ids of the officials this was made from: STALE_VERSION when they are others by now." })
  readonly known: readonly string[];

  @Field(() => [RecognitionInput], { description: "The officials as they shall be." })
  readonly recognitions: readonly RecognitionInput[];
}

@ObjectType({ implements: MutationPayload, description: "What an act of the chair answers: the tray as it is now." })
export class DecisionPayload extends MutationPayload {
  @Field(() => DecisionTray, { nullable: true, description: "The tray; null when refused." })
  readonly tray?: DecisionTray | null;
}
