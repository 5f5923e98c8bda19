import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node, RefusalView } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType({ implements: Node, description: "A numbered, immutable publication of a round's results, as its chair sees it." })
export class Publication implements Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => ID, { description: "The round." })
  readonly roundId: string;

  @Field(() => Int, { description: "1 for the first of a round." })
  readonly number: number;

  @Field(() => Int, { nullable: true, description: "Number of the publication it corrects." })
  readonly correctsNumber: number | null;

  @Field(() => Int, { nullable: true, description: "Number of the publication that corrects it." })
  readonly correctedByNumber: number | null;

  @Field(() => String, { nullable: true, description: "Why it corrects another." })
  readonly reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was published." })
  readonly publishedAt: Instant;

  @Field(() => String, { nullable: true, description: "Who published it; null for the operator." })
  readonly publishedByName: string | null;

  @Field(() => DateTimeScalar, { description: "From when the public sees it." })
  readonly publicFrom: Instant;

  @Field(() => Boolean, { description: "Whether the public sees it now." })
  readonly isPublic: boolean;

  @Field(() => String, { description: "SHA-256 of the snapshot's canonical JSON, in hexadecimal." })
  readonly checksum: string;
}

@ObjectType({ description: "What would be published now, exactly." })
export class PublicationPreview {
  @Field(() => ID, { description: "The round." })
  readonly roundId: string;

  @Field(() => String, { description: "To be given back when publishing: it changes when a figure or a decision changes the content." })
  readonly hash: string;

  @Field(() => Int, { description: "The number it would get." })
  readonly number: number;

  @Field(() => Int, { nullable: true, description: "The publication it would correct; null for a first one." })
  readonly correctsNumber: number | null;

  @Field(() => [RefusalView], { description: "What must be decided first; empty when it can be published." })
  readonly problems: readonly RefusalView[];

  @Field(() => JsonScalar, {
    description: "The content in the form of a snapshot, without number and dates; without the inputs it is computed from.",
  })
  readonly content: unknown;
}

@ObjectType({ description: "Whether a publication still is what it was, and what its figures give when computed again." })
export class PublicationCheck {
  @Field(() => Int, { description: "The publication." })
  readonly number: number;

  @Field(() => Boolean, { description: "The snapshot has the checksum it was published with." })
  readonly checksumMatches: boolean;

  @Field(() => Boolean, { description: "The rows the public reads are those of the snapshot." })
  readonly rowsMatch: boolean;

  @Field(() => Boolean, { description: "The snapshot's own inputs give its ranks, scores and points again." })
  readonly ownFiguresAgree: boolean;

  @Field(() => Boolean, { description: "The reports as they are now give the same standing." })
  readonly currentFiguresAgree: boolean;

  @Field(() => [String], { description: "Codes of areas whose rank, score or eligibility differs by the reports as they are now." })
  readonly differing: readonly string[];
}
