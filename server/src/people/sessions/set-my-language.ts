import type { Language } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { loadPerson } from "../update-person.ts";

/** Keeps the language that somebody has turned the page into: the latest choice holds, on whatever device it was made. */
export async function setMyLanguage(ctx: Context, language: Language): Promise<void> {
  const person = await loadPerson(ctx, ctx.actor.id ?? "");
  if (person.language === language) return;
  person.language = language;
  person.updatedAt = ctx.now();
  await ctx.em.flush();
}
