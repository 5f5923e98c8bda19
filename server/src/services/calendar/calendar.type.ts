import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";

@ObjectType({ description: "What the asker may do with a reporting calendar." })
export class CalendarViewerCan {
  @Field(() => Boolean, { description: "Set it." })
  readonly set: boolean;
}

@ObjectType({ description: "When a country's month turns, and by which day of the next month its reports are due." })
export class ReportingCalendar {
  @Field(() => ID, { description: "The country's id: each has one calendar." })
  readonly id: string;

  @Field(() => String, { description: "The country, ISO 3166-1." })
  readonly country: string;

  @Field(() => String, { description: "The country's name in the reader's language." })
  readonly name: string;

  @Field(() => String, { description: "IANA time zone in which its months turn." })
  readonly timeZone: string;

  @Field(() => Int, { description: "The last day of the next month on which a report is in time, 1 to 28." })
  readonly dueDay: number;

  @Field(() => Int, { description: "Counts its changes, 0 while nobody has set it; send it back with an edit." })
  readonly version: number;

  @Field(() => CalendarViewerCan, { description: "What the asker may do with it." })
  readonly viewerCan: CalendarViewerCan;
}

@InputType({ description: "A country's reporting calendar as it shall be." })
export class SetReportingCalendarInput {
  @Field(() => String, { description: "The country, ISO 3166-1." })
  readonly country: string;

  @Field(() => Int, { description: "The version that was edited." })
  readonly version: number;

  @Field(() => String, { description: "IANA time zone in which its months turn." })
  readonly timeZone: string;

  @Field(() => Int, { description: "The last day of the next month on which a report is in time, 1 to 28." })
  readonly dueDay: number;
}

@ObjectType({ implements: MutationPayload, description: "The calendar that was set." })
export class SetReportingCalendarPayload extends MutationPayload {
  @Field(() => ReportingCalendar, { nullable: true, description: "The calendar as it is now." })
  readonly calendar?: ReportingCalendar | null;
}
