import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { FormPayload, FormVersion, ReviseFormInput, SaveFormInput } from "./form.type.ts";
import { findForm, listForms } from "./read-forms.ts";
import { reviseForm, saveForm } from "./save-form.ts";

@Resolver(() => FormVersion)
export class FormResolver {
  @SignedIn()
  @Query(() => FormVersion, { nullable: true, description: "The form in force of a round; null when the asker may not see the round." })
  entryForm(@Arg("roundId", () => ID, { description: "The round." }) roundId: string, @Ctx() ctx: Context): Promise<FormVersion | null> {
    return findForm(ctx, roundId);
  }

  @SignedIn()
  @Query(() => [FormVersion], {
    nullable: true,
    description: "All versions of a round's form, the newest first; null when the asker may not see the round.",
  })
  formVersions(
    @Arg("roundId", () => ID, { description: "The round." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly FormVersion[] | null> {
    return listForms(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => FormPayload, { description: "Saves the form of a draft." })
  saveForm(
    @Arg("input", () => SaveFormInput, { description: "The form." }) input: SaveFormInput,
    @Ctx() ctx: Context,
  ): Promise<FormPayload> {
    return saveForm(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => FormPayload, { description: "Writes a new version of a frozen form; entries keep the version they began with." })
  reviseForm(
    @Arg("input", () => ReviseFormInput, { description: "The form, and why." }) input: ReviseFormInput,
    @Ctx() ctx: Context,
  ): Promise<FormPayload> {
    return reviseForm(ctx, input);
  }
}
