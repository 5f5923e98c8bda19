import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";
import { Sampling } from "./sample.type.ts";
import { STRATA, type Stratum } from "./sampling.ts";

export const StratumEnum = Object.fromEntries(STRATA.map((value) => [value, value]));
registerEnumType(StratumEnum, { name: "SampleStratum", description: "By what a sample is spread, so that every group is in it." });

@InputType({ description: "How a round's sample is drawn." })
export class DrawSampleInput {
  @Field(() => ID, { description: "Of which round." })
  readonly roundId: string;

  @Field(() => DecimalScalar, { description: "Share of the checked entries, above 0 and at most 100, at most two places." })
  readonly percent: string;

  @Field(() => StratumEnum, { description: "By what it is spread." })
  readonly stratifiedBy: Stratum;

  @Field(() => String, {
    description: "What chance begins with: the same entries and seed give the same sample, so anybody can repeat it.",
  })
  readonly seed: string;
}

@InputType({ description: "A round whose checked entries outside the sample are taken over as claimed." })
export class AcceptUnsampledInput {
  @Field(() => ID, { description: "Which round." })
  readonly roundId: string;

  @Field(() => Boolean, { defaultValue: false, description: "Only say how many there are." })
  readonly dryRun: boolean;
}

@ObjectType({ implements: MutationPayload, description: "What an act on a sample gives." })
export class SamplePayload extends MutationPayload {
  @Field(() => Sampling, { nullable: true, description: "The sample as it is now; null when refused." })
  readonly sampling?: Sampling | null;

  @Field(() => Int, { nullable: true, description: "How many entries were taken over as claimed, or would be." })
  readonly accepted?: number | null;
}
