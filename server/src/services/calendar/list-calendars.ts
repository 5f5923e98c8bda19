import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { calendarPolicy } from "./calendar.policy.ts";
import type { ReportingCalendar } from "./calendar.type.ts";

/** Each country's calendar, in the order of the countries' codes; one that nobody has set is in UTC and due on the 10th. */
export async function listCalendars(ctx: Context, country: string | null = null): Promise<ReportingCalendar[]> {
  const { rows } = await sql<Row>`select j.id, j.country, j.name, j.names, coalesce(c.time_zone, 'UTC') as "timeZone",
      coalesce(c.due_day, 10) as "dueDay", coalesce(c.version, 0) as version
    from jurisdiction j left join reporting_calendar c on c.country = j.country
    where j.parent_id is null and (${country}::text is null or j.country = ${country}) order by j.country`.execute(ctx.db);
  return rows.map(({ names, name, ...row }) => ({
    ...row,
    name: pickText(names, ctx.language) || name,
    viewerCan: { set: calendarPolicy.set(ctx.actor, row) },
  }));
}

type Row = Omit<ReportingCalendar, "viewerCan"> & { readonly names: LocalizedText };
