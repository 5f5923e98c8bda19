import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import { PartnerNode } from "../partner-node.ts";

/** States of a round that partners see; a draft does not exist for them. */
export const PARTNER_ROUND_STATES = { OPEN: "OPEN", DECIDING: "DECIDING", PUBLISHED: "PUBLISHED" } as const;
registerEnumType(PARTNER_ROUND_STATES, { name: "RoundState", description: "What a round is at: open, being decided, or published." });

@ObjectType("Programme", { simpleResolvers: true, implements: PartnerNode, description: "An award scheme." })
export class PartnerProgramme implements PartnerNode {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Its code, unique." })
  readonly code: string;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country: string;

  @Field(() => LocalizedText, { description: "Its names by language." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalizedText, { description: "What it is, by language." })
  readonly descriptions: LocalizedTextValue;
}

@ObjectType("Stage", { simpleResolvers: true, description: "A dated step of a round." })
export class PartnerStage {
  @Field(() => String, { description: "Its code, unique in the round." })
  readonly code: string;

  @Field(() => String, {
    description:
      "`REPORTING`, `APPROVAL`, `SUBMISSION`, `ENDORSEMENT`, `CHECK`, `VERIFICATION`, `JUDGING`, `OBJECTION`, `STANDING`, `DECISION`, `PUBLICATION`.",
  })
  readonly kind: string;

  @Field(() => LocalizedText, { description: "Its names by language." })
  readonly names: LocalizedTextValue;

  @Field(() => DateTimeScalar, { description: "When it starts." })
  readonly startsAt: Instant;

  @Field(() => DateTimeScalar, { description: "When it ends; from this instant on it is over." })
  readonly endsAt: Instant;
}

@ObjectType("Instrument", { simpleResolvers: true, description: "The versioned definition of how a round scores." })
export class PartnerInstrument {
  @Field(() => Int, { description: "Its number in the round, from 1." })
  readonly number: number;

  @Field(() => String, {
    description:
      "`SERVICE_PERFORMANCE`: ranked from monthly reports; `INNOVATION_INDEX`: by the index of its regions' innovations; `JURY`: by judges.",
  })
  readonly kind: string;

  @Field(() => JsonScalar, { description: "The definition, in the form of `round-file.schema.json` under `instrument`." })
  readonly definition: unknown;

  @Field(() => String, { nullable: true, description: "Why this version replaced the one before; null for the first." })
  readonly reason: string | null;
}

@ObjectType("Round", { simpleResolvers: true, implements: PartnerNode, description: "One edition of a programme." })
export class PartnerRound implements PartnerNode {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Its code, unique." })
  readonly code: string;

  @Field(() => LocalizedText, { description: "Its names by language." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalizedText, { description: "What it is, by language." })
  readonly descriptions: LocalizedTextValue;

  @Field(() => String, { description: "IANA time zone of its dates, e.g. `Africa/Kigali`." })
  readonly timeZone: string;

  @Field(() => PARTNER_ROUND_STATES, { description: "What it is at." })
  readonly state: keyof typeof PARTNER_ROUND_STATES;

  @Field(() => Boolean, { description: "Whether its figures are invented, for show." })
  readonly illustrative: boolean;

  readonly programmeId: string;
  readonly placeId: string;
}

export const PartnerProgrammeConnection = connectionType(PartnerProgramme, "Programme");
export type PartnerProgrammeConnection = InstanceType<typeof PartnerProgrammeConnection>;
export const PartnerRoundConnection = connectionType(PartnerRound, "Round");
export type PartnerRoundConnection = InstanceType<typeof PartnerRoundConnection>;
