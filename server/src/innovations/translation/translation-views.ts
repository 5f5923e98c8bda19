import type { Context } from "../../kernel/context.ts";
import { answerLoader, type TranslationRow, translationLoader } from "../answers/answer-loaders.ts";
import type { EntryTranslation } from "./translation.type.ts";

/** All translations of an entry, each with whether it is stale. */
export async function translationsOf(ctx: Context, entryId: string): Promise<readonly EntryTranslation[]> {
  const [answers, translations] = await Promise.all([answerLoader(ctx).load(entryId), translationLoader(ctx).load(entryId)]);
  const versions = new Map(answers.map(({ field, version }) => [field, version]));
  return translations.map((row) => translationView(row, versions.get(row.field) ?? 0));
}

/** A translation as it is shown: stale when the original, now at `version`, has moved on from what it was made of. */
export function translationView({ ofId: _, ...row }: TranslationRow, version: number): EntryTranslation {
  return { ...row, stale: row.ofVersion < version };
}
