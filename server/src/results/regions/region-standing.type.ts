import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";
import { RoundStateEnum } from "../../programmes/rounds/round.type.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import { ResultArea } from "../standing.type.ts";

export const PEER_KINDS = ["ROUND", "AREA", "LEAGUE"] as const;
export type PeerKind = (typeof PEER_KINDS)[number];
export const PeerKindEnum = Object.fromEntries(PEER_KINDS.map((kind) => [kind, kind]));
registerEnumType(PeerKindEnum, { name: "PeerKind", description: "Among whom a region is ranked: all of the round, one area, one league." });

export const RANK_SOURCES = ["STANDING", "PUBLICATION"] as const;
export type RankSource = (typeof RANK_SOURCES)[number];
export const RankSourceEnum = Object.fromEntries(RANK_SOURCES.map((kind) => [kind, kind]));
registerEnumType(RankSourceEnum, {
  name: "RankSource",
  description: "Where ranks come from: the standing as it is now, or what is published.",
});

@ObjectType({ description: "A region's rank among some of the areas of its level." })
export class PeerRank {
  @Field(() => PeerKindEnum, { description: "Among whom." })
  readonly kind: PeerKind;

  @Field(() => String, { nullable: true, description: "Name of the area or league in the reader's language; null for all of the round." })
  readonly name: string | null;

  @Field(() => Int, { description: "1, 2, 2, 4 among them." })
  readonly rank: number;

  @Field(() => Int, { description: "How many they are." })
  readonly count: number;
}

@ObjectType({ description: "A region's published index in the edition before." })
export class PreviousIndex {
  @Field(() => String, { description: "Code of that round." })
  readonly round: string;

  @Field(() => String, { description: "Name of that round in the reader's language." })
  readonly roundName: string;

  @Field(() => DecimalScalar, { description: "Its index then." })
  readonly index: string;

  @Field(() => Int, { description: "Its rank then." })
  readonly rank: number;
}

@ObjectType({ description: "Where a region stands in a round that is scored by an innovation index." })
export class RegionStanding {
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

  @Field(() => ResultArea, { description: "The region." })
  readonly area: ResultArea;

  @Field(() => RankSourceEnum, {
    nullable: true,
    description: "Where its ranks come from; null while the asker may see none: before results are public, they are the chair's.",
  })
  readonly rankSource: RankSource | null;

  @Field(() => [PeerRank], { description: "Its ranks; empty while there are none for the asker." })
  readonly peers: readonly PeerRank[];

  @Field(() => PreviousIndex, { nullable: true, description: "What was published of it in the edition before." })
  readonly previous: PreviousIndex | null;

  @Field(() => Boolean, { description: "Whether the asker may open the round's standing." })
  readonly canSeeStanding: boolean;
}
