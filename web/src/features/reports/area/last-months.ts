import { monthAt } from "@isonga/schema/report-rules";

/** The last months, this one included, as `YYYY-MM`. By UTC: within hours of a month's turn the server's own month decides anyway. */
export function lastMonths(now: Date, count: number): { readonly from: string; readonly to: string } {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count + 1, 1));
  return { from: monthAt(first, "UTC"), to: monthAt(now, "UTC") };
}
