import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import type { Connection } from "../../kernel/graphql/connection.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import {
  CommentsToApplicantsArgs,
  type CommentToApplicant,
  CommentToApplicantConnection,
  SaveCommentTranslationInput,
  SaveCommentTranslationPayload,
  TranslateCommentsInput,
  TranslateCommentsPayload,
} from "./comment.type.ts";
import { listComments } from "./list-comments.ts";
import { saveCommentTranslation, translateComments } from "./translate-comments.ts";

@Resolver()
export class CommentResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR", "COORDINATOR")
  @Query(() => CommentToApplicantConnection, {
    description: "The comments to applicants of a round's closed stages, to translate them; nothing of who wrote them.",
  })
  commentsToApplicants(
    @Args(() => CommentsToApplicantsArgs) args: CommentsToApplicantsArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<CommentToApplicant>> {
    return listComments(ctx, args);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => SaveCommentTranslationPayload, { description: "Says a comment to an applicant in another language." })
  saveCommentTranslation(
    @Arg("input", () => SaveCommentTranslationInput, { description: "The translation." }) input: SaveCommentTranslationInput,
    @Ctx() ctx: Context,
  ): Promise<SaveCommentTranslationPayload> {
    return saveCommentTranslation(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => TranslateCommentsPayload, {
    description: "Lets the configured machine translate comments to applicants that lack it; they are marked and can be corrected.",
  })
  translateComments(
    @Arg("input", () => TranslateCommentsInput, { description: "Of which round, into which language." }) input: TranslateCommentsInput,
    @Ctx() ctx: Context,
  ): Promise<TranslateCommentsPayload> {
    return translateComments(ctx, input);
  }
}
