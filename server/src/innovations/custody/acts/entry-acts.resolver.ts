import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../kernel/context.ts";
import { SignedIn } from "../../../kernel/graphql/guard.ts";
import { entryAnswer } from "../../entries/list-entries.ts";
import { EntryStepPayload, ExcludeEntryInput, ReturnEntryInput, StepEntryInput, WithdrawEntryInput } from "../custody.inputs.ts";
import { findEntryCustody } from "../reads/entry-custody.ts";
import { checkEntry } from "./check-entry.ts";
import { endorseEntry } from "./endorse-entry.ts";
import { excludeEntry } from "./exclude-entry.ts";
import { resumeEntry } from "./resume-entry.ts";
import { returnEntry } from "./return-entry.ts";
import { submitEntry } from "./submit-entry.ts";
import { withdrawEntry } from "./withdraw-entry.ts";

const SEEN = { description: "Which, as it was seen." };

@Resolver()
export class EntryActsResolver {
  @SignedIn()
  @Mutation(() => EntryStepPayload, { description: "Hands an entry in, if it is complete, eligible and in time." })
  async submitEntry(@Arg("input", () => StepEntryInput, SEEN) input: StepEntryInput, @Ctx() ctx: Context): Promise<EntryStepPayload> {
    return answer(ctx, await submitEntry(ctx, input));
  }

  @SignedIn()
  @Mutation(() => EntryStepPayload, { description: "Endorses an entry for its office." })
  async endorseEntry(@Arg("input", () => StepEntryInput, SEEN) input: StepEntryInput, @Ctx() ctx: Context): Promise<EntryStepPayload> {
    return answer(ctx, await endorseEntry(ctx, input));
  }

  @SignedIn()
  @Mutation(() => EntryStepPayload, { description: "Passes an entry on to the verifiers." })
  async checkEntry(@Arg("input", () => StepEntryInput, SEEN) input: StepEntryInput, @Ctx() ctx: Context): Promise<EntryStepPayload> {
    return answer(ctx, await checkEntry(ctx, input));
  }

  @SignedIn()
  @Mutation(() => EntryStepPayload, { description: "Sends an entry back to its authors with reasons; they are told by letter." })
  async returnEntry(
    @Arg("input", () => ReturnEntryInput, { description: "Which, and why." }) input: ReturnEntryInput,
    @Ctx() ctx: Context,
  ): Promise<EntryStepPayload> {
    return answer(ctx, await returnEntry(ctx, input));
  }

  @SignedIn()
  @Mutation(() => EntryStepPayload, { description: "Finds an entry not eligible; its authors are told by letter." })
  async excludeEntry(
    @Arg("input", () => ExcludeEntryInput, { description: "Which, and why." }) input: ExcludeEntryInput,
    @Ctx() ctx: Context,
  ): Promise<EntryStepPayload> {
    return answer(ctx, await excludeEntry(ctx, input));
  }

  @SignedIn()
  @Mutation(() => EntryStepPayload, { description: "Takes an entry out of the round." })
  async withdrawEntry(
    @Arg("input", () => WithdrawEntryInput, { description: "Which, and why." }) input: WithdrawEntryInput,
    @Ctx() ctx: Context,
  ): Promise<EntryStepPayload> {
    return answer(ctx, await withdrawEntry(ctx, input));
  }

  @SignedIn()
  @Mutation(() => EntryStepPayload, { description: "Takes a withdrawn entry up again, as a draft." })
  async resumeEntry(@Arg("input", () => StepEntryInput, SEEN) input: StepEntryInput, @Ctx() ctx: Context): Promise<EntryStepPayload> {
    return answer(ctx, await resumeEntry(ctx, input));
  }
}

/** The entry after its step, as far as who took it still sees it. */
async function answer(ctx: Context, { entryId }: { readonly entryId: string }): Promise<EntryStepPayload> {
  return { entry: await entryAnswer(ctx, entryId), custody: await findEntryCustody(ctx, entryId) };
}
