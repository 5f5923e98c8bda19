import type { Context } from "../../../kernel/context.ts";
import { actOnEntry, cleanReason, type SeenEntry } from "../load-for-act.ts";

/** Finds that an entry cannot take part, with the reason that its authors read. Refuses REASON_REQUIRED. */
export function excludeEntry(ctx: Context, input: SeenEntry & { readonly reason: string }): Promise<{ readonly entryId: string }> {
  return actOnEntry(ctx, input, { act: "exclude", reason: cleanReason(input.reason, { required: true }) });
}
