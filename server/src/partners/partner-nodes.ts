import type { GraphQLResolveInfo } from "graphql";
import { sql } from "kysely";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { askedFields, onlyTypeAsked } from "../kernel/graphql/asked-fields.ts";
import { Public } from "../kernel/graphql/guard.ts";
import { isId } from "../kernel/graphql/ids.ts";
import { findNode, type NodeSource } from "../kernel/graphql/node-sources.ts";
import { oneOf } from "./by-id.ts";
import { PartnerNode } from "./partner-node.ts";
import { placeLoader } from "./places/place-rows.ts";
import { programmeLoader, roundLoader } from "./programmes/programme-rows.ts";
import type { PartnerResult } from "./results/result.type.ts";
import { publicationLoader, selectResults } from "./results/result-rows.ts";
import { serviceLoader } from "./services/service.resolver.ts";

/** Everything that partners can fetch by id: only what the public may see is found. */
const sourcesFor = (asked: ReadonlySet<string>): readonly NodeSource[] => [
  { typename: "Result", table: "published_result", find: (ctx, id) => resultById(ctx, id, asked) },
  { typename: "Jurisdiction", table: "jurisdiction", find: (ctx, id) => placeLoader(ctx).load(id) },
  { typename: "Service", table: "service", find: (ctx, id) => serviceLoader(ctx).load(id) },
  { typename: "Round", table: "round", find: (ctx, id) => roundLoader(ctx).load(id) },
  { typename: "Programme", table: "programme", find: (ctx, id) => programmeLoader(ctx).load(id) },
  { typename: "Publication", table: "publication", find: (ctx, id) => publicationLoader(ctx).load(id) },
];

@Resolver()
export class PartnerNodeResolver {
  @Public()
  @Query(() => PartnerNode, { nullable: true, description: "Whatever has this id, if it is public." })
  async node(
    @Arg("id", () => ID, { description: "An id from any earlier answer." }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const sources = sourcesFor(askedFields(info, ""));
    // Who asks for the fields of one type knows what the id is of, nearly always: then nothing needs to tell its kind.
    const likely = sources.find(({ typename }) => typename === onlyTypeAsked(info));
    const found = likely && isId(id) ? await likely.find(ctx, id) : null;
    return found && likely ? { ...found, __typename: likely.typename } : findNode(ctx, sources, id);
  }
}

function resultById(ctx: Context, id: string, asked: ReadonlySet<string>): Promise<PartnerResult | null> {
  return oneOf<PartnerResult>(ctx, sql`${selectResults(ctx, asked)} and x.id = ${id}`);
}
