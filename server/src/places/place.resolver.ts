import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { PageArgs } from "../kernel/graphql/connection.ts";
import { SignedIn } from "../kernel/graphql/guard.ts";
import type { NodeSource } from "../kernel/graphql/node-sources.ts";
import { Refusal } from "../kernel/refusal.ts";
import { isId } from "./find-for-change.ts";
import { findJurisdiction } from "./find-jurisdiction.ts";
import { AreaLevel, Jurisdiction, JurisdictionConnection, League } from "./jurisdiction.type.ts";
import { selectJurisdictions } from "./jurisdiction-rows.ts";
import { listJurisdictions } from "./list-jurisdictions.ts";
import { placePolicy } from "./place.policy.ts";
import { allLevels } from "./place-loaders.ts";
import { searchPlaces } from "./search-places.ts";

/** Areas for `node(id:)`. */
export const jurisdictionNodes: NodeSource = {
  typename: "Jurisdiction",
  table: "jurisdiction",
  find: async (ctx, id) => (placePolicy.view(ctx.actor) ? findJurisdiction(ctx, { id }) : null),
};

@ArgsType()
class JurisdictionArgs {
  @Field(() => ID, { nullable: true, description: "Its id." })
  readonly id?: string | null;

  @Field(() => String, { nullable: true, description: "Its country, where it is named by code." })
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: "Its code in the key system, or in `codeSystem`." })
  readonly code?: string | null;

  @Field(() => String, { nullable: true, description: "The system of `code`, e.g. `iso`." })
  readonly codeSystem?: string | null;
}

@ArgsType()
class JurisdictionsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only in this country." })
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: "Only of this level." })
  readonly level?: string | null;

  @Field(() => ID, { nullable: true, description: "Only directly below this area." })
  readonly parent?: string | null;

  @Field(() => String, { nullable: true, description: "Only in the league with this code." })
  readonly league?: string | null;

  @Field(() => String, { nullable: true, description: "Only with this in a name, or at the start of the code." })
  readonly search?: string | null;
}

@ArgsType()
class SearchPlacesArgs {
  @Field(() => String, { description: "Part of a name in any language, or of a code; typing errors are forgiven." })
  readonly text: string;

  @Field(() => String, { nullable: true, description: "Only in this country." })
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: "Only of this level." })
  readonly level?: string | null;

  @Field(() => Int, { nullable: true, description: "How many at most." })
  readonly first?: number | null;
}

@Resolver()
export class PlaceResolver {
  @SignedIn()
  @Query(() => Jurisdiction, { nullable: true, description: "One area, by id, or by country and code." })
  async jurisdiction(
    @Args(() => JurisdictionArgs) { id, country, code, codeSystem }: JurisdictionArgs,
    @Ctx() ctx: Context,
  ): Promise<Jurisdiction | null> {
    if (id) return isId(id) ? findJurisdiction(ctx, { id }) : null;
    return country && code ? findJurisdiction(ctx, { country, code, system: codeSystem }) : null;
  }

  @SignedIn()
  @Query(() => JurisdictionConnection, { description: "Areas by official name." })
  jurisdictions(
    @Args(() => JurisdictionsArgs) { parent, ...args }: JurisdictionsArgs,
    @Ctx() ctx: Context,
  ): Promise<JurisdictionConnection> {
    if (parent && !isId(parent)) throw new Refusal("INVALID_VALUE", { field: "parent" });
    return listJurisdictions(ctx, { ...args, parentId: parent });
  }

  @SignedIn()
  @Query(() => [Jurisdiction], { description: "Areas that fit what was typed, the best first." })
  searchPlaces(@Args(() => SearchPlacesArgs) args: SearchPlacesArgs, @Ctx() ctx: Context): Promise<readonly Jurisdiction[]> {
    return searchPlaces(ctx, args);
  }

  @SignedIn()
  @Query(() => [Jurisdiction], { description: "The countries, each the top of its tree." })
  countries(@Ctx() ctx: Context): Promise<readonly Jurisdiction[]> {
    return selectJurisdictions(ctx, sql<boolean>`j.parent_id is null order by j.name`);
  }

  @SignedIn()
  @Query(() => [AreaLevel], { description: "The levels of a country's tree from the country down." })
  async areaLevels(
    @Arg("country", () => String, { description: "ISO 3166-1 alpha-2 code." }) country: string,
    @Ctx() ctx: Context,
  ): Promise<readonly AreaLevel[]> {
    return (await allLevels(ctx)).filter((level) => level.country === country);
  }

  @SignedIn()
  @Query(() => [League], { description: "The leagues by code." })
  async leagues(@Ctx() ctx: Context): Promise<readonly League[]> {
    const { rows } = await sql<Omit<League, "name">>`select id, code, names from league order by code`.execute(ctx.db);
    return rows.map((row) => ({ ...row, name: pickText(row.names, ctx.language) }));
  }
}
