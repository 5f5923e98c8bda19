import { ANSWERS_AT_ONCE, innovationOf } from "@isonga/schema/entry-answers";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { entryAnswer } from "../entries/list-entries.ts";
import { loadForWriting, touch } from "../entries/writing.ts";
import { entryGround } from "../forms/entry-ground.ts";
import { forgetEntry } from "../forms/entry-problems.ts";
import { submissionLoader, todayIn } from "../forms/submission.ts";
import type { SaveAnswersInput, SaveAnswersPayload } from "./answer.type.ts";
import { answerLoader, answersOf } from "./answer-loaders.ts";
import { originalView } from "./answer-views.ts";
import { shownTitle, tellInnovation } from "./innovation-facts.ts";
import { sortAnswers, writeAnswers } from "./write-answers.ts";

/**
 * Saves what a writer typed, field by field: complete or not, since saving never judges, but what has not the shape of its field is not
 * kept. A field that somebody else changed meanwhile is answered as a conflict and left as it is; the others are saved. What is bound
 * tells the innovation too. Refuses as `loadForWriting` does.
 */
export async function saveAnswers(ctx: Context, input: SaveAnswersInput): Promise<SaveAnswersPayload> {
  if (input.answers.length > ANSWERS_AT_ONCE) throw new Refusal("TOO_LONG", { field: "answers", values: { max: ANSWERS_AT_ONCE } });
  const { entry } = await loadForWriting(ctx, input.entryId);
  const { form } = await entryGround(ctx, entry);
  const today = todayIn(await submissionLoader(ctx).load(entry.roundId), ctx.now());
  const sorted = sortAnswers(input.answers, await answerLoader(ctx).load(entry.id), { form, today });
  await writeAnswers(ctx, entry.id, sorted.changed);
  forgetEntry(ctx, entry.id);
  const rows = await answerLoader(ctx).load(entry.id);
  if (sorted.changed.length > 0) {
    const changed = Object.fromEntries(sorted.changed.map(({ field, value }) => [field, value]));
    await touch(ctx, entry.id, entry.kind === "REGIONAL" ? null : shownTitle(innovationOf(form, answersOf(rows)).title));
    await tellInnovation(ctx, entry, { form, answers: changed });
  }
  const stand = new Set([...sorted.changed, ...sorted.unchanged].map(({ field }) => field));
  return {
    entry: await entryAnswer(ctx, entry.id),
    saved: rows.filter(({ field }) => stand.has(field)).map((row) => originalView(row, entry.language)),
    conflicts: sorted.conflicts,
    notSaved: sorted.notSaved,
  };
}
