import type { Context } from "../../kernel/context.ts";
import { cardView } from "../desk/card-view.ts";
import type { CardPayload, SaveCardInput } from "./card.inputs.ts";
import { timeOfAct } from "./card-time.ts";
import { lockCard } from "./lock-card.ts";
import { mergeCard } from "./merge-card.ts";
import { writeCard } from "./write-card.ts";

/**
 * Keeps what a judge gave so far: complete or not, each mark with a version of its own. What was changed on another device meanwhile is answered
 * as a conflict and left as it is; the rest is kept. Refuses as `lockCard`, `timeOfAct` and `mergeCard` do.
 */
export async function saveCard(ctx: Context, input: SaveCardInput): Promise<CardPayload> {
  const claimed = claimedTime(input.actedAt);
  const mine = await lockCard(ctx, input.assignmentId, claimed);
  timeOfAct({ ...mine, claimed, now: ctx.now() });
  const merged = mergeCard(mine.stage.rules.criteria, mine.row, input);
  const row = merged.changed.length > 0 || merged.notesChanged ? await writeCard(ctx, mine, merged) : mine.row;
  return {
    card: cardView(ctx, mine.stage, row),
    conflicts: merged.conflicts,
    notesConflict: merged.notesConflict ? merged.notes : null,
  };
}

/** What a device says of when something was done. */
export function claimedTime(actedAt: Date | string | null | undefined): Date | null {
  return actedAt === null || actedAt === undefined ? null : new Date(actedAt);
}
