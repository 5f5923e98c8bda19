import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { isTimeZone } from "../../kernel/time-zone.ts";
import { calendarPolicy } from "./calendar.policy.ts";
import type { SetReportingCalendarInput, SetReportingCalendarPayload } from "./calendar.type.ts";
import { listCalendars } from "./list-calendars.ts";

/**
 * Sets when a country's month turns and when its reports are due. What came in time is counted by the calendar as it is: past months
 * are counted anew. Refuses NOT_FOUND for a country without places, INVALID_VALUE for an unknown zone or a day outside 1 to 28,
 * STALE_VERSION.
 */
export async function setReportingCalendar(ctx: Context, input: SetReportingCalendarInput): Promise<SetReportingCalendarPayload> {
  const { country, timeZone, dueDay } = input;
  authorize(ctx.actor, calendarPolicy.set(ctx.actor, { country }));
  const [before] = await listCalendars(ctx, country);
  if (!before) throw new Refusal("NOT_FOUND", { field: "country" });
  refuseAll([...problems(input)]);
  // The version is asked for in the statement itself: of two who set it at once, one is refused.
  const set = await sql`insert into reporting_calendar as c (country, time_zone, due_day)
    select ${country}, ${timeZone}, ${dueDay}::int where ${input.version}::int = ${before.version}::int
    on conflict (country) do update set time_zone = excluded.time_zone, due_day = excluded.due_day, version = c.version + 1
      where c.version = ${input.version}::int`.execute(ctx.db);
  if (Number(set.numAffectedRows ?? 0) === 0) throw new Refusal("STALE_VERSION", { field: "version" });
  const [calendar] = await listCalendars(ctx, country);
  return { calendar: calendar ?? null };
}

const LAST_DUE_DAY = 28;

function* problems({ timeZone, dueDay }: SetReportingCalendarInput): Generator<Refusal> {
  if (!isTimeZone(timeZone)) yield new Refusal("INVALID_VALUE", { field: "timeZone", values: { value: timeZone } });
  if (dueDay < 1 || dueDay > LAST_DUE_DAY) yield new Refusal("INVALID_VALUE", { field: "dueDay", values: { value: dueDay } });
}
