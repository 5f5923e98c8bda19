import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, DecimalScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import { PartnerNode } from "../partner-node.ts";
import { PartnerPlace } from "../places/place.type.ts";
import { PartnerResultEntry, PartnerResultStage } from "./entry.type.ts";
import { PartnerIndex } from "./index.type.ts";
import { PartnerPrize, PartnerPublishedPlace } from "./prize.type.ts";

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

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the canonical JSON (RFC 8785) of `publication` in `results.json`; null where it was not kept yet.",
  })
  readonly openChecksum: string | null;

  readonly roundId: string;
}

@ObjectType("ResultMetric", {
  simpleResolvers: true,
  description: "One metric of a result, or one part of an index: what it measured and what it brought.",
})
export class PartnerMetric {
  @Field(() => String, {
    description:
      "Code of the metric, e.g. `PROCESSING_RATE`, of the part of an index: `SPD`, `MATURITY`, `COUNT`, or of the judging stage: `STAGE_1`, `STAGE_2`, …",
  })
  readonly metric: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Its value; null without a denominator." })
  readonly value: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "The value that was scored, after shrinking towards the overall rate." })
  readonly shrunkValue: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "The value brought to 0–100." })
  readonly normalised: string | null;

  @Field(() => DecimalScalar, { description: "Its weight; of a part of an index the most points before they are brought to 100." })
  readonly weight: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Points of the score that it brought." })
  readonly contribution: string | null;
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
@ObjectType("Result", {
  simpleResolvers: true,
  implements: PartnerNode,
  description: "One area's, or one entry's, published result in one publication.",
})
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

  @Field(() => PartnerPlace, { description: "The area; in a jury round the one that the entry is from." })
  readonly jurisdiction: PartnerPlace;

  @Field(() => PartnerPublishedPlace, { description: "The area, or the entry, as it was named when this was published." })
  readonly subject: PartnerPublishedPlace;

  @Field(() => [PartnerPublishedPlace], { description: "The areas it lay in when this was published, the country first." })
  readonly ancestors: readonly PartnerPublishedPlace[];

  @Field(() => [PartnerMetric], { description: "What each metric, or part of the index, brought, in the instrument's order." })
  readonly metrics: readonly PartnerMetric[];

  @Field(() => PartnerIndex, { nullable: true, description: "Its innovation index; null in rounds of another kind." })
  readonly index: PartnerIndex | null;

  @Field(() => PartnerResultEntry, { nullable: true, description: "The entry that was judged; null in rounds that rank areas." })
  readonly entry: PartnerResultEntry | null;

  @Field(() => [PartnerResultStage], { nullable: true, description: "What each judging stage gave it; null in rounds that rank areas." })
  readonly stages: readonly PartnerResultStage[] | null;

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
