import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import type { NodeSource } from "../../kernel/graphql/node-sources.ts";
import { isId } from "../find-for-change.ts";
import { Jurisdiction } from "../jurisdiction.type.ts";
import { jurisdictionLoader } from "../jurisdiction-loader.ts";
import { placePolicy } from "../place.policy.ts";
import { Agency, AgencyPayload, AgencyViewerCan, CreateAgencyInput, UpdateAgencyInput } from "./agency.type.ts";
import { findAgency } from "./list-agencies.ts";
import { createAgency, updateAgency } from "./write-agency.ts";

/** Agencies for `node(id:)`. */
export const agencyNodes: NodeSource = {
  typename: "Agency",
  table: "agency",
  find: async (ctx, id) => (placePolicy.view(ctx.actor) ? findAgency(ctx, id) : null),
};

@Resolver(() => Agency)
export class AgencyResolver {
  @SignedIn()
  @Query(() => Agency, { nullable: true, description: "One agency." })
  async agency(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<Agency | null> {
    return isId(id) ? findAgency(ctx, id) : null;
  }

  @SignedIn()
  @Mutation(() => AgencyPayload, { description: "Adds an agency to an area: coordinators in their subtree, administrators." })
  createAgency(
    @Arg("input", () => CreateAgencyInput, { description: "The agency." }) input: CreateAgencyInput,
    @Ctx() ctx: Context,
  ): Promise<AgencyPayload> {
    return createAgency(ctx, input);
  }

  @SignedIn()
  @Mutation(() => AgencyPayload, { description: "Changes an agency: coordinators in their subtree, administrators." })
  updateAgency(
    @Arg("input", () => UpdateAgencyInput, { description: "What it shall be." }) input: UpdateAgencyInput,
    @Ctx() ctx: Context,
  ): Promise<AgencyPayload> {
    return updateAgency(ctx, input);
  }

  @FieldResolver(() => Jurisdiction, { nullable: true, description: "The area whose office it is." })
  jurisdiction(@Root() agency: Agency, @Ctx() ctx: Context): Promise<Jurisdiction | null> {
    return jurisdictionLoader(ctx).load(agency.jurisdictionId);
  }

  @FieldResolver(() => AgencyViewerCan, { description: "What the asker may do with it." })
  viewerCan(@Root() agency: Agency, @Ctx() ctx: Context): AgencyViewerCan {
    return { edit: placePolicy.manageAgencies(ctx.actor, agency) };
  }
}
