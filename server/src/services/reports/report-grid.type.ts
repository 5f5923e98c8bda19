import type { FigureField } from "@isonga/schema/report-rules";
import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, DecimalScalar, type Instant, YearMonthScalar } from "../../kernel/graphql/scalars.ts";
import { ServiceView } from "../service.type.ts";
import { FigureEnum, Figures, MonthlyReportView, ReportingArea } from "./report.type.ts";

@ObjectType({ description: "The usual range of a figure, from its last twelve months: what lies outside would be flagged." })
export class UsualRange {
  @Field(() => FigureEnum, { description: "The figure." })
  readonly figure: FigureField;

  @Field(() => DecimalScalar, { description: "The lower end." })
  readonly low: string;

  @Field(() => DecimalScalar, { description: "The median." })
  readonly median: string;

  @Field(() => DecimalScalar, { description: "The upper end." })
  readonly high: string;
}

@ObjectType({ description: "One service's row in the grid of a month." })
export class ReportGridRow {
  /** Resolved as `service`, batched. */
  readonly serviceId: string;

  @Field(() => ServiceView, { description: "The service." })
  readonly service?: ServiceView;

  @Field(() => MonthlyReportView, { nullable: true, description: "Its report; null while nothing has been saved." })
  readonly report: MonthlyReportView | null;

  @Field(() => Figures, { nullable: true, description: "The figures of the month before, if they were reported." })
  readonly lastMonth: Figures | null;

  @Field(() => Int, { nullable: true, description: "What last month leaves waiting: carriedOver + received − processed." })
  readonly expectedCarriedOver: number | null;

  @Field(() => [UsualRange], { description: "What is usual here, for the figures with six months or more to compare." })
  readonly usual: readonly UsualRange[];
}

@ObjectType({ description: "What the asker may do with a jurisdiction's month." })
export class ReportGridViewerCan {
  @Field(() => Boolean, { description: "Fill and submit it." })
  readonly edit: boolean;

  @Field(() => Boolean, { description: "Approve and return its reports." })
  readonly approve: boolean;
}

@ObjectType({ description: "A jurisdiction's month: the services it delivers, each with its six figures." })
export class ReportGrid {
  @Field(() => ReportingArea, { description: "The jurisdiction." })
  readonly area: ReportingArea;

  @Field(() => YearMonthScalar, { description: "The month." })
  readonly month: string;

  @Field(() => YearMonthScalar, { description: "The month it is now there; a later one cannot be reported." })
  readonly currentMonth: string;

  @Field(() => DateTimeScalar, { description: "Until when a report of this month is in time." })
  readonly dueAt: Instant;

  @Field(() => String, { description: "The jurisdiction's time zone." })
  readonly timeZone: string;

  @Field(() => [ReportGridRow], { description: "The rows, in the order of the services' codes." })
  readonly rows: readonly ReportGridRow[];

  @Field(() => ReportGridViewerCan, { description: "What the asker may do." })
  readonly viewerCan: ReportGridViewerCan;
}
