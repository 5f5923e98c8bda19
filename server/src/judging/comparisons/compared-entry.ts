import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { judgedEntry } from "../desk/judged-entry.ts";
import type { JudgedEntry } from "../desk/judged-entry.type.ts";
import { myDeskOnce } from "../desk/read-queue.ts";
import type { ComparisonView } from "./comparison.type.ts";

/** One side of a pair, as its judge sees it: both entries are theirs to judge. */
export async function comparedEntry(ctx: Context, comparison: ComparisonView, side: "LEFT" | "RIGHT"): Promise<JudgedEntry> {
  const { stage, rows } = await myDeskOnce(ctx, comparison.stageId);
  const entryId = side === "LEFT" ? comparison.leftEntryId : comparison.rightEntryId;
  const own = rows.find((row) => row.entryId === entryId && row.endKind === null && !row.entryOut);
  if (!own) throw new Refusal("NOT_FOUND");
  return judgedEntry(ctx, { entryId, reference: own.reference, assignmentId: own.assignmentId, rules: stage.rules });
}
