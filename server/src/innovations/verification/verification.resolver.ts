import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { ForRolesOrLent, SignedIn } from "../../kernel/graphql/guard.ts";
import { EntryView } from "../entries/entry.type.ts";
import { entryLoader } from "../entries/list-entries.ts";
import { EvidenceShelf } from "../evidence/evidence.type.ts";
import { evidenceShelf } from "../evidence/read-evidence.ts";
import { acceptClaimedLevels } from "./accept-claimed-levels.ts";
import { completeVerification } from "./complete-verification.ts";
import { readVerification } from "./read-verification.ts";
import { setVerifiedLevel } from "./set-verified-level.ts";
import { AcceptClaimedLevelsInput, CompleteVerificationInput, SetVerifiedLevelInput, VerificationPayload } from "./verification.inputs.ts";
import { Verification, VerificationTask, VerificationTaskConnection } from "./verification.type.ts";
import { verificationQueue } from "./verification-queue.ts";

@Resolver(() => Verification)
export class VerificationResolver {
  @SignedIn()
  @Query(() => Verification, { description: "The verification of an entry; its authors read it once it has ended." })
  verification(@Arg("entryId", () => ID, { description: "Of which entry." }) entryId: string, @Ctx() ctx: Context): Promise<Verification> {
    return readVerification(ctx, entryId);
  }

  @ForRolesOrLent("VERIFIER", "COORDINATOR", "CHAIR", "ADMINISTRATOR")
  @Query(() => VerificationTaskConnection, {
    description: "Entries that wait for the asker's verification or settlement, longest held first.",
  })
  verificationQueue(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("roundId", () => ID, { nullable: true, description: "Only of this round." }) roundId: string | null,
    @Ctx() ctx: Context,
  ): Promise<VerificationTaskConnection> {
    return verificationQueue(ctx, { ...page, roundId });
  }

  @FieldResolver(() => EntryView, { description: "The entry that is verified." })
  async entry(@Root() { entryId }: Verification, @Ctx() ctx: Context): Promise<EntryView> {
    return findable(await entryLoader(ctx).load(entryId), () => true);
  }

  @FieldResolver(() => EvidenceShelf, { description: "Its evidence." })
  evidence(@Root() { entryId }: Verification, @Ctx() ctx: Context): Promise<EvidenceShelf> {
    return evidenceShelf(ctx, entryId);
  }

  @ForRolesOrLent("VERIFIER", "COORDINATOR")
  @Mutation(() => VerificationPayload, {
    description: "Says the level that the evidence of a row shows, or settles what two verifiers said.",
  })
  setVerifiedLevel(
    @Arg("input", () => SetVerifiedLevelInput, { description: "The row and its level." }) input: SetVerifiedLevelInput,
    @Ctx() ctx: Context,
  ): Promise<VerificationPayload> {
    return setVerifiedLevel(ctx, input);
  }

  @ForRolesOrLent("VERIFIER")
  @Mutation(() => VerificationPayload, { description: "Finds every claimed level right that is proved and waits for the asker." })
  acceptClaimedLevels(
    @Arg("input", () => AcceptClaimedLevelsInput, { description: "Which entry." }) input: AcceptClaimedLevelsInput,
    @Ctx() ctx: Context,
  ): Promise<VerificationPayload> {
    return acceptClaimedLevels(ctx, input);
  }

  @ForRolesOrLent("VERIFIER")
  @Mutation(() => VerificationPayload, { description: "Ends the verification of an entry once all its rows are settled." })
  completeVerification(
    @Arg("input", () => CompleteVerificationInput, { description: "Which entry." }) input: CompleteVerificationInput,
    @Ctx() ctx: Context,
  ): Promise<VerificationPayload> {
    return completeVerification(ctx, input);
  }
}

@Resolver(() => VerificationTask)
export class VerificationTaskResolver {
  @FieldResolver(() => EntryView, { description: "The entry." })
  async entry(@Root() { id }: VerificationTask, @Ctx() ctx: Context): Promise<EntryView> {
    return findable(await entryLoader(ctx).load(id), () => true);
  }
}
