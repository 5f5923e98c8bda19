import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { askedFields } from "../../kernel/graphql/asked-fields.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { JsonScalar } from "../../kernel/graphql/scalars.ts";
import { childrenOf } from "../children-by-parent.ts";
import { PartnerPlace } from "../places/place.type.ts";
import { PartnerRound } from "../programmes/programme.type.ts";
import { roundLoader } from "../programmes/programme-rows.ts";
import { PartnerPublishedPrize } from "./prize.type.ts";
import { PartnerPublication, PartnerPublicationConnection, PartnerPublishedLevel, PartnerResultConnection } from "./result.type.ts";
import { factsLoader, placeResults, publicationChildren, resultChildren } from "./result-rows.ts";
import { PartnerSample } from "./sample.type.ts";

@ArgsType()
class LevelArgs extends PageArgs {
  @Field(() => String, { description: "The level whose ranking is asked for, e.g. `DISTRICT`." })
  readonly level: string;
}

@ArgsType()
class NumberArgs {
  @Field(() => Int, { nullable: true, description: "Its number; the one in force unless told." })
  readonly number?: number | null;
}

@Resolver(() => PartnerPublication)
export class PartnerPublicationResolver {
  @FieldResolver(() => PartnerRound, { description: "The round whose results it publishes." })
  round(@Root() publication: PartnerPublication, @Ctx() ctx: Context): Promise<PartnerRound | null> {
    return roundLoader(ctx).load(publication.roundId);
  }

  @FieldResolver(() => [PartnerPublishedLevel], { description: "The levels it ranks, in the instrument's order." })
  async levels(@Root() publication: PartnerPublication, @Ctx() ctx: Context): Promise<readonly PartnerPublishedLevel[]> {
    return (await factsLoader(ctx).load(publication.id))?.levels ?? [];
  }

  @FieldResolver(() => [PartnerPublishedPrize], { description: "Its prizes and who won them." })
  async prizes(@Root() publication: PartnerPublication, @Ctx() ctx: Context): Promise<readonly PartnerPublishedPrize[]> {
    return (await factsLoader(ctx).load(publication.id))?.prizes ?? [];
  }

  @FieldResolver(() => PartnerSample, {
    nullable: true,
    description: "The sample that was verified row by row, with its discrepancy rate; null where none was drawn.",
  })
  async sample(@Root() publication: PartnerPublication, @Ctx() ctx: Context): Promise<PartnerSample | null> {
    return (await factsLoader(ctx).load(publication.id))?.sample ?? null;
  }

  @FieldResolver(() => JsonScalar, {
    description: "The instrument it was scored by, in the form of `round-file.schema.json` under `instrument`.",
  })
  async definition(@Root() publication: PartnerPublication, @Ctx() ctx: Context): Promise<unknown> {
    return (await factsLoader(ctx).load(publication.id))?.definition;
  }

  @FieldResolver(() => PartnerResultConnection, { description: "The ranking at a level, best first; those not eligible at the end." })
  results(
    @Root() publication: PartnerPublication,
    @Args(() => LevelArgs) args: LevelArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PartnerResultConnection> {
    return childrenOf(ctx, publication.id, { ...args, list: resultChildren(args.level, askedFields(info, "nodes", "edges.node")) });
  }
}

@Resolver(() => PartnerRound)
export class PartnerRoundResultsResolver {
  @FieldResolver(() => PartnerPublication, { nullable: true, description: "A publication of it; null while there is none." })
  async publication(
    @Root() round: PartnerRound,
    @Args(() => NumberArgs) { number }: NumberArgs,
    @Ctx() ctx: Context,
  ): Promise<PartnerPublication | null> {
    const { nodes } = await childrenOf(ctx, round.id, { first: 1, list: publicationChildren(ctx, number ?? null) });
    return nodes[0] ?? null;
  }

  @FieldResolver(() => PartnerPublicationConnection, { description: "All its publications, the newest first." })
  publications(
    @Root() round: PartnerRound,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<PartnerPublicationConnection> {
    return childrenOf(ctx, round.id, { ...args, list: publicationChildren(ctx) });
  }
}

@Resolver(() => PartnerPlace)
export class PartnerPlaceResultsResolver {
  @FieldResolver(() => PartnerResultConnection, { description: "Its results in the publications in force, the newest round first." })
  results(
    @Root() place: PartnerPlace,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PartnerResultConnection> {
    return childrenOf(ctx, place.id, { ...args, list: placeResults(ctx, askedFields(info, "nodes", "edges.node")) });
  }
}
