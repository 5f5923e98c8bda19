import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType("ResultOffice", { simpleResolvers: true, description: "The office whose entry it is." })
export class PartnerResultOffice {
  @Field(() => ID, { description: "Id of the office." })
  readonly id: string;

  @Field(() => String, { description: "Its official name." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its names where they differ, by language." })
  readonly names: LocalizedTextValue;
}

@ObjectType("ResultEntry", { simpleResolvers: true, description: "The entry that was judged, in a jury round." })
export class PartnerResultEntry {
  @Field(() => ID, { description: "Id of the entry." })
  readonly id: string;

  @Field(() => String, { description: "What it was called in judging, e.g. `E07`." })
  readonly reference: string;

  @Field(() => String, { description: "Its title, in the language it was written in." })
  readonly title: string;

  @Field(() => String, { description: "That language." })
  readonly language: string;

  @Field(() => PartnerResultOffice, { nullable: true, description: "The office whose entry it is." })
  readonly office: PartnerResultOffice | null;
}

@ObjectType("ResultStage", { simpleResolvers: true, description: "What one judging stage gave an entry." })
export class PartnerResultStage {
  @Field(() => String, { description: "Code of the stage." })
  readonly stage: string;

  @Field(() => LocalizedText, { description: "Names of the stage by language." })
  readonly names: LocalizedTextValue;

  @Field(() => DecimalScalar, { nullable: true, description: "0–100, two places; null without a card that counts." })
  readonly score: string | null;

  @Field(() => Int, { nullable: true, description: "Its rank in the stage; null without a score." })
  readonly rank: number | null;

  @Field(() => Int, { description: "Cards that count." })
  readonly cards: number;

  @Field(() => DecimalScalar, { description: "Weight of the stage in the final score." })
  readonly weight: string;

  @Field(() => String, { nullable: true, description: "`ADVANCED` or `NOT_ADVANCED`; null where it was not decided." })
  readonly outcome: string | null;
}
