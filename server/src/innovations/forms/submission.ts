import DataLoader from "dataloader";
import { type Context, memoized } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { localOfInstant } from "../../programmes/rounds/zoned-time.ts";
import { type HeldEntry, type SubmissionWindow, submissionWindows, whenOf } from "../custody/submission-window.ts";

/** When rounds take entries, batched by round id. */
export function submissionLoader(ctx: Context): DataLoader<string, SubmissionWindow> {
  return memoized(ctx, submissionLoader, () => {
    return new DataLoader<string, SubmissionWindow>(async (ids) => {
      const windows = await submissionWindows(ctx, ids);
      return ids.map((id) => windows.get(id) ?? new Error(`there is no round ${id}`));
    });
  });
}

/**
 * Why an entry may not be written now; null when it may: as long as it may be handed in. Refuses nothing by itself. A new one is a draft that
 * is held from now on.
 */
export function writingRefusal(window: SubmissionWindow, entry: HeldEntry, now: Date): Refusal | null {
  if (window.roundState === "DRAFT") return new Refusal("SUBMISSION_NOT_OPEN");
  if (window.roundState !== "OPEN") return new Refusal("DEADLINE_PASSED");
  const when = whenOf(window, entry, now);
  if (when === "BEFORE") return new Refusal("SUBMISSION_NOT_OPEN");
  return when === "AFTER" ? new Refusal("DEADLINE_PASSED") : null;
}

/** A draft as one begun now would be. */
export function newDraft(now: Date): HeldEntry {
  return { state: "DRAFT", heldSince: now };
}

/** Today in the round's zone. */
export function todayIn({ timeZone }: Pick<SubmissionWindow, "timeZone">, now: Date): string {
  return localOfInstant(now, timeZone).slice(0, 10);
}
