import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { PageArgs } from "../kernel/graphql/connection.ts";
import { ForRoles, SignedIn } from "../kernel/graphql/guard.ts";
import { findJurisdiction } from "../places/find-jurisdiction.ts";
import { Jurisdiction } from "../places/jurisdiction.type.ts";
import { createProgramme } from "./create-programme.ts";
import { findProgramme, listProgrammes } from "./list-programmes.ts";
import { CreateProgrammeInput, ProgrammePayload, UpdateProgrammeInput } from "./programme.inputs.ts";
import { Programme } from "./programme.type.ts";
import { listRounds } from "./rounds/list-rounds.ts";
import { RoundConnection } from "./rounds/round.type.ts";
import { updateProgramme } from "./update-programme.ts";

@Resolver(() => Programme)
export class ProgrammeResolver {
  @SignedIn()
  @Query(() => [Programme], { description: "The programmes of which the asker may see something, by country and code." })
  programmes(@Ctx() ctx: Context): Promise<readonly Programme[]> {
    return listProgrammes(ctx);
  }

  @SignedIn()
  @Query(() => Programme, { nullable: true, description: "One programme, by id or code." })
  async programme(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id?: string | null,
    @Arg("code", () => String, { nullable: true, description: "Its code." }) code?: string | null,
  ): Promise<Programme | null> {
    if (id) return findProgramme(ctx, { id });
    return code ? findProgramme(ctx, { code }) : null;
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => ProgrammePayload, { description: "Makes a programme." })
  createProgramme(
    @Arg("input", () => CreateProgrammeInput, { description: "The programme." }) input: CreateProgrammeInput,
    @Ctx() ctx: Context,
  ): Promise<ProgrammePayload> {
    return createProgramme(ctx, input);
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => ProgrammePayload, { description: "Changes a programme's names and descriptions." })
  updateProgramme(
    @Arg("input", () => UpdateProgrammeInput, { description: "What it shall be." }) input: UpdateProgrammeInput,
    @Ctx() ctx: Context,
  ): Promise<ProgrammePayload> {
    return updateProgramme(ctx, input);
  }

  @FieldResolver(() => RoundConnection, { description: "Its rounds that the asker may see, the newest first." })
  rounds(@Root() programme: Programme, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<RoundConnection> {
    return listRounds(ctx, { ...page, programmeId: programme.id });
  }

  @FieldResolver(() => Jurisdiction, { nullable: true, description: "The area of its whole country." })
  countryPlace(@Root() programme: Programme, @Ctx() ctx: Context): Promise<Jurisdiction | null> {
    return findJurisdiction(ctx, { country: programme.country, code: programme.country });
  }
}
