import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, DecimalScalar, type Instant } from "../../kernel/graphql/scalars.ts";

@ObjectType({ simpleResolvers: true, description: "What the verification of a sample says of what was claimed." })
export class Discrepancy {
  @Field(() => Int, { description: "Entries of the sample that are verified." })
  readonly entries: number;

  @Field(() => Int, { description: "Their rows in which a level was claimed or found." })
  readonly rows: number;

  @Field(() => Int, { description: "Those of them in which another level was found than claimed." })
  readonly differing: number;

  @Field(() => DecimalScalar, { nullable: true, description: "Their share in percent, two places; null before anything is verified." })
  readonly rate: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Mean of found minus claimed over those rows, four places." })
  readonly meanDifference: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The entries of a round that are verified row by row, drawn once by chance." })
export class VerificationSample {
  @Field(() => ID, { description: "Id of the round." })
  readonly id: string;

  @Field(() => DecimalScalar, { description: "Share of the checked entries, in percent." })
  readonly percent: string;

  @Field(() => String, { description: "By what it is spread: NONE, JURISDICTION, AGENCY or FORM." })
  readonly stratifiedBy: string;

  @Field(() => String, { description: "What chance began with." })
  readonly seed: string;

  @Field(() => Int, { description: "How many entries were drawn." })
  readonly size: number;

  @Field(() => Int, { description: "Out of how many." })
  readonly outOf: number;

  @Field(() => String, { nullable: true, description: "Name of who had it drawn." })
  readonly drawnBy: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly drawnAt: Instant;

  @Field(() => Discrepancy, { description: "What its verification says so far." })
  readonly discrepancy: Discrepancy;
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do with a round's sample now." })
export class SamplingViewerCan {
  @Field(() => Boolean, { description: "Have it drawn: it was not drawn yet, and there is something to draw from." })
  readonly draw: boolean;

  @Field(() => Boolean, { description: "Take entries outside of it over as claimed." })
  readonly accept: boolean;
}

@ObjectType({ simpleResolvers: true, description: "The sample of a round, or what it could be drawn from." })
export class Sampling {
  @Field(() => ID, { description: "Id of the round." })
  readonly id: string;

  @Field(() => VerificationSample, {
    nullable: true,
    description: "The sample; null while none was drawn: then every entry is verified row by row.",
  })
  readonly sample: VerificationSample | null;

  @Field(() => Int, { description: "Checked innovations that it could be drawn from now." })
  readonly drawable: number;

  @Field(() => Int, { description: "Checked innovations outside the sample that the asker may take over as claimed." })
  readonly acceptable: number;

  @Field(() => SamplingViewerCan, { description: "What the asker may do." })
  readonly viewerCan: SamplingViewerCan;
}
