import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";

/** A jurisdiction as reports see it, with its country's calendar. */
export type FoundPlace = {
  readonly id: string;
  readonly country: string;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
  /** Time zone of the country, in which its months turn. */
  readonly timeZone: string;
  /** The last day of the next month on which a report is in time. */
  readonly dueDay: number;
};

/** The jurisdiction with this id. Refuses NOT_FOUND, and INVALID_VALUE for what is no id. `field` names the input it came from. */
export async function findReportPlace(ctx: Context, id: string, field: string): Promise<FoundPlace> {
  const { rows } = await sql<FoundPlace>`select j.id, j.country, j.level, j.code, j.name, j.path::text as path,
      coalesce(c.time_zone, 'UTC') as "timeZone", coalesce(c.due_day, 10) as "dueDay"
    from jurisdiction j left join reporting_calendar c on c.country = j.country where j.id = ${checkedId(id, field)}::uuid`.execute(ctx.db);
  const [place] = rows;
  if (!place) throw new Refusal("NOT_FOUND", { field });
  return place;
}

/** The first day of a month, for a `date` column. */
export function firstDay(month: string): string {
  return `${month}-01`;
}
