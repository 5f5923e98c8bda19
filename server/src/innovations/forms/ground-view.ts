import { pickText } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { deadlineOf, type HeldEntry } from "../custody/submission-window.ts";
import { entryGround, type GroundKey, rowsOf } from "./entry-ground.ts";
import type { EntryGroundView, SubmissionView } from "./ground.type.ts";
import { newDraft, submissionLoader, todayIn, writingRefusal } from "./submission.ts";

/** The form and rules of an entry in the reader's language. */
export async function groundView(ctx: Context, entry: GroundKey): Promise<EntryGroundView> {
  const { form, instrument } = await entryGround(ctx, entry);
  const told = (text: Parameters<typeof pickText>[0]) => pickText(text, ctx.language);
  return {
    formId: entry.formId ?? null,
    instrumentId: entry.instrumentId,
    form,
    indicators: rowsOf(instrument, entry.kind).map((row) => ({
      code: row.code,
      name: told(row.names),
      description: told(row.descriptions),
      weight: String(row.weight),
      mandatory: row.mandatory,
      levels: row.levels.map(told),
      evidence: told(row.evidence),
    })),
    affairs: instrument.affairs.map(({ code, names }) => ({ code, name: told(names) || code })),
    eligibility: instrument.eligibility,
    largestFile: instrument.verification.largestFile,
    evidenceKinds: instrument.verification.kinds,
  };
}

/** When a round takes an entry: a new one unless told. One that came back has time of its own. */
export async function submissionView(ctx: Context, roundId: string, entry: HeldEntry = newDraft(ctx.now())): Promise<SubmissionView> {
  const window = await submissionLoader(ctx).load(roundId);
  const { endsAt, graceEndsAt } = deadlineOf(window, entry);
  const openNow = writingRefusal(window, entry, ctx.now()) === null;
  return {
    openNow,
    startsAt: window.opensAt,
    endsAt,
    graceUntil: graceEndsAt,
    today: todayIn(window, ctx.now()),
    timeZone: window.timeZone,
  };
}
