import { LIMITS } from "@isonga/schema/limits";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Role } from "../../kernel/actor.ts";
import { MutationPayload, RefusalView } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar } from "../../kernel/graphql/scalars.ts";
import { RoleEnum } from "../../people/person.type.ts";
import { EntryStateEnum, EntryView } from "../entries/entry.type.ts";
import type { EntryState } from "../entries/entry-states.ts";
import { EntryCustody } from "./custody.type.ts";

/** An entry as its actor saw it. */
@InputType()
abstract class SeenEntryInput {
  @Field(() => ID, { description: "The entry." })
  readonly id: string;

  @Field(() => Int, { description: "The version that was seen." })
  readonly version: number;
}

@InputType({ description: "An entry that takes its next step." })
export class StepEntryInput extends SeenEntryInput {}

@InputType({ description: "An entry to be taken out, with a reason if one likes." })
export class WithdrawEntryInput extends SeenEntryInput {
  @Field(() => String, { nullable: true, description: "Why." })
  readonly reason?: string | null;
}

@InputType({ description: "An entry that cannot take part." })
export class ExcludeEntryInput extends SeenEntryInput {
  @Field(() => String, { description: "Why; its authors read it." })
  readonly reason: string;
}

@InputType({ description: "Why one field is sent back." })
export class FieldReasonInput {
  @Field(() => String, { description: "The field's key, or the indicator's code." })
  readonly field: string;

  @Field(() => String, { description: "The reason." })
  readonly reason: string;
}

@InputType({ description: "An entry to be sent back, with a reason for the whole, or for fields, or both." })
export class ReturnEntryInput extends SeenEntryInput {
  @Field(() => String, { nullable: true, description: "Why, for the whole." })
  readonly reason?: string | null;

  @Field(() => [FieldReasonInput], { defaultValue: [], description: "Why, field by field." })
  readonly fieldReasons: readonly FieldReasonInput[];
}

@ObjectType({ implements: MutationPayload, description: "What a step of custody answers." })
export class EntryStepPayload extends MutationPayload {
  @Field(() => EntryCustody, {
    nullable: true,
    description: "The entry's custody after it; null when refused, or out of the asker's sight.",
  })
  readonly custody?: EntryCustody | null;

  @Field(() => EntryView, { nullable: true, description: "The entry after it; null as `custody`." })
  readonly entry?: EntryView | null;
}

export const BULK_ACTS = ["ENDORSE", "CHECK", "RETURN", "REMIND"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];
export const BulkActEnum = Object.fromEntries(BULK_ACTS.map((act) => [act, act]));
registerEnumType(BulkActEnum, { name: "BulkAct", description: "What can be done to many entries at once." });

@InputType({ description: "All entries that a list of custody would show, on whatever page." })
export class MatchingEntriesInput {
  @Field(() => ID, { nullable: true, description: "Only of this round." })
  readonly roundId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Only those on which the asker has to act next." })
  readonly mine: boolean = false;

  @Field(() => RoleEnum, { nullable: true, description: "Only what this party holds." })
  readonly holder?: Role | null;

  @Field(() => [EntryStateEnum], { nullable: true, description: "Only in these states." })
  readonly states?: readonly EntryState[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "`asOf` of the dry run: what came to its state after that instant is left out, so that nothing is done to what nobody saw.",
  })
  readonly asOf?: Date | null;
}

@InputType({ description: "One act on many entries: those named, or all that match." })
export class BulkCustodyInput {
  @Field(() => BulkActEnum, { description: "What to do." })
  readonly act: BulkAct;

  @Field(() => [StepEntryInput], { nullable: true, description: "Which, as they were seen; one of this and `matching` is told." })
  readonly entries?: readonly StepEntryInput[] | null;

  @Field(() => MatchingEntriesInput, { nullable: true, description: `All that match, at most ${LIMITS.bulkRows}.` })
  readonly matching?: MatchingEntriesInput | null;

  @Field(() => String, { nullable: true, description: "Why (needed to return), or the note of a reminder." })
  readonly reason?: string | null;

  @Field(() => Boolean, { description: "Only tells what would be done." })
  readonly dryRun: boolean;
}

@ObjectType({ description: "What became, or would become, of one entry in an act on many." })
export class BulkOutcome {
  @Field(() => ID, { description: "The entry." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "Its title; null when the asker may not see it." })
  readonly title: string | null;

  @Field(() => RefusalView, { nullable: true, description: "Why it is left out; null when it is done." })
  readonly refusal: RefusalView | null;

  @Field(() => [String], { description: "Names of whom a reminder is written to." })
  readonly recipients: readonly string[];
}

@ObjectType({ implements: MutationPayload, description: "What an act on many entries answers." })
export class BulkCustodyPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: "Whether nothing was written." })
  readonly dryRun?: boolean | null;

  @Field(() => Int, { nullable: true, description: "How many were done, or would be." })
  readonly done?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was asked which entries match." })
  readonly asOf?: Date | null;

  @Field(() => [BulkOutcome], {
    nullable: true,
    description: "Each entry, in the order given; of those that match, the longest held first.",
  })
  readonly outcomes?: readonly BulkOutcome[] | null;
}
