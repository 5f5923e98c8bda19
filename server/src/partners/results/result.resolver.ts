import type { GraphQLResolveInfo } from "graphql";
import { sql } from "kysely";
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { askedFields } from "../../kernel/graphql/asked-fields.ts";
import { Public } from "../../kernel/graphql/guard.ts";
import { oneOf } from "../by-id.ts";
import { PartnerPrize } from "./prize.type.ts";
import { PartnerPublication, PartnerResult } from "./result.type.ts";
import { publicationLoader, selectResults } from "./result-rows.ts";

@ArgsType()
class ResultArgs {
  @Field(() => String, { description: "Code of the round." })
  readonly round: string;

  @Field(() => String, { description: "Code of the area in its country's key system." })
  readonly code: string;
}

@Resolver(() => PartnerResult)
export class PartnerResultResolver {
  @Public()
  @Query(() => PartnerResult, { nullable: true, description: "An area's result in the publication in force of a round." })
  result(@Args(() => ResultArgs) args: ResultArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<PartnerResult | null> {
    return oneOf<PartnerResult>(
      ctx,
      sql`${selectResults(ctx, askedFields(info, ""))} and x.code = ${args.code} and p.round_id = (select id from round where code = ${args.round})
        order by p.number desc`,
    );
  }

  @FieldResolver(() => PartnerPublication, { description: "The publication it stands in." })
  publication(@Root() result: PartnerResult, @Ctx() ctx: Context): Promise<PartnerPublication | null> {
    return publicationLoader(ctx).load(result.publicationId);
  }
}

@Resolver(() => PartnerPrize)
export class PartnerPrizeResolver {
  @FieldResolver(() => String, { nullable: true, description: "Code of the area within which it was won; null for everywhere." })
  withinCode(@Root() prize: PartnerPrize): string | null {
    return prize.within?.code ?? null;
  }
}
