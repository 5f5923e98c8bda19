import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { PageArgs } from "../kernel/graphql/connection.ts";
import { SignedIn } from "../kernel/graphql/guard.ts";
import { AgencyConnection } from "./agencies/agency.type.ts";
import { agenciesLoader } from "./agencies/list-agencies.ts";
import { createJurisdiction } from "./create-jurisdiction.ts";
import { AreaLevel, Jurisdiction, JurisdictionCode, JurisdictionConnection, JurisdictionViewerCan, League } from "./jurisdiction.type.ts";
import { jurisdictionLoader } from "./jurisdiction-loader.ts";
import { moveJurisdiction } from "./move-jurisdiction.ts";
import {
  CreateJurisdictionInput,
  JurisdictionPayload,
  MoveJurisdictionInput,
  SetLeaguesInput,
  UpdateJurisdictionInput,
} from "./place.inputs.ts";
import { viewerCanOf } from "./place.policy.ts";
import { allLevels, ancestorsOf, childCountLoader, childrenLoader, codesLoader, leaguesLoader } from "./place-loaders.ts";
import { setLeagues } from "./set-leagues.ts";
import { updateJurisdiction } from "./update-jurisdiction.ts";

@Resolver(() => Jurisdiction)
export class JurisdictionResolver {
  @SignedIn()
  @Mutation(() => JurisdictionPayload, { description: "Adds an area below another: coordinators in their subtree, administrators." })
  createJurisdiction(
    @Arg("input", () => CreateJurisdictionInput, { description: "The area." }) input: CreateJurisdictionInput,
    @Ctx() ctx: Context,
  ): Promise<JurisdictionPayload> {
    return createJurisdiction(ctx, input);
  }

  @SignedIn()
  @Mutation(() => JurisdictionPayload, { description: "Changes what is known of an area: coordinators in their subtree, administrators." })
  updateJurisdiction(
    @Arg("input", () => UpdateJurisdictionInput, { description: "What it shall be." }) input: UpdateJurisdictionInput,
    @Ctx() ctx: Context,
  ): Promise<JurisdictionPayload> {
    return updateJurisdiction(ctx, input);
  }

  @SignedIn()
  @Mutation(() => JurisdictionPayload, { description: "Puts an area with all below it into another one; both must be open to the asker." })
  moveJurisdiction(
    @Arg("input", () => MoveJurisdictionInput, { description: "What goes where." }) input: MoveJurisdictionInput,
    @Ctx() ctx: Context,
  ): Promise<JurisdictionPayload> {
    return moveJurisdiction(ctx, input);
  }

  @SignedIn()
  @Mutation(() => JurisdictionPayload, { description: "Says in which leagues an area is." })
  setLeagues(
    @Arg("input", () => SetLeaguesInput, { description: "The area and all its leagues." }) input: SetLeaguesInput,
    @Ctx() ctx: Context,
  ): Promise<JurisdictionPayload> {
    return setLeagues(ctx, input);
  }

  @FieldResolver(() => String, { description: "Name of its level in the reader's language." })
  async levelName(@Root() place: Jurisdiction, @Ctx() ctx: Context): Promise<string> {
    return (await levelOf(ctx, place, 0))?.name ?? place.level;
  }

  @FieldResolver(() => AreaLevel, { nullable: true, description: "The level below its own; null at the lowest." })
  levelBelow(@Root() place: Jurisdiction, @Ctx() ctx: Context): Promise<AreaLevel | null> {
    return levelOf(ctx, place, 1);
  }

  @FieldResolver(() => [JurisdictionCode], { description: "Its codes in all systems, the key one first." })
  async codes(@Root() place: Jurisdiction, @Ctx() ctx: Context): Promise<readonly JurisdictionCode[]> {
    const [level, others] = await Promise.all([levelOf(ctx, place, 0), codesLoader(ctx).load(place.id)]);
    return [{ system: level?.keySystem ?? "", code: place.code }, ...others.filter(({ system }) => system !== level?.keySystem)];
  }

  @FieldResolver(() => [League], { description: "The leagues it is in." })
  leagues(@Root() place: Jurisdiction, @Ctx() ctx: Context): Promise<readonly League[]> {
    return leaguesLoader(ctx).load(place.id);
  }

  @FieldResolver(() => Jurisdiction, { nullable: true, description: "The area it lies in; null for a country." })
  async parent(@Root() place: Jurisdiction, @Ctx() ctx: Context): Promise<Jurisdiction | null> {
    return place.parentId === null ? null : jurisdictionLoader(ctx).load(place.parentId);
  }

  @FieldResolver(() => [Jurisdiction], { description: "The areas it lies in, from the country down; not itself." })
  ancestors(@Root() place: Jurisdiction, @Ctx() ctx: Context): Promise<readonly Jurisdiction[]> {
    return ancestorsOf(ctx, place);
  }

  @FieldResolver(() => JurisdictionConnection, { description: "The areas directly below it by official name." })
  children(@Root() place: Jurisdiction, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<JurisdictionConnection> {
    return childrenLoader(ctx, page).load(place.id);
  }

  @FieldResolver(() => Int, { description: "How many areas lie directly below it." })
  childCount(@Root() place: Jurisdiction, @Ctx() ctx: Context): Promise<number> {
    return childCountLoader(ctx).load(place.id);
  }

  @FieldResolver(() => AgencyConnection, { description: "Its agencies by official name." })
  agencies(@Root() place: Jurisdiction, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<AgencyConnection> {
    return agenciesLoader(ctx, page).load(place.id);
  }

  @FieldResolver(() => JurisdictionViewerCan, { description: "What the asker may do with it." })
  viewerCan(@Root() place: Jurisdiction, @Ctx() ctx: Context): JurisdictionViewerCan {
    return viewerCanOf(ctx.actor, place);
  }
}

async function levelOf(ctx: Context, place: Jurisdiction, below: 0 | 1): Promise<AreaLevel | null> {
  const levels = (await allLevels(ctx)).filter(({ country }) => country === place.country);
  const at = levels.findIndex(({ code }) => code === place.level);
  return at < 0 ? null : (levels[at + below] ?? null);
}
