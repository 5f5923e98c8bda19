import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "Krippendorff's alpha (interval) of one thing that judges marked: 1 agree, 0 as by chance.",
})
export class TableAlpha {
  @Field(() => String, { nullable: true, description: "Code of the criterion; null: the cards' scores." })
  readonly criterion: string | null;

  @Field(() => String, { nullable: true, description: "Alpha, four places; null where there is none." })
  readonly alpha: string | null;

  @Field(() => String, { nullable: true, description: "Why there is none: NOTHING_TO_PAIR or NO_VARIATION." })
  readonly why: string | null;

  @Field(() => Int, { description: "Entries with at least two marks." })
  readonly units: number;

  @Field(() => Int, { description: "Their marks." })
  readonly marks: number;
}

@ObjectType({ simpleResolvers: true, description: "How far the judges of a stage agree." })
export class TableAgreement {
  @Field(() => TableAlpha, { description: "On the cards' scores." })
  readonly overall: TableAlpha;

  @Field(() => [TableAlpha], { description: "On each criterion, in the rubric's order." })
  readonly criteria: readonly TableAlpha[];
}

@ObjectType({ simpleResolvers: true, description: "Judges and entries that are joined by signed cards." })
export class TableGroup {
  @Field(() => [String], { description: "Codes of the judges." })
  readonly judges: readonly string[];

  @Field(() => [String], { description: "References of the entries." })
  readonly entries: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: "A card that would join two groups." })
export class TableLink {
  @Field(() => String, { description: "Code of the judge." })
  readonly judge: string;

  @Field(() => String, { description: "Reference of the entry." })
  readonly reference: string;

  @Field(() => Boolean, { description: "Whether this judge has it already and has only not signed it yet." })
  readonly assigned: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "Whether judges can be set against each other. Where they cannot, no severity-adjusted standing is offered.",
})
export class TableConnectivity {
  @Field(() => Boolean, { description: "Whether all cards hang together; false also without any." })
  readonly connected: boolean;

  @Field(() => [TableGroup], { description: "The parts that are apart, largest first." })
  readonly groups: readonly TableGroup[];

  @Field(() => Int, { description: "How many more cards would join them." })
  readonly links: number;

  @Field(() => [TableLink], {
    description: "Such cards, with judges who may judge the entry. Fewer than `links` where conflicts forbid the rest.",
  })
  readonly proposal: readonly TableLink[];
}

@ObjectType({ simpleResolvers: true, description: "How sure a rank is: in 90 of 100 draws of judges it lies from `low` to `high`." })
export class RankIntervalView {
  @Field(() => String, { description: "Reference of the entry." })
  readonly reference: string;

  @Field(() => Int, { description: "The better end." })
  readonly low: number;

  @Field(() => Int, { description: "The worse end." })
  readonly high: number;

  @Field(() => Int, { description: "Draws in which at least one of its judges was drawn." })
  readonly resamples: number;
}
