import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, DecimalScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { ROW_STATES, type RowState, VERIFICATION_PARTS, type VerificationPart } from "./row-state.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));
export const VerificationPartEnum = enumOf(VERIFICATION_PARTS);
registerEnumType(VerificationPartEnum, {
  name: "VerificationPart",
  description: "Whose word a level is: the first verifier's, the second's, or of who settled what the two said differently.",
});
export const RowStateEnum = enumOf(ROW_STATES);
registerEnumType(RowStateEnum, {
  name: "VerificationRowState",
  description: "Where a row stands in its verification, as the asker may know it.",
});

@ObjectType({ simpleResolvers: true, description: "What one person found in one row." })
export class VerificationOpinion {
  @Field(() => VerificationPartEnum, { description: "As what they said it." })
  readonly part: VerificationPart;

  @Field(() => String, { nullable: true, description: "Their name." })
  readonly verifier: string | null;

  @Field(() => Int, { description: "The level found, 0 to 3." })
  readonly level: number;

  @Field(() => String, { nullable: true, description: "What they noted." })
  readonly note: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at: Instant;

  @Field(() => Boolean, { description: "Whether it is the asker's own." })
  readonly mine: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A row of the instrument in the verification of an entry." })
export class VerificationRow {
  @Field(() => String, { description: "Code of the row." })
  readonly indicator: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "Name of its group in the reader's language." })
  readonly group: string | null;

  @Field(() => DecimalScalar, { description: "Points of one level." })
  readonly weight: string;

  @Field(() => [String], { description: "What levels 1, 2 and 3 mean, in the reader's language." })
  readonly levels: readonly string[];

  @Field(() => String, { nullable: true, description: "What proves it, in the reader's language." })
  readonly wanted: string | null;

  @Field(() => Int, { description: "The level claimed, 0 to 3." })
  readonly claimed: number;

  @Field(() => Int, { nullable: true, description: "The level found; null while it is open." })
  readonly verified: number | null;

  @Field(() => Int, { description: "Counts its changes; a level carries the one it was said from. 0 when nothing was claimed." })
  readonly version: number;

  @Field(() => Int, { description: "How many pieces of evidence prove it; without one no level above 0 can be said." })
  readonly evidence: number;

  @Field(() => RowStateEnum, { description: "Where it stands." })
  readonly state: RowState;

  @Field(() => [VerificationOpinion], {
    description: "What was said of it. With two verifiers each reads only their own until both have said a level.",
  })
  readonly opinions: readonly VerificationOpinion[];

  @Field(() => Boolean, { description: "Whether the asker may say a level here now." })
  readonly canSay: boolean;
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do in a verification now." })
export class VerificationViewerCan {
  @Field(() => Boolean, { description: "Say levels." })
  readonly verify: boolean;

  @Field(() => Boolean, { description: "End it: they may, and every row is settled." })
  readonly complete: boolean;
}

@ObjectType({ description: "The verification of an entry: every row of its instrument, claimed and found." })
export class Verification {
  @Field(() => ID, { description: "Id of the entry." })
  readonly id: string;

  @Field(() => Int, { description: "How many verify each row: 1, or 2 with a settlement where they differ." })
  readonly verifiers: number;

  @Field(() => [VerificationRow], { description: "The rows, in the instrument's order." })
  readonly rows: readonly VerificationRow[];

  @Field(() => Int, { description: "How many rows are not settled yet." })
  readonly open: number;

  @Field(() => DecimalScalar, { description: "Σ weight × level claimed." })
  readonly claimedPoints: string;

  @Field(() => DecimalScalar, { description: "Σ weight × level found; open rows count 0." })
  readonly verifiedPoints: string;

  @Field(() => Boolean, {
    description: "Whether it is verified row by row: false where the round verifies a sample and this is not in it.",
  })
  readonly inSample: boolean;

  @Field(() => VerificationViewerCan, { description: "What the asker may do." })
  readonly viewerCan: VerificationViewerCan;

  readonly entryId: string;
}

@ObjectType({ description: "An entry that waits for the asker's verification." })
export class VerificationTask {
  @Field(() => ID, { description: "Id of the entry." })
  readonly id: string;

  @Field(() => Int, { description: "How many rows claim a level." })
  readonly claimed: number;

  @Field(() => Int, { description: "How many of them wait for the asker." })
  readonly waiting: number;

  readonly heldSince: string;
}

/** A page of the queue. */
export const VerificationTaskConnection = connectionType(VerificationTask, "VerificationTask");
export type VerificationTaskConnection = InstanceType<typeof VerificationTaskConnection>;
