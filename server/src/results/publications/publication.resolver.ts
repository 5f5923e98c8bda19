import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { listPublications } from "./list-publications.ts";
import { previewPublication } from "./preview-publication.ts";
import { PublicationPayload, PublishRoundInput } from "./publication.inputs.ts";
import { Publication, PublicationCheck, PublicationPreview } from "./publication.type.ts";
import { publishRound } from "./publish-round.ts";
import { recomputePublication } from "./recompute-publication.ts";

const ROUND = "The round, by id or code.";

@Resolver()
export class PublicationResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [Publication], { description: "A round's publications, the newest first, those under embargo too." })
  publications(@Arg("roundId", () => ID, { description: ROUND }) roundId: string, @Ctx() ctx: Context): Promise<readonly Publication[]> {
    return listPublications(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => PublicationPreview, { description: "What would be published now, exactly." })
  previewPublication(@Arg("roundId", () => ID, { description: ROUND }) roundId: string, @Ctx() ctx: Context): Promise<PublicationPreview> {
    return previewPublication(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => PublicationCheck, { description: "Checks a publication against itself and against the reports." })
  verifyPublication(
    @Arg("roundId", () => ID, { description: ROUND }) roundId: string,
    @Arg("number", () => Int, { description: "Its number." }) number: number,
    @Ctx() ctx: Context,
  ): Promise<PublicationCheck> {
    return recomputePublication(ctx, roundId, number);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => PublicationPayload, { description: "Publishes a round's results, at once or under an embargo." })
  publishRound(
    @Arg("input", () => PublishRoundInput, { description: "What to publish." }) input: PublishRoundInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publishRound(ctx, input);
  }
}
