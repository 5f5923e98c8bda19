import type { Context } from "../../../kernel/context.ts";
import { actOnEntry, type SeenEntry } from "../load-for-act.ts";

/** Passes an entry on to the verifiers after looking it through. There is no deadline for it. Refuses as {@link actOnEntry} does. */
export function checkEntry(ctx: Context, input: SeenEntry): Promise<{ readonly entryId: string }> {
  return actOnEntry(ctx, input, { act: "check" });
}
