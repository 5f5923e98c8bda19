import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText, Node } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { STAGE_KINDS } from "../round-file.ts";
import { ROUND_GAPS, ROUND_STATES, type RoundState, STAGE_STATES, type StageState } from "./round-states.ts";
import type { StageKind } from "./stage.entity.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

export const RoundStateEnum = enumOf(ROUND_STATES);
registerEnumType(RoundStateEnum, { name: "RoundState", description: "What has become of a round." });

export const RoundGapEnum = enumOf(ROUND_GAPS);
registerEnumType(RoundGapEnum, { name: "RoundGap", description: "What a round still needs before it can open." });

export const StageKindEnum = enumOf(STAGE_KINDS);
registerEnumType(StageKindEnum, { name: "StageKind", description: "What happens in a stage." });

export const StageStateEnum = enumOf(STAGE_STATES);
registerEnumType(StageStateEnum, { name: "StageState", description: "Where a stage stands now." });

@ObjectType({ description: "A dated step of a round." })
export class Stage {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { description: "Code, unique in the round." })
  readonly code: string;

  @Field(() => StageKindEnum, { description: "What happens in it." })
  readonly kind: StageKind;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in each language." })
  readonly names: LocalizedTextValue;

  @Field(() => DateTimeScalar, { description: "The instant it begins." })
  readonly startsAt: Instant;

  @Field(() => DateTimeScalar, { description: "The instant it ends, the first that is no more part of it." })
  readonly endsAt: Instant;

  @Field(() => String, { description: "Its beginning as clocks in the round's zone show it, `YYYY-MM-DDTHH:MM`." })
  readonly startsAtLocal: string;

  @Field(() => String, { description: "Its end as clocks in the round's zone show it, `YYYY-MM-DDTHH:MM`." })
  readonly endsAtLocal: string;

  @Field(() => Int, { description: "Minutes after its end during which what is late is still taken, and marked." })
  readonly graceMinutes: number;

  @Field(() => StageStateEnum, { description: "Where it stands now." })
  readonly state: StageState;
}

@ObjectType({ description: "What the asker may do with a round." })
export class RoundViewerCan {
  @Field(() => Boolean, { description: "Change its names, stages and, while it is a draft, its instrument." })
  readonly edit: boolean;

  @Field(() => Boolean, { description: "Open it." })
  readonly open: boolean;

  @Field(() => Boolean, { description: "Write a new version of its frozen instrument." })
  readonly reviseInstrument: boolean;

  @Field(() => Boolean, { description: "Close the reporting and begin to decide." })
  readonly beginDecision: boolean;

  @Field(() => Boolean, { description: "Stage decisions and publish." })
  readonly decide: boolean;

  @Field(() => Boolean, { description: "See its judging stages, judges and objections, where juries decide it." })
  readonly overseeJudging: boolean;

  @Field(() => Boolean, { description: "Key the paper score sheets of its judges in, where juries decide it." })
  readonly keySheets: boolean;

  @Field(() => Boolean, { description: "Take it out as a file." })
  readonly export: boolean;

  @Field(() => Boolean, { description: "Make the next edition from it." })
  readonly copy: boolean;
}

@ObjectType({ implements: Node, description: "An edition of a programme." })
export class Round implements Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Code in files and addresses, unique." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in each language." })
  readonly names: LocalizedTextValue;

  @Field(() => String, { description: "Description in the reader's language; empty when there is none." })
  readonly description: string;

  @Field(() => LocalizedText, { description: "Its description in each language." })
  readonly descriptions: LocalizedTextValue;

  @Field(() => String, { description: "IANA time zone in which its dates are shown." })
  readonly timeZone: string;

  @Field(() => RoundStateEnum, { description: "What has become of it." })
  readonly state: RoundState;

  @Field(() => Boolean, { description: "Whether its figures are invented, which every page then says." })
  readonly illustrative: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was opened." })
  readonly openedAt: Instant | null;

  @Field(() => Int, {
    description: "Counts its changes, those of its stages and instrument included; an update carries the one it was made from.",
  })
  readonly version: number;

  @Field(() => RoundViewerCan, { description: "What the asker may do with it." })
  readonly viewerCan: RoundViewerCan;

  readonly programmeId: string;
  readonly jurisdictionId: string;
  /** ISO code of the programme's country. */
  readonly country: string;
  /** Dotted path of its place. */
  readonly path: string;
}

/** A page of rounds. */
export const RoundConnection = connectionType(Round, "Round");
export type RoundConnection = InstanceType<typeof RoundConnection>;
