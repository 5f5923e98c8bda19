import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { LocalDateScalar } from "../../kernel/graphql/scalars.ts";
import { PartnerNode } from "../partner-node.ts";

@ObjectType("JurisdictionCode", { simpleResolvers: true, description: "An area's code in one system." })
export class PartnerCode {
  @Field(() => String, { description: "The code system, e.g. `iso`, `nisr`, `kemendagri`." })
  readonly system: string;

  @Field(() => String, { description: "The code in it." })
  readonly code: string;
}

@ObjectType("Jurisdiction", {
  simpleResolvers: true,
  implements: PartnerNode,
  description: "An administrative area in its country's tree.",
})
export class PartnerPlace implements PartnerNode {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country it lies in." })
  readonly country: string;

  @Field(() => String, { description: "Code of its level, e.g. `DISTRICT`." })
  readonly level: string;

  @Field(() => String, { description: "Official code in the key system of its country; unique there." })
  readonly code: string;

  /** Official name, as the row has it. */
  readonly officialName: string;

  @Field(() => LocalizedText, { description: "Its names by language, where they differ from the official one." })
  readonly names: LocalizedTextValue;

  @Field(() => Int, { nullable: true, description: "Inhabitants, where known." })
  readonly population: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists; null when it always did." })
  readonly validFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists no more; null while it does." })
  readonly validTo: string | null;

  readonly path: string;
  readonly parentId: string | null;
}

export const PartnerPlaceConnection = connectionType(PartnerPlace, "Jurisdiction");
export type PartnerPlaceConnection = InstanceType<typeof PartnerPlaceConnection>;
