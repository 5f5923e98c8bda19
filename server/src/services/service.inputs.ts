import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalizedTextInput, MutationPayload } from "../kernel/graphql/common-types.ts";
import { PageArgs } from "../kernel/graphql/connection.ts";
import { DecimalScalar, LocalDateScalar } from "../kernel/graphql/scalars.ts";
import { ServiceView, type TimeUnit, TimeUnitEnum } from "./service.type.ts";

@ArgsType()
export class ServicesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only of this country." })
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: "Only those that this level delivers." })
  readonly deliveredAt?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether retired services are listed too." })
  readonly withRetired: boolean = false;
}

@InputType({ description: "A service to add." })
export class CreateServiceInput {
  @Field(() => String, { description: "The country whose administration delivers it, ISO 3166-1." })
  readonly country: string;

  @Field(() => String, { description: "Its code, unique in the country: letters, digits, `_`, `.` and `-`." })
  readonly code: string;

  @Field(() => LocalizedTextInput, { description: "Its name, in one language at least." })
  readonly names: LocalizedTextInput;

  @Field(() => LocalizedTextInput, { nullable: true, description: "What it is." })
  readonly descriptions?: LocalizedTextInput | null;

  @Field(() => String, { description: "Code of the level whose jurisdictions deliver it." })
  readonly deliveredAt: string;
}

@InputType({ description: "Other words for a service." })
export class UpdateServiceInput {
  @Field(() => ID, { description: "The service." })
  readonly id: string;

  @Field(() => Int, { description: "The version that was edited." })
  readonly version: number;

  @Field(() => LocalizedTextInput, { description: "Its name, in one language at least." })
  readonly names: LocalizedTextInput;

  @Field(() => LocalizedTextInput, { nullable: true, description: "What it is." })
  readonly descriptions?: LocalizedTextInput | null;
}

@InputType({ description: "A standard from a day on; one of the same day is replaced." })
export class SetServiceStandardInput {
  @Field(() => ID, { description: "The service." })
  readonly serviceId: string;

  @Field(() => Int, { description: "The service's version that was edited." })
  readonly version: number;

  @Field(() => LocalDateScalar, { description: "The first day it holds." })
  readonly inForceFrom: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The fee, with at most two decimals; goes with a currency." })
  readonly fee?: string | null;

  @Field(() => String, { nullable: true, description: "The fee's currency, ISO 4217." })
  readonly currency?: string | null;

  @Field(() => Int, { nullable: true, description: "The longest time, at least 1; goes with a unit." })
  readonly longestTime?: number | null;

  @Field(() => TimeUnitEnum, { nullable: true, description: "The unit of the longest time." })
  readonly timeUnit?: TimeUnit | null;
}

@InputType({ description: "The end of a service, or, without a day, the end of its end." })
export class RetireServiceInput {
  @Field(() => ID, { description: "The service." })
  readonly id: string;

  @Field(() => Int, { description: "The version that was edited." })
  readonly version: number;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day from which it is no longer delivered; null takes that back." })
  readonly retiredAt?: string | null;
}

@ObjectType({ implements: MutationPayload, description: "The service that was added." })
export class CreateServicePayload extends MutationPayload {
  @Field(() => ServiceView, { nullable: true, description: "The service as it is now." })
  readonly service?: ServiceView | null;
}

@ObjectType({ implements: MutationPayload, description: "The service that was changed." })
export class UpdateServicePayload extends MutationPayload {
  @Field(() => ServiceView, { nullable: true, description: "The service as it is now." })
  readonly service?: ServiceView | null;
}

@ObjectType({ implements: MutationPayload, description: "The service whose standard was set." })
export class SetServiceStandardPayload extends MutationPayload {
  @Field(() => ServiceView, { nullable: true, description: "The service as it is now." })
  readonly service?: ServiceView | null;
}

@ObjectType({ implements: MutationPayload, description: "The service that was retired or brought back." })
export class RetireServicePayload extends MutationPayload {
  @Field(() => ServiceView, { nullable: true, description: "The service as it is now." })
  readonly service?: ServiceView | null;
}
