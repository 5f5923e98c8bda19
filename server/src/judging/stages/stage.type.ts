import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import { JUDGED_OUTCOMES, JUDGING_STAGE_STATES, type JudgedOutcome, type JudgingStageState } from "../judging-states.ts";
import { STAGE_ACTS, type StageAct } from "./stage-steps.ts";
import { MINUTE_KINDS, type MinuteKind } from "./write-minute.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

export const JudgingStageStateEnum = enumOf(JUDGING_STAGE_STATES);
registerEnumType(JudgingStageStateEnum, {
  name: "JudgingStageState",
  description: "How far a judging stage has come; a closed one is frozen.",
});
export const StageActEnum = enumOf(STAGE_ACTS);
registerEnumType(StageActEnum, { name: "JudgingStageAct", description: "What moves a judging stage on." });
export const JudgedOutcomeEnum = enumOf(JUDGED_OUTCOMES);
registerEnumType(JudgedOutcomeEnum, {
  name: "JudgedOutcome",
  description: "Whether an entry came through a stage. OUT: it is no longer judged.",
});
export const MinuteKindEnum = enumOf(MINUTE_KINDS);
registerEnumType(MinuteKindEnum, { name: "MinuteKind", description: "A note, or a decision of the chair of this kind." });

@ObjectType({ simpleResolvers: true, description: "A panel of a judging stage." })
export class JudgingPanel {
  @Field(() => String, { description: "Its code in the instrument." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;
}

@ObjectType({ simpleResolvers: true, description: "What a mark means." })
export class CriterionAnchor {
  @Field(() => String, { description: "The mark." })
  readonly value: string;

  @Field(() => String, { description: "What it means, in the reader's language." })
  readonly text: string;
}

@ObjectType({ simpleResolvers: true, description: "What a judge marks." })
export class RubricCriterion {
  @Field(() => String, { description: "Its code, unique in the stage." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => String, { description: "What it asks, in the reader's language; empty when nothing is said." })
  readonly description: string;

  @Field(() => String, { description: "Its weight." })
  readonly weight: string;

  @Field(() => String, { description: "The lowest mark." })
  readonly min: string;

  @Field(() => String, { description: "The highest mark." })
  readonly max: string;

  @Field(() => String, { description: "Marks are min, min + step, …" })
  readonly step: string;

  @Field(() => [CriterionAnchor], { description: "What marks mean, where it is said." })
  readonly anchors: readonly CriterionAnchor[];

  @Field(() => String, { description: "Whether a comment belongs to the mark: REQUIRED, OPTIONAL or OFF." })
  readonly comment: string;

  @Field(() => Boolean, { description: "Whether it is part of the score." })
  readonly ranking: boolean;
}

@ObjectType({ simpleResolvers: true, description: "How judges score in a stage." })
export class Rubric {
  @Field(() => String, { description: "SCORES, PASS_FAIL or PAIRWISE." })
  readonly mode: string;

  @Field(() => [RubricCriterion], { description: "The criteria, in order." })
  readonly criteria: readonly RubricCriterion[];

  @Field(() => [JudgingPanel], { description: "Why an entry may fail; with PASS_FAIL only." })
  readonly failReasons: readonly JudgingPanel[];
}

@ObjectType({ simpleResolvers: true, description: "How many of a stage's cards are where. Drafts are nobody's business and not told." })
export class JudgingCounts {
  @Field(() => Int, { description: "Entries judged." })
  readonly entries: number;

  @Field(() => Int, { description: "Judges with a seat in the stage." })
  readonly judges: number;

  @Field(() => Int, { description: "Entries assigned to judges, pair by pair." })
  readonly assigned: number;

  @Field(() => Int, { description: "Cards signed." })
  readonly signed: number;

  @Field(() => Int, { description: "Entries with fewer judges than they shall have." })
  readonly short: number;
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do with a judging stage now." })
export class JudgingStageViewerCan {
  @Field(() => Boolean, { description: "Set it up, assign, decide." })
  readonly lead: boolean;

  @Field(() => [StageActEnum], { description: "The acts that move it on from here." })
  readonly acts: readonly StageAct[];
}

@ObjectType({ simpleResolvers: true, description: "A stage of a round in which judges score." })
export class JudgingStage {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => ID, { description: "Id of its round." })
  readonly roundId: string;

  @Field(() => String, { description: "Its code among the round's stages." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => String, { description: "DESK, PRESENTATION or VISIT." })
  readonly form: string;

  @Field(() => JudgingStageStateEnum, { description: "How far it has come." })
  readonly state: JudgingStageState;

  @Field(() => Int, { description: "Counts its changes." })
  readonly version: number;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  readonly startsAt: Instant;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly endsAt: Instant;

  @Field(() => Int, { description: "Minutes after its end in which cards that were signed in time are still taken." })
  readonly graceMinutes: number;

  @Field(() => String, { description: "IANA time zone of its dates." })
  readonly timeZone: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when the rubric can change no more but by a new version." })
  readonly firstMarkAt: Instant | null;

  @Field(() => Rubric, { description: "How judges score." })
  readonly rubric: Rubric;

  @Field(() => [JudgingPanel], { description: "Its panels." })
  readonly panels: readonly JudgingPanel[];

  @Field(() => Int, { description: "How many judges an entry shall have." })
  readonly judgesPerEntry: number;

  @Field(() => Int, { description: "Entries that all judges score first; 0: none." })
  readonly calibration: number;

  @Field(() => String, { description: "Its part of the final score." })
  readonly weight: string;

  @Field(() => JsonScalar, {
    description: "Who goes on, as in the round file: `kind` NONE, TOP (`places`, `within`) or THRESHOLD (`from`).",
  })
  readonly cut: unknown;

  @Field(() => [String], { description: "What judges do not see." })
  readonly blind: readonly string[];

  @Field(() => JudgingCounts, { description: "How many are where." })
  readonly counts: JudgingCounts;

  @Field(() => JudgingStageViewerCan, { description: "What the asker may do." })
  readonly viewerCan: JudgingStageViewerCan;
}

@ObjectType({ simpleResolvers: true, description: "An entry in a judging stage, as its chair sees it." })
export class StageEntry {
  @Field(() => ID, { description: "Id of the entry." })
  readonly id: string;

  @Field(() => String, { description: "What it is called in judging, e.g. `E07`." })
  readonly reference: string;

  @Field(() => String, { description: "Its title." })
  readonly title: string;

  @Field(() => String, { nullable: true, description: "Code of its panel." })
  readonly panel: string | null;

  @Field(() => Boolean, { description: "Whether every judge scores it first." })
  readonly calibration: boolean;

  @Field(() => JudgedOutcomeEnum, { nullable: true, description: "What was decided; null before." })
  readonly outcome: JudgedOutcome | null;

  @Field(() => String, { nullable: true, description: "Why, where the chair decided." })
  readonly outcomeReason: string | null;

  @Field(() => String, { nullable: true, description: "Name of its office." })
  readonly agency: string | null;

  @Field(() => String, { description: "Name of its area." })
  readonly place: string;

  @Field(() => Int, { description: "Judges that it has now." })
  readonly judges: number;

  @Field(() => Int, { description: "Cards of it that are signed." })
  readonly signed: number;
}

@ObjectType({ simpleResolvers: true, description: "A line of the minutes of a stage; never changed." })
export class Minute {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => MinuteKindEnum, { description: "A note, or which decision." })
  readonly kind: MinuteKind;

  @Field(() => String, { description: "What was said, or the reason." })
  readonly text: string;

  @Field(() => JsonScalar, { description: "What was decided, in detail." })
  readonly detail: unknown;

  @Field(() => String, { nullable: true, description: "Name of who wrote it." })
  readonly by: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at: Instant;
}
