import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "./kernel/context.ts";
import { Node } from "./kernel/graphql/common-types.ts";
import { Public } from "./kernel/graphql/guard.ts";
import { findNode, type NodeSource } from "./kernel/graphql/node-sources.ts";

/** Every kind of thing that staff can fetch by id; each source asks its own policy. */
const nodeSources: readonly NodeSource[] = [];

@Resolver()
export class NodeResolver {
  @Public()
  @Query(() => Node, { nullable: true, description: "Whatever has this id, if the asker may see it." })
  node(@Arg("id", () => ID, { description: "An id from any earlier answer." }) id: string, @Ctx() ctx: Context): Promise<object | null> {
    return findNode(ctx, nodeSources, id);
  }
}
