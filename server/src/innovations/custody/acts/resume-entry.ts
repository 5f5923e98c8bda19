import type { Context } from "../../../kernel/context.ts";
import { actOnEntry, type SeenEntry } from "../load-for-act.ts";

/** Takes a withdrawn entry up again, as a draft. Refuses as {@link actOnEntry} does. */
export function resumeEntry(ctx: Context, input: SeenEntry): Promise<{ readonly entryId: string }> {
  return actOnEntry(ctx, input, { act: "resume" });
}
