import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalizedTextInput, MutationPayload } from "../../kernel/graphql/common-types.ts";
import { JsonScalar } from "../../kernel/graphql/scalars.ts";
import { Round, StageKindEnum } from "./round.type.ts";
import type { StageKind } from "./stage.entity.ts";

/** What every change of one round says: which, and the version it was made from. */
@InputType()
export abstract class RoundChangeInput {
  @Field(() => ID, { description: "Which round." })
  readonly id: string;

  @Field(() => Int, { description: "The round's version this was made from." })
  readonly version: number;
}

@InputType({ description: "A round to be made, as a draft." })
export class CreateRoundInput {
  @Field(() => ID, { description: "Of which programme." })
  readonly programmeId: string;

  @Field(() => String, { description: "Code in files and addresses: lower-case letters, digits, hyphens; unique." })
  readonly code: string;

  @Field(() => LocalizedTextInput, { description: "Its name, in all three languages." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Its description, in all three languages or none." })
  readonly descriptions?: LocalizedTextValue | null;

  @Field(() => ID, { description: "The place whose subtree takes part." })
  readonly jurisdictionId: string;

  @Field(() => String, { description: "IANA time zone in which its dates are shown." })
  readonly timeZone: string;

  @Field(() => Boolean, { defaultValue: false, description: "Whether its figures are invented." })
  readonly illustrative: boolean;
}

@InputType({ description: "A round's words and frame as they shall be." })
export class UpdateRoundInput extends RoundChangeInput {
  @Field(() => LocalizedTextInput, { description: "Its name, in all three languages." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Its description, in all three languages or none." })
  readonly descriptions?: LocalizedTextValue | null;

  @Field(() => ID, { nullable: true, description: "Another place, while it is a draft." })
  readonly jurisdictionId?: string | null;

  @Field(() => String, { nullable: true, description: "Another time zone, while it is a draft." })
  readonly timeZone?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether its figures are invented; changed while it is a draft." })
  readonly illustrative?: boolean | null;
}

@InputType({ description: "A stage as it shall be." })
export class StageInput {
  @Field(() => String, { description: "Code, unique in the round: the stage with this code is changed, or made." })
  readonly code: string;

  @Field(() => StageKindEnum, { description: "What happens in it." })
  readonly kind: StageKind;

  @Field(() => LocalizedTextInput, { description: "Its name, in all three languages." })
  readonly names: LocalizedTextValue;

  @Field(() => String, { description: "Its beginning as clocks in the round's zone show it, `YYYY-MM-DDTHH:MM`." })
  readonly startsAt: string;

  @Field(() => String, { description: "Its end as clocks in the round's zone show it, `YYYY-MM-DDTHH:MM`." })
  readonly endsAt: string;

  @Field(() => Int, { defaultValue: 0, description: "Minutes after its end during which what is late is still taken, and marked." })
  readonly graceMinutes: number;
}

@InputType({ description: "All stages of a round, in order." })
export class SetStagesInput extends RoundChangeInput {
  @Field(() => [StageInput], { description: "The stages, in the order shown; those not named are removed." })
  readonly stages: readonly StageInput[];

  @Field(() => String, { nullable: true, description: "Why; needed to change dates once the round is open." })
  readonly reason?: string | null;
}

@InputType({ description: "Time during which the platform was down, given back to a round." })
export class CreditDowntimeInput extends RoundChangeInput {
  @Field(() => Int, { description: "Minutes by which its running and coming stages move." })
  readonly minutes: number;

  @Field(() => String, { description: "Why; everybody who takes part reads it." })
  readonly reason: string;
}

@InputType({ description: "The instrument of a draft." })
export class SaveInstrumentInput extends RoundChangeInput {
  @Field(() => JsonScalar, { description: "The whole definition, as in a round file under `round.instrument`." })
  readonly definition: unknown;
}

@InputType({ description: "A new version of a frozen instrument." })
export class ReviseInstrumentInput extends RoundChangeInput {
  @Field(() => JsonScalar, { description: "The whole definition, as in a round file under `round.instrument`." })
  readonly definition: unknown;

  @Field(() => String, { description: "Why; published with the version." })
  readonly reason: string;
}

@InputType({ description: "A round that takes its next step." })
export class StepRoundInput extends RoundChangeInput {}

@InputType({ description: "The next edition of a round." })
export class CopyRoundInput {
  @Field(() => ID, { description: "The round to start from." })
  readonly id: string;

  @Field(() => String, { description: "The new round's code." })
  readonly code: string;

  @Field(() => LocalizedTextInput, { nullable: true, description: "The new round's name; the old one's unless told." })
  readonly names?: LocalizedTextValue | null;

  @Field(() => Int, { defaultValue: 12, description: "By how many months the stages and the window move." })
  readonly months: number;
}

@ObjectType({ implements: MutationPayload, description: "What making or changing a round answers." })
export class RoundPayload extends MutationPayload {
  @Field(() => Round, { nullable: true, description: "The round as it is now; null when refused." })
  readonly round?: Round | null;
}
