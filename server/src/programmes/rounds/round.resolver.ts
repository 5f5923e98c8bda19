import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { beginDecision } from "./begin-decision.ts";
import { copyRound } from "./copy-round.ts";
import { createRound } from "./create-round.ts";
import { creditDowntime } from "./credit-downtime.ts";
import { findRound, listRounds } from "./list-rounds.ts";
import { openRound } from "./open-round.ts";
import { reviseInstrument } from "./revise-instrument.ts";
import {
  CopyRoundInput,
  CreateRoundInput,
  CreditDowntimeInput,
  ReviseInstrumentInput,
  RoundPayload,
  SaveInstrumentInput,
  SetStagesInput,
  StepRoundInput,
  UpdateRoundInput,
} from "./round.inputs.ts";
import { Round, RoundConnection, RoundStateEnum } from "./round.type.ts";
import type { RoundState } from "./round-states.ts";
import { saveInstrument } from "./save-instrument.ts";
import { setStages } from "./set-stages.ts";
import { updateRound } from "./update-round.ts";

@Resolver(() => Round)
export class RoundResolver {
  @SignedIn()
  @Query(() => RoundConnection, { description: "The rounds that the asker may see, the newest first." })
  rounds(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("programmeId", () => ID, { nullable: true, description: "Only of this programme." }) programmeId?: string | null,
    @Arg("states", () => [RoundStateEnum], { nullable: true, description: "Only in these states." }) states?: RoundState[] | null,
  ): Promise<RoundConnection> {
    return listRounds(ctx, { ...page, programmeId, states });
  }

  @SignedIn()
  @Query(() => Round, { nullable: true, description: "One round, by id or code." })
  async round(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id?: string | null,
    @Arg("code", () => String, { nullable: true, description: "Its code." }) code?: string | null,
  ): Promise<Round | null> {
    if (id) return findRound(ctx, { id });
    return code ? findRound(ctx, { code }) : null;
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => RoundPayload, { description: "Makes a round of a programme, as a draft." })
  createRound(
    @Arg("input", () => CreateRoundInput, { description: "The round." }) input: CreateRoundInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return createRound(ctx, input);
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => RoundPayload, { description: "Makes the next edition from a round: the same rules, dates moved." })
  copyRound(
    @Arg("input", () => CopyRoundInput, { description: "From which, and how far." }) input: CopyRoundInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return copyRound(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => RoundPayload, { description: "Changes a round's words and, while it is a draft, its place and zone." })
  updateRound(
    @Arg("input", () => UpdateRoundInput, { description: "What it shall be." }) input: UpdateRoundInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return updateRound(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => RoundPayload, { description: "Sets all stages of a round; a changed date of an open round is announced." })
  setStages(
    @Arg("input", () => SetStagesInput, { description: "The stages." }) input: SetStagesInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return setStages(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => RoundPayload, {
    description: "Gives a round back the time during which the platform was down; announced to everybody who takes part.",
  })
  creditDowntime(
    @Arg("input", () => CreditDowntimeInput, { description: "How long, and why." }) input: CreditDowntimeInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return creditDowntime(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => RoundPayload, { description: "Saves the instrument of a draft." })
  saveInstrument(
    @Arg("input", () => SaveInstrumentInput, { description: "The definition." }) input: SaveInstrumentInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return saveInstrument(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => RoundPayload, { description: "Writes a new version of a frozen instrument, with its reason; the old one is kept." })
  reviseInstrument(
    @Arg("input", () => ReviseInstrumentInput, { description: "The definition and why." }) input: ReviseInstrumentInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return reviseInstrument(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => RoundPayload, { description: "Opens a round: its instrument is frozen from then on." })
  openRound(
    @Arg("input", () => StepRoundInput, { description: "Which round." }) input: StepRoundInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return openRound(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => RoundPayload, { description: "Closes the reporting of an open round and begins to decide." })
  beginDecision(
    @Arg("input", () => StepRoundInput, { description: "Which round." }) input: StepRoundInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return beginDecision(ctx, input);
  }
}
