import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type ReportPlace, reportPolicy } from "./report.policy.ts";
import { type ReportRow, selectReports } from "./report-rows.ts";

/** What somebody wants to do to reports they saw. */
export type SeenReports = {
  readonly reports: readonly { readonly id: string; readonly version: number }[];
  readonly allowed: (actor: Actor, at: ReportPlace) => boolean;
};

/**
 * The reports that the asker saw, locked for a change. Refuses NOT_FOUND for one they may not see, FORBIDDEN, STALE_VERSION, and more
 * than one request may name (INVALID_VALUE).
 */
export async function seenReports(ctx: Context, { reports, allowed }: SeenReports): Promise<readonly ReportRow[]> {
  if (reports.length === 0) throw new Refusal("REQUIRED", { field: "reports" });
  if (reports.length > LIMITS.bulkRows) throw new Refusal("INVALID_VALUE", { field: "reports", values: { max: LIMITS.bulkRows } });
  const found = await selectReports(
    ctx,
    sql`where r.id = any(${reports.map((report) => report.id)}::uuid[]) order by r.id for update of r`,
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  return reports.map(({ id, version }, index) => {
    const row = byId.get(id);
    if (!row || !reportPolicy.view(ctx.actor, row)) throw new Refusal("NOT_FOUND", { field: `reports.${index}.id` });
    authorize(ctx.actor, allowed(ctx.actor, row));
    if (row.version !== version) throw new Refusal("STALE_VERSION", { field: `reports.${index}.version` });
    return row;
  });
}

/** A reason worth keeping. Refuses REASON_REQUIRED, TOO_LONG. */
export function cleanReason(reason: string): string {
  const trimmed = reason.trim();
  if (trimmed === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  if (trimmed.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  return trimmed;
}
