import type { AuditEventFilter } from "../../gql/graphql.ts";

/** The filter in an address: `type`, `subject`, `actor`, `verb`, `from`, `to` (days of this device's zone, both included). */
export function readFilter(search: URLSearchParams): AuditEventFilter {
  return {
    subjectType: search.get("type") || null,
    subjectId: search.get("subject") || null,
    actorId: search.get("actor") || null,
    verb: search.get("verb") || null,
    from: startOfDay(search.get("from"), 0),
    to: startOfDay(search.get("to"), 1),
  };
}

/** The first instant of a day `YYYY-MM-DD`, or of one so many days later, on this device's clock; null for what is no day. */
function startOfDay(day: string | null, later: number): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  if (match === null) return null;
  return new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + later).toISOString();
}
