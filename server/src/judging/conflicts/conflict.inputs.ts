import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { PairOriginEnum, TieKindEnum } from "./conflict.type.ts";
import type { PairOrigin, TieKind } from "./conflict-kinds.ts";

@InputType({ description: "An area or an office that a judge is tied to; exactly one of the two." })
export class TieInput {
  @Field(() => TieKindEnum, { description: "What ties them." })
  readonly kind: TieKind;

  @Field(() => ID, { nullable: true, description: "The area; those above and below it count too." })
  readonly jurisdictionId?: string | null;

  @Field(() => ID, { nullable: true, description: "The office." })
  readonly agencyId?: string | null;

  @Field(() => String, { nullable: true, description: "What there is to say of it; the chair reads it." })
  readonly note?: string | null;
}

@InputType({ description: "A tie that the judge declares after they accepted." })
export class DeclareConflictInput extends TieInput {
  @Field(() => ID, { description: "The asker's own part as a judge." })
  readonly judgeId: string;
}

@InputType({ description: "A conflict that the chair sets: of an area, an office or an entry; exactly one of the three." })
export class PinConflictInput extends TieInput {
  @Field(() => ID, { description: "Whose." })
  readonly judgeId: string;

  @Field(() => ID, { nullable: true, description: "The entry." })
  readonly entryId?: string | null;
}

@InputType({ description: "Entries with which a detected conflict is none." })
export class ClearConflictInput {
  @Field(() => ID, { description: "Whose." })
  readonly judgeId: string;

  @Field(() => [ID], { description: "Which entries." })
  readonly entryIds: readonly string[];

  @Field(() => String, { description: "Why it is none." })
  readonly reason: string;
}

@InputType({ description: "A statement that holds no longer." })
export class LiftConflictInput {
  @Field(() => ID, { description: "Which." })
  readonly conflictId: string;

  @Field(() => String, { description: "Why." })
  readonly reason: string;
}

@ObjectType({ implements: MutationPayload, description: "What acts on conflicts answer." })
export class ConflictPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "How many assignments or signed scorecards the act has ended." })
  readonly stopped?: number | null;
}

@ArgsType()
export class ConflictsArgs extends PageArgs {
  @Field(() => ID, { description: "Of which round." })
  readonly roundId: string;

  @Field(() => ID, { nullable: true, description: "Of this judge only." })
  readonly judgeId?: string | null;
}

@ArgsType()
export class ConflictingPairsArgs extends ConflictsArgs {
  @Field(() => ID, { nullable: true, description: "Of this entry only." })
  readonly entryId?: string | null;

  @Field(() => PairOriginEnum, { nullable: true, description: "Of this origin only." })
  readonly origin?: PairOrigin | null;
}
