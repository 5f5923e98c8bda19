import type { LocalizedText as Text } from "@isonga/schema/languages";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText, Node } from "../kernel/graphql/common-types.ts";
import { connectionType } from "../kernel/graphql/connection.ts";
import { DecimalScalar, LocalDateScalar } from "../kernel/graphql/scalars.ts";

/** Units of a standard's longest time. */
export const TIME_UNITS = ["HOUR", "DAY", "WORKING_DAY"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];
export const TimeUnitEnum = Object.fromEntries(TIME_UNITS.map((unit) => [unit, unit]));
registerEnumType(TimeUnitEnum, { name: "TimeUnit", description: "What a standard counts its longest time in." });

@ObjectType({ description: "What citizens may expect of a service from a day on: its fee and the longest time it takes." })
export class ServiceStandard {
  @Field(() => LocalDateScalar, { description: "The first day it holds; it holds until the next standard's first day." })
  readonly inForceFrom: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The fee; null when none is stated, 0 when the service is free." })
  readonly fee: string | null;

  @Field(() => String, { nullable: true, description: "The fee's currency, ISO 4217." })
  readonly currency: string | null;

  @Field(() => Int, { nullable: true, description: "The longest time from application to outcome; null when none is stated." })
  readonly longestTime: number | null;

  @Field(() => TimeUnitEnum, { nullable: true, description: "The unit of the longest time." })
  readonly timeUnit: TimeUnit | null;
}

@ObjectType({ description: "What the asker may do with a service." })
export class ServiceViewerCan {
  @Field(() => Boolean, { description: "Change its words and standards, or retire it." })
  readonly edit: boolean;
}

@ObjectType("Service", { implements: Node, description: "A public service that the jurisdictions of one level deliver." })
export class ServiceView extends Node {
  @Field(() => String, { description: "The country whose administration delivers it, ISO 3166-1." })
  readonly country: string;

  @Field(() => String, { description: "Its code, unique in the country." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in the platform's languages." })
  readonly names: Text;

  @Field(() => String, { description: "What it is, in the reader's language; empty when nobody has described it." })
  readonly description: string;

  @Field(() => LocalizedText, { description: "What it is, in the platform's languages." })
  readonly descriptions: Text;

  @Field(() => String, { description: "Code of the level whose jurisdictions deliver and report it." })
  readonly deliveredAt: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day from which it is no longer delivered." })
  readonly retiredAt: string | null;

  @Field(() => [ServiceStandard], { description: "All its standards, the latest first." })
  readonly standards: readonly ServiceStandard[];

  @Field(() => Int, { description: "Counts its changes; send it back with an edit." })
  readonly version: number;

  @Field(() => ServiceViewerCan, { description: "What the asker may do with it." })
  readonly viewerCan: ServiceViewerCan;
}

export const ServiceConnection = connectionType(ServiceView, "Service");
