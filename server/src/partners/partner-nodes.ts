import { sql } from "kysely";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { Public } from "../kernel/graphql/guard.ts";
import { findNode, type NodeSource } from "../kernel/graphql/node-sources.ts";
import { byId } from "./by-id.ts";
import { PartnerNode } from "./partner-node.ts";
import { placeLoader } from "./places/place-rows.ts";
import { programmeLoader, roundLoader } from "./programmes/programme-rows.ts";
import type { PartnerResult } from "./results/result.type.ts";
import { publicationLoader, selectResults } from "./results/result-rows.ts";
import { serviceLoader } from "./services/service.resolver.ts";

/** Everything that partners can fetch by id: only what the public may see is found. */
const sources: readonly NodeSource[] = [
  { typename: "Jurisdiction", table: "jurisdiction", find: (ctx, id) => placeLoader(ctx).load(id) },
  { typename: "Result", table: "published_result", find: (ctx, id) => resultById(ctx, id) },
  { typename: "Service", table: "service", find: (ctx, id) => serviceLoader(ctx).load(id) },
  { typename: "Round", table: "round", find: (ctx, id) => roundLoader(ctx).load(id) },
  { typename: "Programme", table: "programme", find: (ctx, id) => programmeLoader(ctx).load(id) },
  { typename: "Publication", table: "publication", find: (ctx, id) => publicationLoader(ctx).load(id) },
];

@Resolver()
export class PartnerNodeResolver {
  @Public()
  @Query(() => PartnerNode, { nullable: true, description: "Whatever has this id, if it is public." })
  node(@Arg("id", () => ID, { description: "An id from any earlier answer." }) id: string, @Ctx() ctx: Context): Promise<object | null> {
    return findNode(ctx, sources, id);
  }
}

function resultById(ctx: Context, id: string): Promise<PartnerResult | null> {
  return byId<PartnerResult>(ctx, { name: "result", select: selectResults(ctx), id: sql`x.id` }).load(id);
}
