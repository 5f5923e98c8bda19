import type { Language } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LanguageEnum, MutationPayload, Node } from "../kernel/graphql/common-types.ts";
import { connectionType } from "../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant } from "../kernel/graphql/scalars.ts";
import { GrantView } from "./grants/grant.type.ts";

export const PERSON_STATES = ["INVITED", "ACTIVE", "DISABLED"] as const;
export type PersonState = (typeof PERSON_STATES)[number];
export const PersonStateEnum = Object.fromEntries(PERSON_STATES.map((state) => [state, state]));
registerEnumType(PersonStateEnum, {
  name: "PersonState",
  description: "INVITED: has not chosen a password yet. ACTIVE: can sign in. DISABLED: cannot.",
});

@ObjectType({ description: "What the asker may do with a person." })
export class PersonCan {
  @Field(() => Boolean, { description: "Change the name and language." })
  readonly edit: boolean;

  @Field(() => Boolean, { description: "Send the invitation again." })
  readonly invite: boolean;

  @Field(() => Boolean, { description: "Keep them from signing in, or let them again." })
  readonly disable: boolean;

  @Field(() => Boolean, { description: "Give them a role, among those of `grantableRoles`." })
  readonly grant: boolean;
}

@ObjectType("Person", { implements: Node, description: "Somebody with an account." })
export class PersonView {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "The person's name." })
  readonly name: string;

  @Field(() => String, { description: "The address they sign in with." })
  readonly email: string;

  @Field(() => LanguageEnum, { description: "The language they read and are written to in." })
  readonly language: Language;

  @Field(() => PersonStateEnum, { description: "Whether they can sign in." })
  readonly state: PersonState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When they were last invited." })
  readonly invitedAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when they are disabled." })
  readonly disabledAt: Instant | null;

  @Field(() => DateTimeScalar, { description: "When the account was made." })
  readonly createdAt: Instant;

  @Field(() => [GrantView], { description: "Their roles, the oldest first." })
  readonly grants: readonly GrantView[];

  @Field(() => Int, { description: "Counts their changes; an update carries the one it was made from." })
  readonly version: number;

  @Field(() => PersonCan, { description: "What the asker may do with them." })
  readonly viewerCan: PersonCan;
}

export const PersonConnection = connectionType(PersonView, "Person");

@ObjectType({ implements: MutationPayload, description: "What an act on a person answers." })
export class PersonPayload extends MutationPayload {
  @Field(() => PersonView, { nullable: true, description: "The person after it." })
  readonly person?: PersonView | null;
}
