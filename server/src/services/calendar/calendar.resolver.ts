import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { ReportingCalendar, SetReportingCalendarInput, SetReportingCalendarPayload } from "./calendar.type.ts";
import { listCalendars } from "./list-calendars.ts";
import { setReportingCalendar } from "./set-reporting-calendar.ts";

@Resolver()
export class CalendarResolver {
  @SignedIn()
  @Query(() => [ReportingCalendar], { description: "Each country's reporting calendar, in the order of the countries' codes." })
  reportingCalendars(@Ctx() ctx: Context): Promise<readonly ReportingCalendar[]> {
    return listCalendars(ctx);
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => SetReportingCalendarPayload, { description: "Sets when a country's month turns and when its reports are due." })
  setReportingCalendar(
    @Arg("input", () => SetReportingCalendarInput, { description: "The calendar." }) input: SetReportingCalendarInput,
    @Ctx() ctx: Context,
  ): Promise<SetReportingCalendarPayload> {
    return setReportingCalendar(ctx, input);
  }
}
