import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { isAdministrator } from "../grants/grant.policy.ts";
import { delegate, endDelegation } from "./delegate.ts";
import { DelegateCandidate, DelegateInput, DelegationPayload, DelegationView, EndDelegationInput } from "./delegation.type.ts";
import { delegateCandidates, hasLendableRole, myDelegations } from "./list-delegations.ts";

@Resolver()
export class DelegationResolver {
  @SignedIn()
  @Query(() => [DelegationView], {
    description: "Who acts for the asker while they are away, and for whom the asker acts; the latest first.",
  })
  myDelegations(@Ctx() ctx: Context): Promise<readonly DelegationView[]> {
    return myDelegations(ctx);
  }

  @SignedIn()
  @Query(() => Boolean, { description: "Whether the asker has a role that somebody could act in for them." })
  canDelegate(@Ctx() ctx: Context): Promise<boolean> {
    return ctx.actor.id === null ? Promise.resolve(false) : hasLendableRole(ctx, ctx.actor.id);
  }

  @SignedIn()
  @Query(() => [DelegateCandidate], { description: "Colleagues whom one may name to act while one is away: the first 20 by name." })
  delegateCandidates(
    @Arg("search", () => String, { description: "A part of the name or address." }) search: string,
    @Arg("personId", () => ID, { nullable: true, description: "For whom; oneself unless told. Only administrators may tell." })
    personId: string | null,
    @Ctx() ctx: Context,
  ): Promise<readonly DelegateCandidate[]> {
    const absent = checkedId(personId ?? ctx.actor.id ?? "", "personId");
    authorize(ctx.actor, absent === ctx.actor.id || isAdministrator(ctx.actor));
    return delegateCandidates(ctx, absent, search);
  }

  @SignedIn()
  @Mutation(() => DelegationPayload, { description: "Lets a colleague act in custody while one is away, and tells them by letter." })
  delegate(
    @Arg("input", () => DelegateInput, { description: "Who, and when." }) input: DelegateInput,
    @Ctx() ctx: Context,
  ): Promise<DelegationPayload> {
    return delegate(ctx, input);
  }

  @SignedIn()
  @Mutation(() => DelegationPayload, { description: "Ends a delegation now." })
  endDelegation(
    @Arg("input", () => EndDelegationInput, { description: "Which." }) input: EndDelegationInput,
    @Ctx() ctx: Context,
  ): Promise<DelegationPayload> {
    return endDelegation(ctx, input.id);
  }
}
