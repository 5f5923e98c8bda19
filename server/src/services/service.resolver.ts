import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import type { Connection } from "../kernel/graphql/connection.ts";
import { ForRoles, SignedIn } from "../kernel/graphql/guard.ts";
import type { NodeSource } from "../kernel/graphql/node-sources.ts";
import { LocalDateScalar } from "../kernel/graphql/scalars.ts";
import { Refusal } from "../kernel/refusal.ts";
import { AreaLevel } from "../places/jurisdiction.type.ts";
import { allLevels } from "../places/place-loaders.ts";
import { createService } from "./create-service.ts";
import { findService, listServices, standardAt } from "./list-services.ts";
import { retireService } from "./retire-service.ts";
import {
  CreateServiceInput,
  CreateServicePayload,
  RetireServiceInput,
  RetireServicePayload,
  ServicesArgs,
  SetServiceStandardInput,
  SetServiceStandardPayload,
  UpdateServiceInput,
  UpdateServicePayload,
} from "./service.inputs.ts";
import { servicePolicy } from "./service.policy.ts";
import { ServiceConnection, ServiceStandard, ServiceView } from "./service.type.ts";
import { setServiceStandard } from "./set-service-standard.ts";
import { updateService } from "./update-service.ts";

@Resolver(() => ServiceView)
export class ServiceResolver {
  @SignedIn()
  @Query(() => ServiceConnection, { description: "The public services, in the order of their codes." })
  services(@Args(() => ServicesArgs) args: ServicesArgs, @Ctx() ctx: Context): Promise<Connection<ServiceView>> {
    return listServices(ctx, args);
  }

  @SignedIn()
  @Query(() => ServiceView, { nullable: true, description: "One service." })
  service(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<ServiceView | null> {
    return findService(ctx, id);
  }

  @FieldResolver(() => ServiceStandard, { nullable: true, description: "The standard in force on a day; null before the first." })
  standard(
    @Root() service: ServiceView,
    @Arg("at", () => LocalDateScalar, { nullable: true, description: "The day; today unless told." }) at: string | null | undefined,
    @Ctx() ctx: Context,
  ): ServiceStandard | null {
    return standardAt(service.standards, at ?? ctx.now().toISOString().slice(0, 10));
  }

  @FieldResolver(() => AreaLevel, { description: "The level whose jurisdictions deliver and report it." })
  async level(@Root() service: ServiceView, @Ctx() ctx: Context): Promise<AreaLevel> {
    const levels = await allLevels(ctx);
    const level = levels.find(({ country, code }) => country === service.country && code === service.deliveredAt);
    if (!level) throw new Refusal("UNKNOWN_LEVEL");
    return level;
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => CreateServicePayload, { description: "Adds a service." })
  createService(
    @Arg("input", () => CreateServiceInput, { description: "The service." }) input: CreateServiceInput,
    @Ctx() ctx: Context,
  ): Promise<CreateServicePayload> {
    return createService(ctx, input);
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => UpdateServicePayload, { description: "Gives a service other words." })
  updateService(
    @Arg("input", () => UpdateServiceInput, { description: "The words." }) input: UpdateServiceInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateServicePayload> {
    return updateService(ctx, input);
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => SetServiceStandardPayload, { description: "Sets what citizens may expect of a service from a day on." })
  setServiceStandard(
    @Arg("input", () => SetServiceStandardInput, { description: "The standard." }) input: SetServiceStandardInput,
    @Ctx() ctx: Context,
  ): Promise<SetServiceStandardPayload> {
    return setServiceStandard(ctx, input);
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => RetireServicePayload, { description: "Ends a service from a day on, or takes that back." })
  retireService(
    @Arg("input", () => RetireServiceInput, { description: "The day." }) input: RetireServiceInput,
    @Ctx() ctx: Context,
  ): Promise<RetireServicePayload> {
    return retireService(ctx, input);
  }
}

/** Services for `node(id:)`. */
export const serviceNodes: NodeSource = {
  typename: "Service",
  table: "service",
  find: async (ctx, id) => (servicePolicy.view(ctx.actor) ? findService(ctx, id) : null),
};
