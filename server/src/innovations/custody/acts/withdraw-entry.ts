import type { Context } from "../../../kernel/context.ts";
import { actOnEntry, cleanReason, type SeenEntry } from "../load-for-act.ts";

/** Takes an entry out of the round, with a reason if one likes. It can be resumed while the round takes entries. */
export function withdrawEntry(ctx: Context, input: SeenEntry & { readonly reason?: string | null }): Promise<{ readonly entryId: string }> {
  return actOnEntry(ctx, input, { act: "withdraw", reason: cleanReason(input.reason, { required: false }) });
}
