import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { readRegionalIndex } from "../../innovations/index/read-regional-index.ts";
import { RegionalIndex } from "../../innovations/index/regional-index.type.ts";
import type { Context } from "../../kernel/context.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { readRegionStanding } from "./read-region-standing.ts";
import { RegionStanding } from "./region-standing.type.ts";

@Resolver(() => RegionStanding)
export class RegionStandingResolver {
  @ForRoles("STAFF", "HEAD", "COORDINATOR", "ADMINISTRATOR", "AUDITOR", "VERIFIER", "CHAIR")
  @Query(() => RegionStanding, { description: "Where a region stands in a round that is scored by an innovation index." })
  regionStanding(
    @Arg("roundId", () => ID, { description: "The round, by id or code." }) roundId: string,
    @Arg("country", () => String, { description: "ISO 3166-1 alpha-2 code of the country." }) country: string,
    @Arg("code", () => String, { description: "The region's official code." }) code: string,
    @Ctx() ctx: Context,
  ): Promise<RegionStanding> {
    return readRegionStanding(ctx, { roundId, country, code });
  }

  @FieldResolver(() => RegionalIndex, { description: "Its index as its entries are now, claimed and verified." })
  index(@Root() { roundId, area }: RegionStanding, @Ctx() ctx: Context): Promise<RegionalIndex> {
    return readRegionalIndex(ctx, roundId, area.id);
  }
}
