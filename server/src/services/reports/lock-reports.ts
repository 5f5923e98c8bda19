import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { findReportPlace, firstDay } from "./find-report-place.ts";
import type { LockReportsInput, LockReportsPayload } from "./report.inputs.ts";
import { reportPolicy } from "./report.policy.ts";

/** Locks the approved reports of an area and of all below it: for administrators and coordinators of the whole country. */
export async function lockReports(ctx: Context, input: LockReportsInput): Promise<LockReportsPayload> {
  const place = await findReportPlace(ctx, input.areaId, "areaId");
  authorize(ctx.actor, reportPolicy.lock(ctx.actor, place));
  return { count: await lockApproved(ctx, { path: place.path, from: input.from, to: input.to }) };
}

/** A subtree and months, both ends included. */
export type LockedWindow = { readonly path: string; readonly from: string; readonly to: string };

/** The same without asking who: for a round that closes. Answers how many were locked. */
export async function lockApproved(ctx: Context, { path, from, to }: LockedWindow): Promise<number> {
  const locked = await sql`update monthly_report r set state = 'LOCKED', version = r.version + 1, updated_at = ${ctx.now()}
    from jurisdiction j where j.id = r.jurisdiction_id and j.path <@ ${path}::ltree and r.state = 'APPROVED'
      and r.month between ${firstDay(from)}::date and ${firstDay(to)}::date`.execute(ctx.db);
  return Number(locked.numAffectedRows ?? 0);
}
