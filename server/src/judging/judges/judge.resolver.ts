import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import type { Connection } from "../../kernel/graphql/connection.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { inviteJudges } from "../invitations/invite-judges.ts";
import { replaceJudge } from "../replacements/replace-judge.ts";
import { JudgeVacancy, ReplaceJudgeInput, ReplaceJudgePayload, ReplacementProposal } from "../replacements/replacement.type.ts";
import { proposeReplacements, readVacancies } from "../replacements/vacancies.ts";
import {
  InviteJudgesInput,
  InviteJudgesPayload,
  JudgePayload,
  JudgesArgs,
  LeaveJudgingInput,
  ResendJudgeInput,
  SeatJudgeInput,
} from "./judge.inputs.ts";
import { Judge, JudgeConnection } from "./judge.type.ts";
import { findJudge, listJudges } from "./list-judges.ts";
import { leaveJudging, resendJudge, seatJudge } from "./manage-judge.ts";

const WHO = { description: "Who, and what." };

@Resolver()
export class JudgeResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => JudgeConnection, { description: "The judges of a round, by code, for whoever oversees its judging." })
  judges(@Args(() => JudgesArgs) args: JudgesArgs, @Ctx() ctx: Context): Promise<Connection<Judge>> {
    return listJudges(ctx, args);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => Judge, { nullable: true, description: "One judge, for whoever oversees the judging of their round." })
  judge(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<Judge | null> {
    return findJudge(ctx, id);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [JudgeVacancy], { description: "Entries of a round that lack a judge since one fell away; the first 200." })
  judgeVacancies(
    @Arg("roundId", () => ID, { description: "Of which round." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly JudgeVacancy[]> {
    return readVacancies(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [ReplacementProposal], { description: "Who could take over an entry in a stage, the best first." })
  replacements(
    @Arg("stageId", () => ID, { description: "The judging stage." }) stageId: string,
    @Arg("entryId", () => ID, { description: "The entry." }) entryId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly ReplacementProposal[]> {
    return proposeReplacements(ctx, stageId, entryId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => InviteJudgesPayload, { description: "Invites people as judges of a round, by letter." })
  inviteJudges(@Arg("input", () => InviteJudgesInput, WHO) input: InviteJudgesInput, @Ctx() ctx: Context): Promise<InviteJudgesPayload> {
    return inviteJudges(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgePayload, { description: "Writes an invitation that is not answered again." })
  resendJudgeInvitation(@Arg("input", () => ResendJudgeInput, WHO) input: ResendJudgeInput, @Ctx() ctx: Context): Promise<JudgePayload> {
    return resendJudge(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgePayload, { description: "Says where a judge sits, whether they stand by, and how much they take." })
  seatJudge(@Arg("input", () => SeatJudgeInput, WHO) input: SeatJudgeInput, @Ctx() ctx: Context): Promise<JudgePayload> {
    return seatJudge(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => ReplaceJudgePayload, { description: "One judge takes over from another. Signed scorecards stay." })
  replaceJudge(@Arg("input", () => ReplaceJudgeInput, WHO) input: ReplaceJudgeInput, @Ctx() ctx: Context): Promise<ReplaceJudgePayload> {
    return replaceJudge(ctx, input);
  }

  @SignedIn()
  @Mutation(() => JudgePayload, {
    description: "A judge judges no more, by their own act or that of who leads; an invitation is withdrawn.",
  })
  leaveJudging(@Arg("input", () => LeaveJudgingInput, WHO) input: LeaveJudgingInput, @Ctx() ctx: Context): Promise<JudgePayload> {
    return leaveJudging(ctx, input);
  }
}
