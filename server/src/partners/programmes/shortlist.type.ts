import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";

@ObjectType("ShortlistedEntry", { simpleResolvers: true, description: "An entry that came through, while the public may object to it." })
export class PartnerShortlisted {
  @Field(() => String, { description: "What it is called in judging, e.g. `E07`." })
  readonly reference: string;

  @Field(() => String, { description: "Its title, in the language it was written in." })
  readonly title: string;

  @Field(() => String, { nullable: true, description: "Name of the office whose entry it is." })
  readonly office: string | null;

  @Field(() => String, { description: "Official name of the area it is from." })
  readonly area: string;
}

@ObjectType("ObjectionGround", { simpleResolvers: true, description: "What an objection may be about." })
export class PartnerGround {
  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => LocalizedText, { description: "Its names by language." })
  readonly names: LocalizedTextValue;
}

@ObjectType("Shortlist", {
  simpleResolvers: true,
  description: "The entries that came through a judging stage, for the public to object to.",
})
export class PartnerShortlist {
  @Field(() => DateTimeScalar, { description: "From when the public may object." })
  readonly startsAt: Instant;

  @Field(() => DateTimeScalar, { description: "Until when." })
  readonly endsAt: Instant;

  @Field(() => Boolean, { description: "Whether objections are taken now." })
  readonly isOpen: boolean;

  @Field(() => [PartnerGround], { description: "What an objection may be about." })
  readonly grounds: readonly PartnerGround[];

  @Field(() => [PartnerShortlisted], { description: "The entries, by title; their ranks are not said." })
  readonly entries: readonly PartnerShortlisted[];
}
