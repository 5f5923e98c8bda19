import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type { Role, Scope } from "../../kernel/actor.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { RoleEnum } from "../person.type.ts";

export const SCOPES = ["PLATFORM", "JURISDICTION", "AGENCY", "ROUND"] as const satisfies readonly Scope["kind"][];
export type ScopeKind = (typeof SCOPES)[number];
export const ScopeEnum = Object.fromEntries(SCOPES.map((scope) => [scope, scope]));
registerEnumType(ScopeEnum, {
  name: "Scope",
  description: "Where a role holds: everywhere, an area with all below it, an agency, or a round.",
});

@ObjectType({ description: "What the asker may do with a grant." })
export class GrantCan {
  @Field(() => Boolean, { description: "Take it away." })
  readonly revoke: boolean;
}

@ObjectType("Grant", { description: "A role of a person within a scope." })
export class GrantView {
  @Field(() => ID, { description: "The grant's id." })
  readonly id: string;

  @Field(() => RoleEnum, { description: "The role." })
  readonly role: Role;

  @Field(() => ScopeEnum, { description: "The kind of scope." })
  readonly scope: ScopeKind;

  @Field(() => ID, { nullable: true, description: "Id of the area, agency or round; null for the platform." })
  readonly scopeId: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the area, agency or round in the reader's language; null for the platform.",
  })
  readonly scopeName: string | null;

  @Field(() => [String], { description: "Names of what lies above it, the topmost first: names of areas repeat." })
  readonly scopeTrail: readonly string[];

  @Field(() => DateTimeScalar, { description: "When it was given." })
  readonly grantedAt: Instant;

  @Field(() => String, { nullable: true, description: "Name of who gave it; null for the platform itself." })
  readonly grantedBy: string | null;

  @Field(() => GrantCan, { description: "What the asker may do with it." })
  readonly viewerCan: GrantCan;
}

@ObjectType({ description: "A role that the asker may give to others." })
export class GrantableRole {
  @Field(() => RoleEnum, { description: "The role." })
  readonly role: Role;

  @Field(() => [ScopeEnum], { description: "The kinds of scope it can be given for." })
  readonly scopes: readonly ScopeKind[];

  @Field(() => [ID], { nullable: true, description: "Ids of the areas within which the asker may give it; null where everywhere." })
  readonly within: readonly string[] | null;
}

@ObjectType({ description: "An area, agency or round for which the asker may give roles." })
export class GrantableScope {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => [String], { description: "Names of what lies above it, the topmost first: names of areas repeat." })
  readonly trail: readonly string[];
}

@InputType({ description: "A role for one area, agency or round; without any of them, for the platform." })
export class GrantInput {
  @Field(() => RoleEnum, { description: "The role." })
  readonly role: Role;

  @Field(() => ID, { nullable: true, description: "The area, with all below it." })
  readonly jurisdictionId?: string;

  @Field(() => ID, { nullable: true, description: "The agency." })
  readonly agencyId?: string;

  @Field(() => ID, { nullable: true, description: "The round." })
  readonly roundId?: string;
}
