import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { SaveAnswersInput, SaveAnswersPayload, TouchEntryInput, TouchEntryPayload } from "../answers/answer.type.ts";
import { saveAnswers } from "../answers/save-answers.ts";
import { touchEntry } from "../answers/touch-entry.ts";
import { beginEntry } from "../beginning/begin-entry.ts";
import { copyEntry } from "../beginning/copy-entry.ts";
import { SaveClaimsInput, SaveClaimsPayload } from "../claims/claim.type.ts";
import { saveClaims } from "../claims/save-claims.ts";
import { deleteDraft } from "./delete-draft.ts";
import { BeginEntryInput, CopyEntryInput, DeleteDraftInput, DeleteDraftPayload, EntriesArgs, EntryPayload } from "./entry.inputs.ts";
import { EntryConnection, EntryView } from "./entry.type.ts";
import { countEntries, findEntry, listEntries } from "./list-entries.ts";

@Resolver(() => EntryView)
export class EntryResolver {
  @SignedIn()
  @Query(() => EntryView, { nullable: true, description: "One entry; null when there is none or the asker may not see it." })
  async entry(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<EntryView | null> {
    return isId(id) ? findEntry(ctx, id) : null;
  }

  @SignedIn()
  @Query(() => EntryConnection, { description: "The entries of a round that the asker may see." })
  entries(@Args(() => EntriesArgs) args: EntriesArgs, @Ctx() ctx: Context): Promise<EntryConnection> {
    return listEntries(ctx, args);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR", "ADMINISTRATOR")
  @Mutation(() => EntryPayload, { description: "Begins an entry as a draft; what stands against it is refused before anything is typed." })
  beginEntry(
    @Arg("input", () => BeginEntryInput, { description: "Which." }) input: BeginEntryInput,
    @Ctx() ctx: Context,
  ): Promise<EntryPayload> {
    return beginEntry(ctx, input);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR", "ADMINISTRATOR")
  @Mutation(() => EntryPayload, {
    description: "Enters an earlier entry again, with its answers and levels; it must then say what has changed.",
  })
  copyEntry(
    @Arg("input", () => CopyEntryInput, { description: "Which, and where to." }) input: CopyEntryInput,
    @Ctx() ctx: Context,
  ): Promise<EntryPayload> {
    return copyEntry(ctx, input);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR")
  @Mutation(() => DeleteDraftPayload, { description: "Deletes a draft that was never handed in, with all that is in it." })
  deleteDraft(
    @Arg("input", () => DeleteDraftInput, { description: "Which." }) input: DeleteDraftInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteDraftPayload> {
    return deleteDraft(ctx, input);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR")
  @Mutation(() => SaveAnswersPayload, { description: "Saves answers field by field; never judges whether they are complete." })
  saveAnswers(
    @Arg("input", () => SaveAnswersInput, { description: "What was typed." }) input: SaveAnswersInput,
    @Ctx() ctx: Context,
  ): Promise<SaveAnswersPayload> {
    return saveAnswers(ctx, input);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR")
  @Mutation(() => SaveClaimsPayload, { description: "Saves the levels that an entry claims, row by row." })
  saveClaims(
    @Arg("input", () => SaveClaimsInput, { description: "The levels." }) input: SaveClaimsInput,
    @Ctx() ctx: Context,
  ): Promise<SaveClaimsPayload> {
    return saveClaims(ctx, input);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR")
  @Mutation(() => TouchEntryPayload, {
    description: "Tells the other authors that one has an entry open, and where; answers who else has.",
  })
  touchEntry(
    @Arg("input", () => TouchEntryInput, { description: "Who writes where." }) input: TouchEntryInput,
    @Ctx() ctx: Context,
  ): Promise<TouchEntryPayload> {
    return touchEntry(ctx, input);
  }
}

@Resolver(() => EntryConnection)
export class EntryConnectionResolver {
  @FieldResolver(() => Int, { description: "How many there are on all pages, of those the asker may see." })
  totalCount(@Root() page: EntryConnection & { readonly args: EntriesArgs }, @Ctx() ctx: Context): Promise<number> {
    return countEntries(ctx, page.args);
  }
}
