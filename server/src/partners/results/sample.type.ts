import { Field, Int, ObjectType } from "type-graphql";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType("PublishedSample", {
  simpleResolvers: true,
  description: "A sample of entries that was verified row by row: how it was drawn, and how far it bore the claims out.",
})
export class PartnerSample {
  @Field(() => DecimalScalar, { description: "Share of each group that was drawn, in percent." })
  readonly percent: string;

  @Field(() => String, { description: "By what it was spread: `NONE`, `JURISDICTION`, `AGENCY` or `FORM`." })
  readonly stratifiedBy: string;

  @Field(() => String, {
    description: "What chance began with: of each group the first by SHA-256(seed, colon, id of the entry), the share rounded up.",
  })
  readonly seed: string;

  @Field(() => Int, { description: "Entries drawn." })
  readonly size: number;

  @Field(() => Int, { description: "Out of how many." })
  readonly outOf: number;

  @Field(() => Int, { description: "Entries of the sample that were verified when this was published." })
  readonly verified: number;

  @Field(() => Int, { description: "Their rows in which a level was claimed or found." })
  readonly rows: number;

  @Field(() => Int, { description: "Those of them in which another level was found than claimed." })
  readonly differing: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The discrepancy rate: their share in percent, two places; null without rows.",
  })
  readonly rate: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Mean of found minus claimed over those rows, four places; null without rows.",
  })
  readonly meanDifference: string | null;
}
