import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { EntryProblemView, EntryView } from "../entries/entry.type.ts";

@ObjectType({ simpleResolvers: true, description: "A row of the instrument as an entry claims it." })
export class EntryClaim {
  @Field(() => String, { description: "Code of the row." })
  readonly indicator: string;

  @Field(() => Int, { description: "The level claimed, 0 to 3." })
  readonly claimed: number;

  @Field(() => Int, { nullable: true, description: "The level found; null while it waits, and to those whom it is not told yet." })
  readonly verified: number | null;

  @Field(() => String, { nullable: true, description: "What the verifier notes; told like the level found." })
  readonly note: string | null;

  @Field(() => Int, { description: "Counts its changes; what is saved carries the one it was made from." })
  readonly version: number;

  @Field(() => String, { nullable: true, description: "Name of who changed it last." })
  readonly changedBy: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly changedAt: Instant;
}

@ObjectType({ simpleResolvers: true, description: "A claim that somebody else changed meanwhile: it was not saved, the writer chooses." })
export class ClaimConflict {
  @Field(() => String, { description: "Code of the row." })
  readonly indicator: string;

  @Field(() => Int, { description: "The level that the other claimed." })
  readonly theirs: number;

  @Field(() => Int, { description: "The level that was sent and not saved." })
  readonly mine: number;

  @Field(() => Int, { description: "The version of the other's claim: save with it to put one's own in its place." })
  readonly version: number;

  @Field(() => String, { nullable: true, description: "Name of the other." })
  readonly changedBy: string | null;

  @Field(() => DateTimeScalar, { description: "When they did." })
  readonly changedAt: Instant;
}

@InputType({ description: "A level claimed in one row." })
export class ClaimInput {
  @Field(() => String, { description: "Code of the row." })
  readonly indicator: string;

  @Field(() => Int, { description: "The level, 0 to 3." })
  readonly level: number;

  @Field(() => Int, { description: "The version the writer saw; 0 when nothing was claimed yet." })
  readonly version: number;
}

@InputType({ description: "Levels that a writer claims." })
export class SaveClaimsInput {
  @Field(() => ID, { description: "Of which entry." })
  readonly entryId: string;

  @Field(() => [ClaimInput], { description: "The rows, each once." })
  readonly claims: readonly ClaimInput[];
}

@ObjectType({
  implements: MutationPayload,
  description: "What saving claims gives: rows are saved one by one, whatever becomes of the others.",
})
export class SaveClaimsPayload extends MutationPayload {
  @Field(() => EntryView, { nullable: true, description: "The entry as it is now; null when refused." })
  readonly entry?: EntryView | null;

  @Field(() => [EntryClaim], { nullable: true, description: "The rows that stand as they were sent, with their new versions." })
  readonly saved?: readonly EntryClaim[] | null;

  @Field(() => [ClaimConflict], { nullable: true, description: "The rows that somebody else changed meanwhile." })
  readonly conflicts?: readonly ClaimConflict[] | null;

  @Field(() => [EntryProblemView], { nullable: true, description: "The rows that are not of this entry, or whose level is none." })
  readonly notSaved?: readonly EntryProblemView[] | null;
}
