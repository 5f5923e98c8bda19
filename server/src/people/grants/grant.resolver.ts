import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { GrantRoleInput, RevokeRoleInput } from "../person.inputs.ts";
import { PersonPayload } from "../person-view.type.ts";
import { grantableRoles } from "./grant.policy.ts";
import { GrantableRole, GrantableScope, ScopeEnum, type ScopeKind } from "./grant.type.ts";
import { grantRole } from "./grant-role.ts";
import { listGrantableScopes } from "./list-grantable-scopes.ts";
import { revokeRole } from "./revoke-role.ts";

@Resolver()
export class GrantResolver {
  @SignedIn()
  @Query(() => [GrantableRole], { description: "The roles one may give, and where." })
  grantableRoles(@Ctx() ctx: Context): readonly GrantableRole[] {
    return grantableRoles(ctx.actor);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Query(() => [GrantableScope], { description: "Where one may give roles: the 20 that fit the words best." })
  grantableScopes(
    @Arg("scope", () => ScopeEnum, { description: "The kind of scope." }) scope: ScopeKind,
    @Arg("search", () => String, { description: "A part of the name, or the code." }) search: string,
    @Ctx() ctx: Context,
  ): Promise<readonly GrantableScope[]> {
    return listGrantableScopes(ctx, scope, search);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => PersonPayload, { description: "Gives a person a role and tells them by letter." })
  grantRole(
    @Arg("input", () => GrantRoleInput, { description: "Who, and which." }) input: GrantRoleInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return grantRole(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => PersonPayload, { description: "Takes a role away; never the last administrator's." })
  revokeRole(
    @Arg("input", () => RevokeRoleInput, { description: "Which." }) input: RevokeRoleInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return revokeRole(ctx, input.grantId);
  }
}
