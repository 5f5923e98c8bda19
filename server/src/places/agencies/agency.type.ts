import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalizedText, LocalizedTextInput, MutationPayload, Node } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { LocalDateScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType({ description: "What the asker may do with an agency." })
export class AgencyViewerCan {
  @Field(() => Boolean, { description: "Change it." })
  readonly edit: boolean;
}

@ObjectType({ implements: Node, description: "An office of an area that reports, e.g. a sector office or a perangkat daerah." })
export class Agency implements Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Code, unique in its area." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language, or the official one." })
  readonly name: string;

  @Field(() => String, { description: "The official name, whoever reads." })
  readonly officialName: string;

  @Field(() => LocalizedText, { description: "Its names by language, where they differ from the official one." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists; null when it always did." })
  readonly validFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists no more; null while it does." })
  readonly validTo: string | null;

  @Field(() => Int, { description: "Counts its changes; an update carries the one it was made from." })
  readonly version: number;

  readonly jurisdictionId: string;

  /** Dotted path of its area, for policies. */
  readonly path: string;
}

/** A page of agencies. */
export const AgencyConnection = connectionType(Agency, "Agency");
export type AgencyConnection = InstanceType<typeof AgencyConnection>;

@InputType({ description: "What is told of an agency, whole: what is absent is unknown or empty." })
export class AgencyFactsInput {
  @Field(() => String, { description: "Code, unique in its area." })
  readonly code: string;

  @Field(() => String, { description: "The official name." })
  readonly name: string;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Names by language, where they differ from the official one." })
  readonly names?: LocalizedTextValue | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists." })
  readonly validFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists no more." })
  readonly validTo?: string | null;
}

@InputType({ description: "An agency to be added to an area." })
export class CreateAgencyInput {
  @Field(() => ID, { description: "The area whose office it is." })
  readonly jurisdictionId: string;

  @Field(() => AgencyFactsInput, { description: "What is known of it." })
  readonly facts: AgencyFactsInput;
}

@InputType({ description: "An agency as it shall be." })
export class UpdateAgencyInput {
  @Field(() => ID, { description: "Which agency." })
  readonly id: string;

  @Field(() => Int, { description: "The version this was made from." })
  readonly version: number;

  @Field(() => AgencyFactsInput, { description: "What shall be known of it." })
  readonly facts: AgencyFactsInput;
}

@ObjectType({ implements: MutationPayload, description: "What adding or changing an agency answers." })
export class AgencyPayload extends MutationPayload {
  @Field(() => Agency, { nullable: true, description: "The agency as it is now; null when refused." })
  readonly agency?: Agency | null;
}
