import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";

export const DELEGATION_STATES = ["UPCOMING", "CURRENT", "ENDED"] as const;
export type DelegationState = (typeof DELEGATION_STATES)[number];
export const DelegationStateEnum = Object.fromEntries(DELEGATION_STATES.map((state) => [state, state]));
registerEnumType(DelegationStateEnum, { name: "DelegationState", description: "Where a delegation stands now." });

@ObjectType({ description: "Somebody whom one may name to act while one is away." })
export class DelegateCandidate {
  @Field(() => ID, { description: "The person's id." })
  readonly id: string;

  @Field(() => String, { description: "The person's name." })
  readonly name: string;

  @Field(() => String, { description: "The address they sign in with: names repeat." })
  readonly email: string;
}

@ObjectType("Delegation", { description: "Somebody acts for somebody who is away, with their roles of custody and nothing else." })
export class DelegationView {
  @Field(() => ID, { description: "The delegation's id." })
  readonly id: string;

  @Field(() => ID, { description: "Who is away." })
  readonly personId: string;

  @Field(() => String, { description: "Name of who is away." })
  readonly personName: string;

  @Field(() => ID, { description: "Who acts for them." })
  readonly delegateId: string;

  @Field(() => String, { description: "Name of who acts for them." })
  readonly delegateName: string;

  @Field(() => DateTimeScalar, { description: "The instant it begins." })
  readonly startsAt: Instant;

  @Field(() => DateTimeScalar, { description: "The instant it ends, if nobody ends it earlier." })
  readonly endsAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: "When somebody ended it early." })
  readonly endedAt: Instant | null;

  @Field(() => String, { nullable: true, description: "Why, in the giver's words." })
  readonly reason: string | null;

  @Field(() => DelegationStateEnum, { description: "Where it stands now." })
  readonly state: DelegationState;

  @Field(() => Boolean, {
    description: "Whether the asker may end it: who is away, who acts for them, and administrators, until it has ended.",
  })
  readonly canEnd: boolean;
}

@InputType({ description: "Who shall act for whom, from when until when." })
export class DelegateInput {
  @Field(() => ID, { description: "Who shall act: one of `delegateCandidates`." })
  readonly delegateId: string;

  @Field(() => ID, { nullable: true, description: "For whom; oneself unless told. Only administrators may tell." })
  readonly personId?: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  readonly startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends, at most a year later." })
  readonly endsAt: Date;

  @Field(() => String, { nullable: true, description: "Why; the delegate reads it." })
  readonly reason?: string | null;
}

@InputType({ description: "A delegation to end." })
export class EndDelegationInput {
  @Field(() => ID, { description: "Which." })
  readonly id: string;
}

@ObjectType({ implements: MutationPayload, description: "What making or ending a delegation answers." })
export class DelegationPayload extends MutationPayload {
  @Field(() => DelegationView, { nullable: true, description: "The delegation after it." })
  readonly delegation?: DelegationView | null;
}
