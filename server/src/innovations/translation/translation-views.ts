import type { Context } from "../../kernel/context.ts";
import { answerLoader, translationLoader } from "../answers/answer-loaders.ts";
import type { EntryTranslation } from "./translation.type.ts";

/** All translations of an entry, each with whether it is stale. */
export async function translationsOf(ctx: Context, entryId: string): Promise<readonly EntryTranslation[]> {
  const [answers, translations] = await Promise.all([answerLoader(ctx).load(entryId), translationLoader(ctx).load(entryId)]);
  const versions = new Map(answers.map(({ field, version }) => [field, version]));
  return translations.map(({ entryId: _, ...row }) => ({ ...row, stale: row.ofVersion < (versions.get(row.field) ?? 0) }));
}
