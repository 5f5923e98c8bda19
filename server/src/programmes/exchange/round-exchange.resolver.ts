import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { exportRound } from "./export-round.ts";
import { importRound } from "./import-round.ts";
import { ImportRoundInput, ImportRoundPayload } from "./round-exchange.type.ts";

@Resolver()
export class RoundExchangeResolver {
  @SignedIn()
  @Query(() => String, { description: "A round as a file, from which an import makes the same round." })
  roundFile(@Arg("code", () => String, { description: "The round's code." }) code: string, @Ctx() ctx: Context): Promise<string> {
    return exportRound(ctx, code);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR")
  @Mutation(() => ImportRoundPayload, { description: "Makes or changes a round from a file; the same file again changes nothing." })
  async importRound(
    @Arg("input", () => ImportRoundInput, { description: "The file." }) input: ImportRoundInput,
    @Ctx() ctx: Context,
  ): Promise<ImportRoundPayload> {
    const { roundId, ...answer } = await importRound(ctx, input);
    return { ...answer, roundId, round: roundId ? await findRound(ctx, { id: roundId }) : null };
  }
}
