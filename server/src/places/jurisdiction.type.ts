import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText, Node } from "../kernel/graphql/common-types.ts";
import { connectionType } from "../kernel/graphql/connection.ts";
import { LocalDateScalar } from "../kernel/graphql/scalars.ts";

/** What other features need to name a place and to ask a policy about it. */
export type JurisdictionRef = Pick<Jurisdiction, "id" | "country" | "level" | "code" | "name" | "path">;

@ObjectType({ implements: Node, description: "An administrative area in its country's tree." })
export class Jurisdiction implements Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country it lies in." })
  readonly country: string;

  @Field(() => String, { description: "Code of its level, e.g. `DISTRICT`." })
  readonly level: string;

  @Field(() => String, { description: "Official code in the key system of its level; unique in the country." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language, or the official one." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its names by language, where they differ from the official one." })
  readonly names: LocalizedTextValue;

  @Field(() => String, { description: "The official name, whoever reads." })
  readonly officialName: string;

  @Field(() => Int, { nullable: true, description: "Inhabitants, where known." })
  readonly population: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists; null when it always did." })
  readonly validFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it exists no more; null while it does." })
  readonly validTo: string | null;

  @Field(() => Int, { description: "Counts its changes; an update carries the one it was made from." })
  readonly version: number;

  /** Dotted place in the tree, for policies and subtree conditions; not told outside. */
  readonly path: string;

  readonly parentId: string | null;
}

/** A page of areas. */
export const JurisdictionConnection = connectionType(Jurisdiction, "Jurisdiction");
export type JurisdictionConnection = InstanceType<typeof JurisdictionConnection>;

@ObjectType({ description: "An area's code in one system." })
export class JurisdictionCode {
  @Field(() => String, { description: "The code system, e.g. `iso`, `nisr`, `kemendagri`." })
  readonly system: string;

  @Field(() => String, { description: "The code in it." })
  readonly code: string;
}

@ObjectType({ description: "A level of a country's tree; position 0 is the country itself." })
export class AreaLevel {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country: string;

  @Field(() => String, { description: "Code of the level, unique in the country." })
  readonly code: string;

  @Field(() => Int, { description: "Depth: 0 is the country, 1 the level below it." })
  readonly position: number;

  @Field(() => String, { description: "Name of the level in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its names by language." })
  readonly names: LocalizedTextValue;

  @Field(() => String, { description: "The code system whose codes are the key at this level." })
  readonly keySystem: string;
}

@ObjectType({ description: "A tag that groups comparable areas, e.g. border areas." })
export class League {
  @Field(() => ID, { description: "Opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Code, unique." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its names by language." })
  readonly names: LocalizedTextValue;
}

@ObjectType({ description: "What the asker may do with an area." })
export class JurisdictionViewerCan {
  @Field(() => Boolean, { description: "Change its names, population, dates, codes and leagues." })
  readonly edit: boolean;

  @Field(() => Boolean, { description: "Add an area below it." })
  readonly addChild: boolean;

  @Field(() => Boolean, { description: "Move it below another area." })
  readonly move: boolean;

  @Field(() => Boolean, { description: "Add and change its agencies." })
  readonly manageAgencies: boolean;
}
