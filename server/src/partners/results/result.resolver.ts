import { sql } from "kysely";
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { Public } from "../../kernel/graphql/guard.ts";
import { oneOf } from "../by-id.ts";
import { PartnerPlace } from "../places/place.type.ts";
import { placeLoader } from "../places/place-rows.ts";
import {
  PartnerMetric,
  PartnerPrevious,
  PartnerPrize,
  PartnerPublication,
  PartnerPublishedPlace,
  PartnerRecognition,
  PartnerResult,
} from "./result.type.ts";
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
  result(@Args(() => ResultArgs) args: ResultArgs, @Ctx() ctx: Context): Promise<PartnerResult | null> {
    return oneOf<PartnerResult>(
      ctx,
      sql`${selectResults(ctx)} and x.code = ${args.code} and p.round_id = (select id from round where code = ${args.round})
        order by p.number desc`,
    );
  }

  @FieldResolver(() => PartnerPlace, { description: "The area." })
  jurisdiction(@Root() result: PartnerResult, @Ctx() ctx: Context): Promise<PartnerPlace | null> {
    return placeLoader(ctx).load(result.placeId);
  }

  @FieldResolver(() => PartnerPublication, { description: "The publication it stands in." })
  publication(@Root() result: PartnerResult, @Ctx() ctx: Context): Promise<PartnerPublication | null> {
    return publicationLoader(ctx).load(result.publicationId);
  }

  @FieldResolver(() => [PartnerMetric], { description: "What each metric brought, in the instrument's order." })
  metrics(@Root() result: PartnerResult): readonly PartnerMetric[] {
    return result.data.metrics;
  }

  @FieldResolver(() => [PartnerPrize], { description: "The prizes it won." })
  prizes(@Root() result: PartnerResult): readonly PartnerPrize[] {
    return result.data.prizes.map(({ prize, names, place, within }) => ({ prize, names, place, withinCode: within?.code ?? null }));
  }

  @FieldResolver(() => PartnerPublishedPlace, { description: "The area as it was named when this was published." })
  subject(@Root() result: PartnerResult): PartnerPublishedPlace {
    return result.data.subject;
  }

  @FieldResolver(() => [PartnerPublishedPlace], { description: "The areas it lay in when this was published, the country first." })
  ancestors(@Root() result: PartnerResult): readonly PartnerPublishedPlace[] {
    return result.data.ancestors;
  }

  @FieldResolver(() => PartnerPrevious, { nullable: true, description: "Its place in the edition before." })
  previous(@Root() result: PartnerResult): PartnerPrevious | null {
    return result.data.previous;
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: "The chair's remark." })
  note(@Root() result: PartnerResult): LocalizedText | null {
    return result.data.note;
  }

  @FieldResolver(() => [PartnerRecognition], { description: "Officials recognised with it." })
  recognitions(@Root() result: PartnerResult): readonly PartnerRecognition[] {
    return result.data.recognitions;
  }
}
