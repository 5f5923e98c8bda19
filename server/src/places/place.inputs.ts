import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalizedTextInput, MutationPayload } from "../kernel/graphql/common-types.ts";
import { LocalDateScalar } from "../kernel/graphql/scalars.ts";
import { Jurisdiction } from "./jurisdiction.type.ts";

@InputType({ description: "An area's code in a system other than its key system." })
export class JurisdictionCodeInput {
  @Field(() => String, { description: "The code system, e.g. `iso`." })
  readonly system: string;

  @Field(() => String, { description: "The code in it." })
  readonly code: string;
}

@InputType({ description: "What is told of an area, whole: what is absent is unknown or empty." })
export class JurisdictionFactsInput {
  @Field(() => String, { description: "The official name." })
  readonly name: string;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Names by language, where they differ from the official one." })
  readonly names?: LocalizedTextValue | null;

  @Field(() => Int, { nullable: true, description: "Inhabitants." })
  readonly population?: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists." })
  readonly validFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists no more." })
  readonly validTo?: string | null;

  @Field(() => [JurisdictionCodeInput], { nullable: true, description: "Its codes in other systems." })
  readonly codes?: readonly JurisdictionCodeInput[] | null;
}

@InputType({ description: "An area to be added below another; its level is the one below the parent's." })
export class CreateJurisdictionInput {
  @Field(() => ID, { description: "The area it lies in." })
  readonly parentId: string;

  @Field(() => String, { description: "Official code in the key system of its level; unique in the country." })
  readonly code: string;

  @Field(() => JurisdictionFactsInput, { description: "What is known of it." })
  readonly facts: JurisdictionFactsInput;
}

@InputType({ description: "An area as it shall be." })
export class UpdateJurisdictionInput {
  @Field(() => ID, { description: "Which area." })
  readonly id: string;

  @Field(() => Int, { description: "The version this was made from." })
  readonly version: number;

  @Field(() => JurisdictionFactsInput, { description: "What shall be known of it." })
  readonly facts: JurisdictionFactsInput;
}

@InputType({ description: "An area that shall lie in another one." })
export class MoveJurisdictionInput {
  @Field(() => ID, { description: "Which area; all below it goes with it." })
  readonly id: string;

  @Field(() => Int, { description: "The version this was made from." })
  readonly version: number;

  @Field(() => ID, { description: "The area it shall lie in, of the level directly above." })
  readonly parentId: string;
}

@InputType({ description: "The leagues an area shall be in." })
export class SetLeaguesInput {
  @Field(() => ID, { description: "Which area." })
  readonly id: string;

  @Field(() => Int, { description: "The version this was made from." })
  readonly version: number;

  @Field(() => [String], { description: "Codes of all its leagues." })
  readonly leagues: readonly string[];
}

@ObjectType({ implements: MutationPayload, description: "What changing an area answers." })
export class JurisdictionPayload extends MutationPayload {
  @Field(() => Jurisdiction, { nullable: true, description: "The area as it is now; null when refused." })
  readonly jurisdiction?: Jurisdiction | null;
}
