import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { EntryView } from "../entries/entry.type.ts";
import { translatorIsThere } from "./machine-translator.ts";
import { missingTranslations } from "./missing-translations.ts";
import { saveTranslation } from "./save-translation.ts";
import { translateEntry } from "./translate-entry.ts";
import { EntryTranslation, MissingTranslation, SaveTranslationInput, TranslateEntryInput, TranslationPayload } from "./translation.type.ts";
import { translationsOf } from "./translation-views.ts";

@Resolver(() => EntryView)
export class TranslationResolver {
  @FieldResolver(() => [EntryTranslation], { description: "Its texts in the other languages." })
  translations(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryTranslation[]> {
    return translationsOf(ctx, entry.id);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR")
  @Mutation(() => TranslationPayload, { description: "Says a field of an entry in another language." })
  saveTranslation(
    @Arg("input", () => SaveTranslationInput, { description: "The translation." }) input: SaveTranslationInput,
    @Ctx() ctx: Context,
  ): Promise<TranslationPayload> {
    return saveTranslation(ctx, input);
  }

  @ForRoles("STAFF", "HEAD", "COORDINATOR")
  @Mutation(() => TranslationPayload, {
    description: "Lets the configured machine translate what is missing of an entry; it is marked and can be corrected.",
  })
  translateEntry(
    @Arg("input", () => TranslateEntryInput, { description: "Which entry, into which language." }) input: TranslateEntryInput,
    @Ctx() ctx: Context,
  ): Promise<TranslationPayload> {
    return translateEntry(ctx, input);
  }

  @SignedIn()
  @Query(() => Boolean, { description: "Whether a machine for translations is configured." })
  canMachineTranslate(): boolean {
    return translatorIsThere();
  }

  @ForRoles("ADMINISTRATOR")
  @Query(() => [MissingTranslation], { description: "Names and descriptions that are not there in every language, at most 500." })
  missingTranslations(@Ctx() ctx: Context): Promise<readonly MissingTranslation[]> {
    return missingTranslations(ctx);
  }
}
