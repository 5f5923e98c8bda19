import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType("PrizeWon", { simpleResolvers: true, description: "A prize that a result won." })
export class PartnerPrize {
  @Field(() => String, { description: "Code of the prize." })
  readonly prize: string;

  @Field(() => LocalizedText, { description: "Names of the prize by language." })
  readonly names: LocalizedTextValue;

  @Field(() => Int, { description: "The place: 1 is first." })
  readonly place: number;

  readonly within: { readonly code: string } | null;
}

@ObjectType("PublishedPlace", { simpleResolvers: true, description: "An area as it was named when the results were published." })
export class PartnerPublishedPlace {
  @Field(() => String, { description: "Its code in the country's key system." })
  readonly code: string;

  @Field(() => String, { description: "Code of its level." })
  readonly level: string;

  @Field(() => String, { description: "Its official name." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its names by language, where they differ from the official one." })
  readonly names: LocalizedTextValue;
}

@ObjectType("Winner", { simpleResolvers: true, description: "Who won a place of a prize." })
export class PartnerWinner {
  @Field(() => Int, { description: "The place: 1 is first." })
  readonly place: number;

  @Field(() => PartnerPublishedPlace, { description: "The area." })
  readonly subject: PartnerPublishedPlace;

  @Field(() => Int, { description: "Its rank at its level." })
  readonly rank: number;

  @Field(() => DecimalScalar, { description: "Its score." })
  readonly score: string;

  @Field(() => Boolean, { description: "Whether another has the same place." })
  readonly shared: boolean;

  @Field(() => String, { nullable: true, description: "The chair's recorded reason; null where the rule decided." })
  readonly reason: string | null;
}

@ObjectType("WithheldPlace", { simpleResolvers: true, description: "A place of a prize that was not given." })
export class PartnerWithheld {
  @Field(() => Int, { description: "The place: 1 is first." })
  readonly place: number;

  @Field(() => String, { description: "The chair's recorded reason." })
  readonly reason: string;
}

@ObjectType("PublishedPrize", { simpleResolvers: true, description: "A prize of a round and who won it." })
export class PartnerPublishedPrize {
  @Field(() => String, { description: "Code of the prize." })
  readonly prize: string;

  @Field(() => LocalizedText, { description: "Names of the prize by language." })
  readonly names: LocalizedTextValue;

  @Field(() => String, { description: "Level whose areas may win it." })
  readonly level: string;

  @Field(() => Int, { description: "How many places it has." })
  readonly places: number;

  @Field(() => PartnerPublishedPlace, { nullable: true, description: "The area within which this one is given; null for everywhere." })
  readonly within: PartnerPublishedPlace | null;

  @Field(() => [PartnerWithheld], { description: "Places that were not given, and why." })
  readonly withheld: readonly PartnerWithheld[];

  @Field(() => [PartnerWinner], { description: "The winners by place." })
  readonly winners: readonly PartnerWinner[];
}
