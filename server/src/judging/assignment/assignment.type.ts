import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType({ simpleResolvers: true, description: "A judge and an entry that belong together now." })
export class AssignmentRow {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => ID, { description: "Id of the entry." })
  readonly entryId: string;

  @Field(() => String, { description: "What the entry is called in judging." })
  readonly entry: string;

  @Field(() => String, { description: "Title of the entry." })
  readonly title: string;

  @Field(() => ID, { description: "Id of the judge." })
  readonly judgeId: string;

  @Field(() => String, { description: "Code of the judge, e.g. `J02`." })
  readonly judge: string;

  @Field(() => String, { description: "Name of the judge." })
  readonly name: string;

  @Field(() => String, { description: "How it came about: AUTOMATIC, HAND, FILE, CALIBRATION or REPLACEMENT." })
  readonly origin: string;

  @Field(() => JsonScalar, {
    description:
      "Why this pair: names of the `expertise` in common, `language` read, `load` (which card of how many), `cross` panel, `link`.",
  })
  readonly because: unknown;

  @Field(() => Boolean, { description: "Whether its card is signed." })
  readonly signed: boolean;

  @Field(() => DateTimeScalar, { description: "Since when." })
  readonly assignedAt: Instant;
}

@ObjectType({ simpleResolvers: true, description: "A pair of a previewed assignment." })
export class PlannedPair {
  @Field(() => ID, { description: "Id of the entry." })
  readonly entryId: string;

  @Field(() => ID, { description: "Id of the judge." })
  readonly judgeId: string;

  @Field(() => Boolean, { description: "Whether it holds already." })
  readonly kept: boolean;

  @Field(() => [String], {
    nullable: true,
    description: "Names of the affairs that entry and judge have in common; null where the entry asks for none.",
  })
  readonly expertise: readonly string[] | null;

  @Field(() => Boolean, { description: "Whether the judge reads its language." })
  readonly language: boolean;

  @Field(() => Int, { description: "Which card of the judge's it is." })
  readonly nth: number;

  @Field(() => Int, { description: "Out of how many at most." })
  readonly capacity: number;

  @Field(() => Boolean, { description: "Whether the judge sits on another panel than the entry's." })
  readonly cross: boolean;

  @Field(() => Boolean, { description: "Whether it was made so that all judges can be compared." })
  readonly link: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A judge in a previewed assignment." })
export class PlannedJudge {
  @Field(() => ID, { description: "Id of the judge." })
  readonly judgeId: string;

  @Field(() => String, { description: "Code." })
  readonly code: string;

  @Field(() => String, { description: "Name." })
  readonly name: string;

  @Field(() => Int, { description: "Cards, with those that hold already." })
  readonly cards: number;

  @Field(() => Int, { description: "Cards at most." })
  readonly capacity: number;
}

@ObjectType({ simpleResolvers: true, description: "An entry in a previewed assignment." })
export class PlannedEntry {
  @Field(() => ID, { description: "Id of the entry." })
  readonly entryId: string;

  @Field(() => String, { description: "What it is called in judging." })
  readonly reference: string;

  @Field(() => String, { description: "Its title." })
  readonly title: string;

  @Field(() => Int, { description: "Judges that it lacks." })
  readonly missing: number;

  @Field(() => Int, { description: "Judges who may judge it at all." })
  readonly eligible: number;
}

@ObjectType({ simpleResolvers: true, description: "A smallest change after which every entry has its judges; it was tried." })
export class PlannedRelaxation {
  @Field(() => String, { description: "CAPACITY, FEWER_JUDGES or MORE_JUDGES." })
  readonly kind: string;

  @Field(() => JsonScalar, {
    description:
      "For whom and how much: `judges` [judge, more], `entries` [entry, fewer], or `wanted` [panel, count, capacity, expertise, languages].",
  })
  readonly detail: unknown;
}

@ObjectType({ simpleResolvers: true, description: "An assignment as it would be." })
export class AssignmentPreview {
  @Field(() => String, { description: "Stands for all that it rests upon: what is applied with it is what was seen." })
  readonly token: string;

  @Field(() => Boolean, { description: "Whether every entry has its judges." })
  readonly complete: boolean;

  @Field(() => Boolean, { description: "Whether all entries can be compared over judges in common." })
  readonly connected: boolean;

  @Field(() => [PlannedPair], { description: "All pairs." })
  readonly pairs: readonly PlannedPair[];

  @Field(() => [PlannedJudge], { description: "The judges with their loads." })
  readonly judges: readonly PlannedJudge[];

  @Field(() => [PlannedEntry], { description: "The entries." })
  readonly entries: readonly PlannedEntry[];

  @Field(() => [PlannedRelaxation], { description: "What would help where it is not complete." })
  readonly relaxations: readonly PlannedRelaxation[];

  @Field(() => Int, { description: "Assignments that would end." })
  readonly ended: number;

  @Field(() => Int, { description: "Assignments that would be new." })
  readonly added: number;
}
