import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { Jurisdiction } from "../../places/jurisdiction.type.ts";
import { jurisdictionLoader } from "../../places/jurisdiction-loader.ts";
import { readAgencyIndices, readRegionalIndex, readRegionalIndices, regionalLevelsLoader } from "./read-regional-index.ts";
import { AgencyIndexConnection, RegionalIndex, RegionalIndexConnection, RegionalLevel } from "./regional-index.type.ts";

const ROUND = "The round, by id or code.";
const READERS = ["STAFF", "HEAD", "COORDINATOR", "VERIFIER", "CHAIR", "ADMINISTRATOR", "AUDITOR"] as const;

@Resolver(() => RegionalIndex)
export class RegionalIndexResolver {
  @ForRoles(...READERS)
  @Query(() => RegionalIndexConnection, { description: "The indices of the areas that a round ranks and the asker may see, by code." })
  regionalIndices(
    @Arg("roundId", () => ID, { description: ROUND }) roundId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<RegionalIndexConnection> {
    return readRegionalIndices(ctx, roundId, page);
  }

  @ForRoles(...READERS)
  @Query(() => RegionalIndex, { description: "One area's index in a round, claimed and verified, as its entries are now." })
  regionalIndex(
    @Arg("roundId", () => ID, { description: ROUND }) roundId: string,
    @Arg("jurisdictionId", () => ID, { description: "The area." }) jurisdictionId: string,
    @Ctx() ctx: Context,
  ): Promise<RegionalIndex> {
    return readRegionalIndex(ctx, roundId, jurisdictionId);
  }

  @ForRoles(...READERS)
  @Query(() => AgencyIndexConnection, {
    description: "An area's offices in a round, by rank; an office's own people see theirs only.",
  })
  agencyIndices(
    @Arg("roundId", () => ID, { description: ROUND }) roundId: string,
    @Arg("jurisdictionId", () => ID, { description: "The area." }) jurisdictionId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<AgencyIndexConnection> {
    return readAgencyIndices(ctx, { roundId, jurisdictionId }, page);
  }

  @FieldResolver(() => Jurisdiction, { description: "The area." })
  async region(@Root() index: RegionalIndex, @Ctx() ctx: Context): Promise<Jurisdiction> {
    return findable(await jurisdictionLoader(ctx).load(index.jurisdictionId), () => true);
  }

  @FieldResolver(() => [RegionalLevel], { description: "The levels of the region's own rows; empty before they are handed in." })
  regionalLevels(@Root() index: RegionalIndex, @Ctx() ctx: Context): Promise<readonly RegionalLevel[]> {
    return regionalLevelsLoader(ctx, index.roundId).load(index.jurisdictionId);
  }
}
