import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { answerLoader } from "../answers/answer-loaders.ts";
import { entryPolicy } from "../entries/entry.policy.ts";
import { factsOf } from "../entries/entry.type.ts";
import { findEntry } from "../entries/list-entries.ts";
import { entryGround } from "../forms/entry-ground.ts";
import { writeTranslations } from "./keep-translation.ts";
import { isForMachine, machineMade } from "./machine-made.ts";
import { translatorIsThere } from "./machine-translator.ts";
import { answerWith } from "./save-translation.ts";
import type { TranslateEntryInput, TranslationPayload } from "./translation.type.ts";
import { translationsOf } from "./translation-views.ts";

/**
 * Lets the configured machine say an entry's texts in another language, those that have no translation or a machine's stale one; they are
 * marked and can be corrected. Refuses NOT_FOUND, FORBIDDEN, INVALID_VALUE for its own language, TRANSLATOR_MISSING where none is configured
 * and TRANSLATOR_FAILED when it does not answer.
 */
export async function translateEntry(ctx: Context, input: TranslateEntryInput): Promise<TranslationPayload> {
  // Not locked: the machine may take its time, and writers need not wait for it.
  const entry = findable(await findEntry(ctx, checkedId(input.entryId, "entryId")), () => true);
  authorize(ctx.actor, entryPolicy.translate(ctx.actor, factsOf(entry)));
  if (input.language === entry.language) throw new Refusal("INVALID_VALUE", { field: "language", values: { value: input.language } });
  if (!translatorIsThere()) throw new Refusal("TRANSLATOR_MISSING");
  const { form } = await entryGround(ctx, entry);
  const texts = new Set(
    form.tasks.flatMap(({ fields }) => fields).flatMap(({ kind, key }) => (kind === "LONG_TEXT" || kind === "SHORT_TEXT" ? [key] : [])),
  );
  const there = new Map(
    (await translationsOf(ctx, entry.id)).filter(({ language }) => language === input.language).map((made) => [made.field, made]),
  );
  const works = (await answerLoader(ctx).load(entry.id)).flatMap(({ field, value, version }) =>
    isForMachine(there.get(field)) && texts.has(field) && typeof value === "string" && value.trim() !== ""
      ? [{ ofId: entry.id, field, text: value, version }]
      : [],
  );
  await writeTranslations(ctx, "entry_id", await machineMade(ctx, works, { from: entry.language, to: input.language }));
  return answerWith(ctx, entry.id);
}
