import type { Context } from "../../../kernel/context.ts";
import { Refusal, refuseAll } from "../../../kernel/refusal.ts";
import type { Entry } from "../../entries/entry.entity.ts";
import { entryProblems, type RuledEntry } from "../../forms/entry-problems.ts";
import { loadForAct, type SeenEntry } from "../load-for-act.ts";
import { deadlineOf, submissionWindow, whenOf } from "../submission-window.ts";
import { takeStep } from "../take-step.ts";

/**
 * Hands an entry in. It must be complete and eligible: every problem is refused at once, by its field. On time or in the time of grace, which is
 * marked; after it DEADLINE_PASSED, before it SUBMISSION_NOT_OPEN. From here on nobody's delay can make it lapse.
 */
export async function submitEntry(ctx: Context, input: SeenEntry): Promise<{ readonly entryId: string }> {
  const { entry, forId } = await loadForAct(ctx, input, "submit");
  const inGrace = await refuseOutOfTime(ctx, entry);
  const problems = await entryProblems(ctx, ruled(entry));
  refuseAll(problems.map(({ code, field, values }) => new Refusal(code, { field, values })));
  await takeStep(ctx, { entry, forId, act: "submit", inGrace });
  return { entryId: entry.id };
}

/** Whether it is handed in during the time of grace. */
async function refuseOutOfTime(ctx: Context, entry: Entry): Promise<boolean> {
  const window = await submissionWindow(ctx, entry.roundId);
  if (window?.roundState === "DECIDING") throw new Refusal("DEADLINE_PASSED");
  if (!window) throw new Refusal("SUBMISSION_NOT_OPEN");
  const time = whenOf(window, entry, ctx.now());
  if (time === "BEFORE") throw new Refusal("SUBMISSION_NOT_OPEN");
  if (time === "AFTER")
    throw new Refusal("DEADLINE_PASSED", { values: { deadline: deadlineOf(window, entry).endsAt?.toISOString() ?? "" } });
  return time === "IN_GRACE";
}

function ruled(entry: Entry): RuledEntry {
  const { id, roundId, kind, state, jurisdictionId, instrumentId, title } = entry;
  const { agencyId = null, innovationId = null, formId = null, copiedFromId = null } = entry;
  return { id, roundId, kind, state, jurisdictionId, instrumentId, title, agencyId, innovationId, formId, copiedFromId };
}
