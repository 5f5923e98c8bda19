import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { answerObjection } from "./answer-objection.ts";
import { AnswerObjectionInput, ObjectionPayload, ObjectionRound } from "./objection.type.ts";
import { readObjections } from "./read-objections.ts";

@Resolver()
export class ObjectionResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => ObjectionRound, { description: "What the public objected to in a round, for whoever oversees its judging." })
  objections(@Arg("roundId", () => ID, { description: "Of which round." }) roundId: string, @Ctx() ctx: Context): Promise<ObjectionRound> {
    return readObjections(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => ObjectionPayload, { description: "Answers an objection, once; who made it is written to." })
  answerObjection(
    @Arg("input", () => AnswerObjectionInput, { description: "Which, and how." }) input: AnswerObjectionInput,
    @Ctx() ctx: Context,
  ): Promise<ObjectionPayload> {
    return answerObjection(ctx, input);
  }
}
