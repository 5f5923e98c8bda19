import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, DecimalScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import { PartnerNode } from "../partner-node.ts";
import { PartnerPlace } from "../places/place.type.ts";

@ObjectType("Publication", {
  simpleResolvers: true,
  implements: PartnerNode,
  description: "A numbered, immutable snapshot of a round's results.",
})
export class PartnerPublication implements PartnerNode {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => Int, { description: "Its number in the round, from 1; the highest one is in force." })
  readonly number: number;

  @Field(() => DateTimeScalar, { description: "When it was published." })
  readonly publishedAt: Instant;

  @Field(() => DateTimeScalar, { description: "From when the public could see it." })
  readonly publicFrom: Instant;

  @Field(() => Int, { nullable: true, description: "Number of the publication it corrects; null for a first one." })
  readonly corrects: number | null;

  @Field(() => Int, { nullable: true, description: "Number of the publication that corrects this one; null while it stands." })
  readonly correctedBy: number | null;

  @Field(() => String, { nullable: true, description: "Why it corrects the other." })
  readonly reason: string | null;

  @Field(() => String, { description: "SHA-256 of the canonical JSON of its snapshot, in hexadecimal." })
  readonly checksum: string;

  readonly roundId: string;
}

@ObjectType("ResultMetric", { simpleResolvers: true, description: "One metric of a result: what it measured and what it brought." })
export class PartnerMetric {
  @Field(() => String, { description: "Code of the metric, e.g. `PROCESSING_RATE`." })
  readonly metric: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Its value; null without a denominator." })
  readonly value: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "The value that was scored, after shrinking towards the overall rate." })
  readonly shrunkValue: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "The value brought to 0–100." })
  readonly normalised: string | null;

  @Field(() => DecimalScalar, { description: "Its weight." })
  readonly weight: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Points of the score that it brought." })
  readonly contribution: string | null;
}

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

  @Field(() => [PartnerWinner], { description: "The winners by place." })
  readonly winners: readonly PartnerWinner[];
}

@ObjectType("PublishedLevel", { simpleResolvers: true, description: "A level that was ranked." })
export class PartnerPublishedLevel {
  @Field(() => String, { description: "Code of the level." })
  readonly level: string;

  @Field(() => LocalizedText, { description: "Names of the level by language." })
  readonly names: LocalizedTextValue;

  @Field(() => Int, { description: "How many areas were ranked." })
  readonly rankedCount: number;

  @Field(() => Int, { description: "How many areas were not eligible." })
  readonly ineligibleCount: number;
}

@ObjectType("PreviousResult", { simpleResolvers: true, description: "An area's place in the edition before." })
export class PartnerPrevious {
  @Field(() => String, { description: "Code of that round." })
  readonly round: string;

  @Field(() => Int, { description: "Its rank then." })
  readonly rank: number;

  @Field(() => DecimalScalar, { description: "Its score then." })
  readonly score: string;

  @Field(() => Int, { nullable: true, description: "Places gained since, negative when lost; null when it is not ranked now." })
  readonly moved: number | null;
}

@ObjectType("Recognition", { simpleResolvers: true, description: "An official recognised with a result." })
export class PartnerRecognition {
  @Field(() => String, { description: "Code of the role." })
  readonly role: string;

  @Field(() => LocalizedText, { description: "Names of the role by language." })
  readonly roleNames: LocalizedTextValue;

  @Field(() => String, { description: "The person's name." })
  readonly personName: string;
}

/** The parts that are objects are read only where they are asked for: see `result-rows.ts`. */
@ObjectType("Result", { simpleResolvers: true, implements: PartnerNode, description: "One area's published result in one publication." })
export class PartnerResult implements PartnerNode {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Code of the level at which it was ranked." })
  readonly level: string;

  @Field(() => Int, { nullable: true, description: "1, 2, 2, 4; null when it was not eligible." })
  readonly rank: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Score of 0–100 with two places; null when it was not eligible." })
  readonly score: string | null;

  @Field(() => JsonScalar, { nullable: true, description: "Why it was not eligible: codes with values; empty when it was." })
  readonly ineligible: unknown;

  @Field(() => PartnerPlace, { description: "The area." })
  readonly jurisdiction: PartnerPlace;

  @Field(() => PartnerPublishedPlace, { description: "The area as it was named when this was published." })
  readonly subject: PartnerPublishedPlace;

  @Field(() => [PartnerPublishedPlace], { description: "The areas it lay in when this was published, the country first." })
  readonly ancestors: readonly PartnerPublishedPlace[];

  @Field(() => [PartnerMetric], { description: "What each metric brought, in the instrument's order." })
  readonly metrics: readonly PartnerMetric[];

  @Field(() => [PartnerPrize], { description: "The prizes it won." })
  readonly prizes: readonly PartnerPrize[];

  @Field(() => PartnerPrevious, { nullable: true, description: "Its place in the edition before." })
  readonly previous: PartnerPrevious | null;

  @Field(() => LocalizedText, { nullable: true, description: "The chair's remark." })
  readonly note: LocalizedTextValue | null;

  @Field(() => [PartnerRecognition], { description: "Officials recognised with it." })
  readonly recognitions: readonly PartnerRecognition[];

  readonly position: number;
  readonly publicationId: string;
}

export const PartnerResultConnection = connectionType(PartnerResult, "Result");
export type PartnerResultConnection = InstanceType<typeof PartnerResultConnection>;
export const PartnerPublicationConnection = connectionType(PartnerPublication, "Publication");
export type PartnerPublicationConnection = InstanceType<typeof PartnerPublicationConnection>;
