import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { EntryView } from "../entries/entry.type.ts";
import { addEvidence } from "./add-evidence.ts";
import { addEvidenceLink } from "./add-evidence-link.ts";
import { AddEvidenceInput, AddEvidenceLinkInput, EvidencePayload, RemoveEvidenceInput } from "./evidence.inputs.ts";
import { EvidenceShelf, EvidenceView } from "./evidence.type.ts";
import { evidenceLoader, evidenceShelf, evidenceView } from "./read-evidence.ts";
import { removeEvidence } from "./remove-evidence.ts";

@Resolver(() => EntryView)
export class EvidenceResolver {
  @SignedIn()
  @Query(() => EvidenceShelf, { description: "All the evidence of an entry, with what may be added to it." })
  evidence(@Arg("entryId", () => ID, { description: "Of which entry." }) entryId: string, @Ctx() ctx: Context): Promise<EvidenceShelf> {
    return evidenceShelf(ctx, entryId);
  }

  @FieldResolver(() => [EvidenceView], { name: "evidence", description: "The evidence that counts, in the order in which it was added." })
  async evidenceOfEntry(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EvidenceView[]> {
    const rows = await evidenceLoader(ctx).load(entry.id);
    return rows.filter(({ removedAt }) => removedAt === null).map((row) => evidenceView(ctx, row));
  }

  @SignedIn()
  @Mutation(() => EvidencePayload, { description: "Makes an uploaded file the evidence of a row or a field." })
  addEvidence(
    @Arg("input", () => AddEvidenceInput, { description: "Which file, and where it goes." }) input: AddEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return addEvidence(ctx, input);
  }

  @SignedIn()
  @Mutation(() => EvidencePayload, { description: "Adds a link as evidence of a row or a field." })
  addEvidenceLink(
    @Arg("input", () => AddEvidenceLinkInput, { description: "Which address, and where it goes." }) input: AddEvidenceLinkInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return addEvidenceLink(ctx, input);
  }

  @SignedIn()
  @Mutation(() => EvidencePayload, { description: "Takes a piece of evidence out of what counts; it stays in the history." })
  removeEvidence(
    @Arg("input", () => RemoveEvidenceInput, { description: "Which, and why." }) input: RemoveEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return removeEvidence(ctx, input);
  }
}
