import type { Context } from "../../../kernel/context.ts";
import { actOnEntry, type SeenEntry } from "../load-for-act.ts";

/** Endorses an entry for its office: it goes to the coordinator. There is no deadline for it. Refuses as {@link actOnEntry} does. */
export function endorseEntry(ctx: Context, input: SeenEntry): Promise<{ readonly entryId: string }> {
  return actOnEntry(ctx, input, { act: "endorse" });
}
