import { Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, DecimalScalar, type Instant, YearMonthScalar } from "../../kernel/graphql/scalars.ts";
import { ReportingArea } from "./report.type.ts";

@ObjectType({ description: "How many reports are expected and how far they have come." })
export class ReportCounts {
  @Field(() => Int, { description: "Services × months that the jurisdictions deliver." })
  readonly expected: number;

  @Field(() => Int, { description: "Drafts: begun, or returned." })
  readonly drafted: number;

  @Field(() => Int, { description: "Submitted and waiting for approval." })
  readonly submitted: number;

  @Field(() => Int, { description: "Approved or locked: these count." })
  readonly approved: number;

  @Field(() => Int, { description: "Of the approved, those that are locked." })
  readonly locked: number;

  @Field(() => Int, { description: "Submitted by the due day, whatever their state after that." })
  readonly onTime: number;

  @Field(() => Int, { description: "Submitted after the due day." })
  readonly late: number;

  @Field(() => Int, { description: "Not begun." })
  readonly missing: number;

  @Field(() => Int, { description: "Submitted or approved reports in which something stands out." })
  readonly flagged: number;
}

@ObjectType({ description: "An area's reports with those of all below it, counted." })
export class ReportOverviewArea {
  @Field(() => ReportingArea, { description: "The area." })
  readonly area: ReportingArea;

  @Field(() => ReportCounts, { description: "The counts over it and all below it." })
  readonly counts: ReportCounts;
}

export const ReportOverviewConnection = connectionType(ReportOverviewArea, "ReportOverviewArea");

@ObjectType({ description: "What the asker may do with an area's reports as a whole." })
export class ReportOverviewViewerCan {
  @Field(() => Boolean, { description: "Lock those that are approved." })
  readonly lock: boolean;
}

@ObjectType({ description: "Completeness and timeliness of an area over months." })
export class ReportOverview {
  @Field(() => ReportingArea, { description: "The area." })
  readonly area: ReportingArea;

  @Field(() => ReportCounts, { description: "The counts over it and all below it." })
  readonly counts: ReportCounts;

  @Field(() => ReportOverviewViewerCan, { description: "What the asker may do with them." })
  readonly viewerCan: ReportOverviewViewerCan;
}

@ObjectType({ description: "One month of an area's reports, counted." })
export class ReportMonth {
  @Field(() => YearMonthScalar, { description: "The month." })
  readonly month: string;

  @Field(() => DateTimeScalar, { description: "Until when a report of this month is in time." })
  readonly dueAt: Instant;

  @Field(() => ReportCounts, { description: "The counts over the area and all below it." })
  readonly counts: ReportCounts;
}

@ObjectType({ description: "One month of an area's figures, summed over it and all below it, then divided." })
export class AreaMonth {
  @Field(() => YearMonthScalar, { description: "The month." })
  readonly month: string;

  @Field(() => Int, { description: "Reports that are summed." })
  readonly reports: number;

  @Field(() => DecimalScalar, { description: "Applications waiting at the month's start." })
  readonly carriedOver: string;

  @Field(() => DecimalScalar, { description: "Applications received." })
  readonly received: string;

  @Field(() => DecimalScalar, { description: "Applications processed." })
  readonly processed: string;

  @Field(() => DecimalScalar, { description: "Of the processed, those in time." })
  readonly processedInTime: string;

  @Field(() => DecimalScalar, { description: "Applications that citizens made themselves." })
  readonly selfApplications: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Processed ÷ (received + carried over), 0 to 1, four places; null over nothing.",
  })
  readonly processingRate: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Hours ÷ processed, two places; null when nothing was processed." })
  readonly meanHours: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Processed in time ÷ processed, 0 to 1, four places." })
  readonly onTimeShare: string | null;
}
