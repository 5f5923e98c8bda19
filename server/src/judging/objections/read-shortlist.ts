import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { findWindow, isOpen, isShown, type ObjectionWindow } from "./objection-window.ts";

/** A shortlist as the public may see it. */
export type Shortlist = Pick<ObjectionWindow, "startsAt" | "endsAt" | "grounds"> & {
  readonly isOpen: boolean;
  readonly entries: readonly {
    readonly reference: string;
    readonly title: string;
    readonly office: string | null;
    readonly area: string;
  }[];
};

/** The shortlist of a round from the beginning of its public objection on; null before, and for a round without. By title: ranks are not said. */
export async function readShortlist(ctx: Context, roundId: string): Promise<Shortlist | null> {
  const window = await findWindow(ctx, { id: roundId });
  if (!window || !isShown(window, ctx.now())) return null;
  const { rows } = await sql<Shortlist["entries"][number]>`select e.reference, e.title, agency.name as office, j.name as area
    from judged_entry je join entry e on e.id = je.entry_id join jurisdiction j on j.id = e.jurisdiction_id
    left join agency on agency.id = e.agency_id
    where je.judging_stage_id = ${window.afterStageId}::uuid and je.outcome = 'ADVANCED' order by lower(e.title), e.reference`.execute(
    ctx.db,
  );
  const { startsAt, endsAt, grounds } = window;
  return { startsAt, endsAt, grounds, isOpen: isOpen(window, ctx.now()), entries: rows };
}
