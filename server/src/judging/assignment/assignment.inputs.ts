import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { AssignmentRow } from "./assignment.type.ts";
import { KEPT, type Kept } from "./load-problem.ts";

export const KeptEnum = Object.fromEntries(KEPT.map((value) => [value, value]));
registerEnumType(KeptEnum, {
  name: "AssignmentsKept",
  description: "What of the present assignments stays: all, or only those whose card is signed.",
});

@InputType({ description: "How entries shall be assigned; what is not told is as the instrument has it." })
export class AssignmentOptionsInput {
  @Field(() => Int, { nullable: true, description: "Judges for each entry." })
  readonly judgesPerEntry?: number | null;

  @Field(() => Int, { nullable: true, description: "Most entries of a judge who did not say how many they take." })
  readonly capacity?: number | null;

  @Field(() => KeptEnum, { nullable: true, description: "What of the present assignments stays; ALL unless told." })
  readonly keep?: Kept | null;
}

@InputType({ description: "An assignment that was previewed, to be written as it was seen." })
export class ApplyAssignmentInput {
  @Field(() => ID, { description: "Which judging stage." })
  readonly stageId: string;

  @Field(() => AssignmentOptionsInput, { description: "The options of the preview." })
  readonly options: AssignmentOptionsInput;

  @Field(() => String, { description: "The preview's token." })
  readonly token: string;
}

@InputType({ description: "A judge and an entry." })
export class PairInput {
  @Field(() => ID, { description: "Which entry." })
  readonly entryId: string;

  @Field(() => ID, { description: "Which judge." })
  readonly judgeId: string;
}

@InputType({ description: "Entries given to judges, or taken away, by hand." })
export class AssignByHandInput {
  @Field(() => ID, { description: "Which judging stage." })
  readonly stageId: string;

  @Field(() => [PairInput], { defaultValue: [], description: "To be given." })
  readonly add: readonly PairInput[];

  @Field(() => [PairInput], { defaultValue: [], description: "To be taken away; a signed card stays and counts." })
  readonly remove: readonly PairInput[];

  @Field(() => String, { nullable: true, description: "Why; needed to take something away." })
  readonly reason?: string | null;
}

@ObjectType({ implements: MutationPayload, description: "What assigning gives." })
export class AssignmentPayload extends MutationPayload {
  @Field(() => [AssignmentRow], { nullable: true, description: "The assignments as they are now; null when refused." })
  readonly assignments?: readonly AssignmentRow[] | null;

  @Field(() => Int, { nullable: true, description: "How many were given." })
  readonly assigned?: number | null;

  @Field(() => Int, { nullable: true, description: "How many ended." })
  readonly ended?: number | null;
}
