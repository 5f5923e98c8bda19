import { Field, ObjectType } from "type-graphql";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType({ simpleResolvers: true, description: "A mark of a signed card with what was said to it." })
export class DiscussionMark {
  @Field(() => String, { description: "Code of the criterion." })
  readonly criterion: string;

  @Field(() => String, { nullable: true, description: "The mark; null where only something was said." })
  readonly value: string | null;

  @Field(() => String, { nullable: true, description: "What was said to it." })
  readonly comment: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A signed card on an entry, as it is talked about. Private notes are their judge's alone and not in it.",
})
export class DiscussionCard {
  @Field(() => String, { description: "The assignment it belongs to; to open the card again." })
  readonly assignmentId: string;

  @Field(() => String, { description: "Code of the judge." })
  readonly judge: string;

  @Field(() => String, { description: "Name of the judge." })
  readonly name: string;

  @Field(() => String, { description: "SCORED, ABSTAINED, PASS or FAIL." })
  readonly outcome: string;

  @Field(() => [DiscussionMark], { description: "Its marks." })
  readonly marks: readonly DiscussionMark[];

  @Field(() => JsonScalar, { description: "Codes of the reasons for a FAIL." })
  readonly failReasons: readonly string[];

  @Field(() => String, { nullable: true, description: "Why the judge abstained." })
  readonly abstainReason: string | null;

  @Field(() => String, { nullable: true, description: "What the judge says to the panel." })
  readonly commentToPanel: string | null;

  @Field(() => String, { nullable: true, description: "What the judge says to the applicant." })
  readonly commentToApplicant: string | null;

  @Field(() => DateTimeScalar, { description: "When it was signed." })
  readonly signedAt: Instant;

  @Field(() => Boolean, { description: "Whether it came within the grace after the end." })
  readonly inGrace: boolean;

  @Field(() => Boolean, { description: "Whether it was signed by keying its judge's paper sheet in." })
  readonly fromPaper: boolean;
}
