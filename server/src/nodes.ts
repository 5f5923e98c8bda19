import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { innovationNodes } from "./innovations/beginning/list-innovations.ts";
import { entryNodes } from "./innovations/entries/list-entries.ts";
import type { Context } from "./kernel/context.ts";
import { Node } from "./kernel/graphql/common-types.ts";
import { Public } from "./kernel/graphql/guard.ts";
import { findNode, type NodeSource } from "./kernel/graphql/node-sources.ts";
import { importRunNodes } from "./kernel/imports/list-imports.ts";
import { personNodes } from "./people/list-people.ts";
import { agencyNodes } from "./places/agencies/agency.resolver.ts";
import { jurisdictionNodes } from "./places/place.resolver.ts";
import { programmeNodes } from "./programmes/list-programmes.ts";
import { roundNodes } from "./programmes/rounds/list-rounds.ts";
import { publicationNodes } from "./results/publications/list-publications.ts";
import { reportNodes } from "./services/reports/report.resolver.ts";
import { serviceNodes } from "./services/service.resolver.ts";

/** Every kind of thing that staff can fetch by id; each source asks its own policy. */
const nodeSources: readonly NodeSource[] = [
  entryNodes,
  innovationNodes,
  importRunNodes,
  agencyNodes,
  jurisdictionNodes,
  personNodes,
  reportNodes,
  serviceNodes,
  programmeNodes,
  publicationNodes,
  roundNodes,
];

@Resolver()
export class NodeResolver {
  @Public()
  @Query(() => Node, { nullable: true, description: "Whatever has this id, if the asker may see it." })
  node(@Arg("id", () => ID, { description: "An id from any earlier answer." }) id: string, @Ctx() ctx: Context): Promise<object | null> {
    return findNode(ctx, nodeSources, id);
  }
}
