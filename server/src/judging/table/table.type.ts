import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import type { JudgedOutcome } from "../judging-states.ts";
import { JudgedOutcomeEnum, JudgingStage } from "../stages/stage.type.ts";
import { TableAgreement, TableConnectivity } from "./agreement.type.ts";
import { JudgingProgress } from "./progress.type.ts";
import { TableTie } from "./tie.type.ts";

@ObjectType({ simpleResolvers: true, description: "A judge of a stage beside the others." })
export class TableJudge {
  @Field(() => ID, { description: "Id of the judge." })
  readonly id: string;

  @Field(() => String, { description: "Code, e.g. `J07`." })
  readonly judge: string;

  @Field(() => String, { description: "Name." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "Code of their panel; null without a seat." })
  readonly panel: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When they were last reminded by hand." })
  readonly remindedAt: Instant | null;

  @Field(() => Int, { description: "Signed cards that give a score." })
  readonly cards: number;

  @Field(() => String, { nullable: true, description: "Mean of the scores they gave, two places." })
  readonly mean: string | null;

  @Field(() => String, { nullable: true, description: "Standard deviation of these scores, two places; null of fewer than two." })
  readonly spread: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Mean distance to the other judges of the same entries, two places; null where there is none.",
  })
  readonly beside: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Severity as fitted, in points, four places: below 0 strict, above 0 lenient. Null where it is not offered.",
  })
  readonly effect: string | null;

  @Field(() => String, { nullable: true, description: "The same shrunk by the number of their cards; this is what is taken off." })
  readonly shrunk: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What a judge's severity makes of an entry's score." })
export class TableEffect {
  @Field(() => String, { description: "Code of the judge." })
  readonly judge: string;

  @Field(() => String, { description: "What the judge gave, two places." })
  readonly score: string;

  @Field(() => String, { description: "Their shrunk effect, four places." })
  readonly shrunk: string;
}

@ObjectType({ simpleResolvers: true, description: "Why an adjusted score is what it is: plain mean − mean of its judges' shrunk effects." })
export class TableAdjustment {
  @Field(() => [TableEffect], { description: "The entry's judges." })
  readonly judges: readonly TableEffect[];

  @Field(() => String, { description: "Σ of their shrunk effects, four places." })
  readonly sum: string;

  @Field(() => String, { description: "The sum ÷ their number, four places: what is taken off the plain mean." })
  readonly mean: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "An entry of a stage beside the others. Scores are points from 0 to 100 with two places.",
})
export class TableEntry {
  @Field(() => ID, { description: "Id of the entry." })
  readonly id: string;

  @Field(() => String, { description: "Reference, e.g. `E07`." })
  readonly reference: string;

  @Field(() => String, { description: "Title." })
  readonly title: string;

  @Field(() => String, { nullable: true, description: "Code of its panel." })
  readonly panel: string | null;

  @Field(() => Int, { description: "Cards that give a score, or comparisons answered." })
  readonly cards: number;

  @Field(() => Int, { description: "Judges who abstained." })
  readonly abstained: number;

  @Field(() => String, { nullable: true, description: "The record: what the stage's rules make of the cards." })
  readonly score: string | null;

  @Field(() => Int, { nullable: true, description: "Its rank, ties broken by the published list as far as it decides." })
  readonly rank: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The office it is from, in the reader's language; null of an area's own, and where the stage's judges do not see it.",
  })
  readonly office: string | null;

  @Field(() => TableTie, { nullable: true, description: "Who else has its score, and what decided between them; null where nobody has." })
  readonly tie: TableTie | null;

  @Field(() => String, { nullable: true, description: "The plain mean of its cards." })
  readonly plain: string | null;

  @Field(() => String, { nullable: true, description: "The mean without one highest and one lowest; null where the rules do not have it." })
  readonly trimmed: string | null;

  @Field(() => String, { nullable: true, description: "Standard deviation of its cards; null of fewer than two." })
  readonly deviation: string | null;

  @Field(() => String, { nullable: true, description: "The lowest card." })
  readonly lowest: string | null;

  @Field(() => String, { nullable: true, description: "The highest card." })
  readonly highest: string | null;

  @Field(() => String, { nullable: true, description: "Score with its judges' severity taken off; a second opinion, never the record." })
  readonly adjusted: string | null;

  @Field(() => Int, { nullable: true, description: "Rank by the adjusted score, ties not broken." })
  readonly adjustedRank: number | null;

  @Field(() => TableAdjustment, { nullable: true, description: "Why the two differ; null where it is not offered." })
  readonly adjustment: TableAdjustment | null;

  @Field(() => String, { description: "What the published cut proposes: ADVANCES, STAYS, or ON_THE_LINE where the chair must decide." })
  readonly proposal: string;

  @Field(() => JudgedOutcomeEnum, { nullable: true, description: "What the chair decided; null: as proposed." })
  readonly outcome: JudgedOutcome | null;

  @Field(() => String, { nullable: true, description: "Why." })
  readonly outcomeReason: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A signed card on the heat map." })
export class TableCard {
  @Field(() => String, { description: "Reference of the entry." })
  readonly reference: string;

  @Field(() => String, { description: "Code of the judge." })
  readonly judge: string;

  @Field(() => String, { description: "SCORED, ABSTAINED, PASS or FAIL." })
  readonly outcome: string;

  @Field(() => String, { nullable: true, description: "Its score, two places; null where it gives none." })
  readonly score: string | null;

  @Field(() => String, { nullable: true, description: "Distance to the mean of the entry's cards, two places; null for its only card." })
  readonly deviation: string | null;

  @Field(() => JsonScalar, { description: "Marks by code of their criterion, decimals as text." })
  readonly marks: Readonly<Record<string, string>>;

  @Field(() => JsonScalar, {
    description: "Distance of each mark to the mean of the entry's marks, by code, in hundredths of the criterion's scale, two places.",
  })
  readonly deviations: Readonly<Record<string, string>>;
}

@ObjectType({
  simpleResolvers: true,
  description: "A stage's signed cards and everything that follows from them, for whoever oversees it.",
})
export class JudgingTable {
  @Field(() => JudgingStage, { description: "The stage." })
  readonly stage: JudgingStage;

  @Field(() => String, { description: "Code of the round." })
  readonly roundCode: string;

  @Field(() => String, { description: "Name of the round in the reader's language." })
  readonly roundName: string;

  @Field(() => String, { description: "How cards become a score: PLAIN or TRIMMED mean." })
  readonly mean: string;

  @Field(() => String, { description: "λ, by which judges' effects are shrunk: × n ÷ (n + λ)." })
  readonly shrink: string;

  @Field(() => JudgingProgress, { description: "How far it has come." })
  readonly progress: JudgingProgress;

  @Field(() => [TableJudge], { description: "Its judges, by code." })
  readonly judges: readonly TableJudge[];

  @Field(() => [TableEntry], { description: "Its entries, by rank; those without one last." })
  readonly entries: readonly TableEntry[];

  @Field(() => [TableCard], { description: "The signed cards, by entry and judge." })
  readonly cards: readonly TableCard[];

  @Field(() => TableAgreement, { description: "How far judges agree." })
  readonly agreement: TableAgreement;

  @Field(() => TableConnectivity, { description: "Whether judges can be set against each other." })
  readonly connectivity: TableConnectivity;
}
