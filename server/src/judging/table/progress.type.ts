import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";

@ObjectType({ description: "How many cards are where. Drafts are their judge's alone and in no count." })
abstract class CardCounts {
  @Field(() => Int, { description: "Cards that are to be signed or are; comparisons to answer, where judges compare." })
  readonly assigned: number;

  @Field(() => Int, { description: "Of these, those signed, or answered." })
  readonly signed: number;

  @Field(() => Int, {
    description: "Taken from judges before they signed: recused, in conflict, left, entry out; and signed ones that were stopped.",
  })
  readonly stopped: number;
}

@ObjectType({ simpleResolvers: true, description: "How far a judge has come in a stage." })
export class JudgeProgress extends CardCounts {
  @Field(() => String, { description: "Code of the judge." })
  readonly judge: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When they last signed a card; null where they compare, or have signed none.",
  })
  readonly lastSignedAt: Instant | null;
}

@ObjectType({ simpleResolvers: true, description: "How far the cards of an entry have come in a stage." })
export class EntryProgress extends CardCounts {
  @Field(() => String, { description: "Reference of the entry." })
  readonly reference: string;
}

@ObjectType({ simpleResolvers: true, description: "How far the judging of a stage has come. Drafts are in no count." })
export class JudgingProgress extends CardCounts {
  @Field(() => ID, { description: "Of which stage." })
  readonly stageId: string;

  @Field(() => [JudgeProgress], { description: "By judge, in the order of their codes." })
  readonly judges: readonly JudgeProgress[];

  @Field(() => [EntryProgress], { description: "By entry, in the order of their references." })
  readonly entries: readonly EntryProgress[];
}
