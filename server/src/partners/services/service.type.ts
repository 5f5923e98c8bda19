import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DecimalScalar, LocalDateScalar } from "../../kernel/graphql/scalars.ts";
import { PartnerNode } from "../partner-node.ts";

@ObjectType("ServiceStandard", { simpleResolvers: true, description: "What a service promises from a date on." })
export class PartnerStandard {
  @Field(() => LocalDateScalar, { description: "First day it is in force." })
  readonly inForceFrom: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The fee, in `currency`; 0 is free of charge; null where none is stated." })
  readonly fee: string | null;

  @Field(() => String, { nullable: true, description: "ISO 4217 code of the fee's currency." })
  readonly currency: string | null;

  @Field(() => Int, { nullable: true, description: "Longest time it may take, in `timeUnit`." })
  readonly longestTime: number | null;

  @Field(() => String, { nullable: true, description: "`HOUR`, `DAY` or `WORKING_DAY`." })
  readonly timeUnit: string | null;
}

@ObjectType("Service", { simpleResolvers: true, implements: PartnerNode, description: "A public service." })
export class PartnerService implements PartnerNode {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country: string;

  @Field(() => String, { description: "Its code, unique in the country." })
  readonly code: string;

  @Field(() => LocalizedText, { description: "Its names by language." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalizedText, { description: "What it is, by language." })
  readonly descriptions: LocalizedTextValue;

  @Field(() => String, { description: "Code of the level that delivers it." })
  readonly deliveredAt: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it is delivered no more; null while it is." })
  readonly retiredAt: string | null;
}

export const PartnerServiceConnection = connectionType(PartnerService, "Service");
export type PartnerServiceConnection = InstanceType<typeof PartnerServiceConnection>;
