import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, DecimalScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { RoundStateEnum } from "../../programmes/rounds/round.type.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import { ResultArea, ResultPlace, ResultsViewerCan } from "../standing.type.ts";
import { DECISION_KINDS, type DecisionKind } from "./load-decisions.ts";
import type { DecisionConflict } from "./prize-slots.ts";

export const DecisionKindEnum = Object.fromEntries(DECISION_KINDS.map((kind) => [kind, kind]));
registerEnumType(DecisionKindEnum, { name: "DecisionKind", description: "What a chair can stage." });

export const ConflictEnum = { NOT_ELIGIBLE: "NOT_ELIGIBLE", PROPOSAL_CHANGED: "PROPOSAL_CHANGED" };
registerEnumType(ConflictEnum, { name: "DecisionConflict", description: "Why a staged winner cannot be published as it is." });

@ObjectType({ description: "A staged decision: it takes effect when results are published." })
export class DecisionView {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => DecisionKindEnum, { description: "What it is about." })
  readonly kind: DecisionKind;

  @Field(() => ResultArea, { description: "The area it is about." })
  readonly area: ResultArea;

  @Field(() => Int, {
    nullable: true,
    description: "PRIZE: the place won. WITHHELD: the place not given. TIE: the place among those with one rank.",
  })
  readonly place: number | null;

  @Field(() => String, { nullable: true, description: "The chair's reason." })
  readonly reason: string | null;

  @Field(() => LocalizedText, { nullable: true, description: "NOTE: the remark for the public." })
  readonly note: LocalizedTextValue | null;

  @Field(() => String, { nullable: true, description: "Who decided." })
  readonly decidedByName: string | null;

  @Field(() => DateTimeScalar, { description: "When it was last changed." })
  readonly updatedAt: Instant;

  @Field(() => Int, { description: "Counts its changes; a change carries the one it was made from." })
  readonly version: number;
}

@ObjectType({ description: "An area in a contest for a prize." })
export class PrizeCandidate {
  @Field(() => ResultArea, { description: "The area." })
  readonly area: ResultArea;

  @Field(() => Int, { description: "Its rank in the standing of its level." })
  readonly rank: number;

  @Field(() => DecimalScalar, { description: "Its score." })
  readonly score: string;
}

@ObjectType({ description: "A winner as the rule proposes it." })
export class PrizeProposalView extends PrizeCandidate {
  @Field(() => Int, { description: "The place won." })
  readonly place: number;

  @Field(() => Boolean, { description: "Whether it is staged." })
  readonly staged: boolean;
}

@ObjectType({ description: "A staged winner." })
export class StagedWinner {
  @Field(() => DecisionView, { description: "The decision." })
  readonly decision: DecisionView;

  @Field(() => Int, { nullable: true, description: "Its rank now; null when it is no longer ranked." })
  readonly rank: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Its score now." })
  readonly score: string | null;

  @Field(() => Boolean, { description: "Whether the rule proposes it for this place now." })
  readonly isProposed: boolean;

  @Field(() => ConflictEnum, { nullable: true, description: "What must be mended before it can be published." })
  readonly conflict: DecisionConflict | null;
}

@ObjectType({ description: "A prize's places in one contest." })
export class PrizeSlotView {
  @Field(() => String, { description: "Code of the prize." })
  readonly prize: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => String, { description: "Level whose areas win." })
  readonly level: string;

  @Field(() => ResultPlace, { nullable: true, description: "The area within which it is won; null for everywhere." })
  readonly within: ResultPlace | null;

  @Field(() => Int, { description: "How many places there are." })
  readonly places: number;

  @Field(() => Int, { description: "Places nobody can win." })
  readonly vacant: number;

  @Field(() => Int, { description: "Places that still lack a winner." })
  readonly open: number;

  @Field(() => [PrizeProposalView], { description: "Whom the rule proposes, by place." })
  readonly proposals: readonly PrizeProposalView[];

  @Field(() => [PrizeCandidate], { description: "Areas with one rank of whom only some can win: the chair's to decide." })
  readonly undecided: readonly PrizeCandidate[];

  @Field(() => [DecisionView], { description: "Places that the chair does not give, by place, each with the reason." })
  readonly withheld: readonly DecisionView[];

  @Field(() => [StagedWinner], { description: "Whom the chair has staged, by place." })
  readonly winners: readonly StagedWinner[];
}

@ObjectType({ description: "Areas that the published rules left at one rank." })
export class TiedGroup {
  @Field(() => String, { description: "Their level." })
  readonly level: string;

  @Field(() => Int, { description: "Their rank." })
  readonly rank: number;

  @Field(() => [ResultArea], { description: "The areas, by code." })
  readonly areas: readonly ResultArea[];
}

@ObjectType({ description: "A role in which officials are recognised." })
export class OfficialRole {
  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;
}

@ObjectType({ description: "An official recognised with an area." })
export class RecognitionView {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => ID, { description: "The area." })
  readonly subjectId: string;

  @Field(() => String, { description: "Code of the role." })
  readonly role: string;

  @Field(() => String, { description: "The official's name." })
  readonly personName: string;
}

@ObjectType({ description: "The chair's tray: what is staged, what lacks, what no longer fits the standing." })
export class DecisionTray {
  @Field(() => ID, { description: "The round." })
  readonly roundId: string;

  @Field(() => String, { description: "The round's code." })
  readonly roundCode: string;

  @Field(() => String, { description: "The round's name in the reader's language." })
  readonly roundName: string;

  @Field(() => RoundStateEnum, { description: "What has become of the round." })
  readonly roundState: RoundState;

  @Field(() => Boolean, { description: "Whether its figures are invented." })
  readonly illustrative: boolean;

  @Field(() => Int, { description: "How many decisions are staged." })
  readonly stagedCount: number;

  @Field(() => Int, { description: "How many places still lack a winner." })
  readonly openCount: number;

  @Field(() => Int, { description: "How many staged winners no longer fit." })
  readonly conflictCount: number;

  @Field(() => [PrizeSlotView], { description: "The prizes, in the instrument's order." })
  readonly prizes: readonly PrizeSlotView[];

  @Field(() => [DecisionView], { description: "Ineligibilities, remarks and orders of ties." })
  readonly others: readonly DecisionView[];

  @Field(() => [TiedGroup], { description: "Ties that wait for the chair's decision, if the published list gives it to the chair." })
  readonly ties: readonly TiedGroup[];

  @Field(() => [OfficialRole], { description: "Roles in which officials are recognised." })
  readonly roles: readonly OfficialRole[];

  @Field(() => [RecognitionView], { description: "Officials named so far." })
  readonly recognitions: readonly RecognitionView[];

  @Field(() => ResultsViewerCan, { description: "What the asker may do." })
  readonly viewerCan: ResultsViewerCan;
}
