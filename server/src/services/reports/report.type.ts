import { FIGURE_FIELDS, type FigureField } from "@isonga/schema/report-rules";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, DecimalScalar, type Instant, YearMonthScalar } from "../../kernel/graphql/scalars.ts";
import type { OutlierMeasure } from "../report-outliers.ts";
import { REPORT_STATES, type ReportState } from "./report.entity.ts";

export const ReportStateEnum = Object.fromEntries(REPORT_STATES.map((state) => [state, state]));
registerEnumType(ReportStateEnum, {
  name: "ReportState",
  description: "Where a monthly report stands; only APPROVED and LOCKED ones count.",
});

export const FigureEnum = Object.fromEntries(FIGURE_FIELDS.map((field) => [field, field]));
registerEnumType(FigureEnum, { name: "Figure", description: "One of the six figures of a monthly report." });

const MEASURES: readonly OutlierMeasure[] = ["carriedOver", "received", "processed", "processedInTime", "selfApplications", "meanHours"];
export const OutlierMeasureEnum = Object.fromEntries(MEASURES.map((measure) => [measure, measure]));
registerEnumType(OutlierMeasureEnum, {
  name: "OutlierMeasure",
  description: "What stood out: a figure, or the mean hours of a processed application.",
});

export type OutlierSide = "HIGH" | "LOW";
export const OutlierSideEnum = { HIGH: "HIGH", LOW: "LOW" };
registerEnumType(OutlierSideEnum, { name: "OutlierSide", description: "On which side of the usual a figure lies." });

@ObjectType({ description: "The six figures of a month; one that is not there yet is null." })
export class Figures {
  @Field(() => Int, { nullable: true, description: "Applications waiting at the month's start." })
  readonly carriedOver: number | null;

  @Field(() => Int, { nullable: true, description: "Applications received in the month." })
  readonly received: number | null;

  @Field(() => Int, { nullable: true, description: "Applications processed in the month." })
  readonly processed: number | null;

  @Field(() => Int, { nullable: true, description: "Of the processed, those within the service's longest time." })
  readonly processedInTime: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Hours from receipt to outcome, summed over the processed." })
  readonly processingHours: string | null;

  @Field(() => Int, { nullable: true, description: "Of the received, those that citizens made themselves." })
  readonly selfApplications: number | null;
}

@ObjectType({ description: "Why a report stands out among the months of its jurisdiction and service. It still counts." })
export class OutlierFlag {
  @Field(() => OutlierMeasureEnum, { description: "What stands out." })
  readonly measure: OutlierMeasure;

  @Field(() => OutlierSideEnum, { description: "Whether it is higher or lower than usual." })
  readonly side: OutlierSide;

  @Field(() => DecimalScalar, { description: "The reported value." })
  readonly value: string;

  @Field(() => DecimalScalar, { description: "The median of the months compared." })
  readonly median: string;

  @Field(() => DecimalScalar, { description: "The modified z-score, without sign; above 3.5 is flagged." })
  readonly score: string;
}

@ObjectType({ description: "A jurisdiction, as reports name it." })
export class ReportingArea {
  @Field(() => ID, { description: "The jurisdiction's id." })
  readonly id: string;

  @Field(() => String, { description: "Its key code." })
  readonly code: string;

  @Field(() => String, { description: "Its own name." })
  readonly name: string;

  @Field(() => String, { description: "Code of its level." })
  readonly level: string;

  @Field(() => String, { description: "Its country, ISO 3166-1." })
  readonly country: string;
}

@ObjectType({ description: "An area at which the asker's reporting work begins." })
export class MyReportArea extends ReportingArea {
  @Field(() => Boolean, { description: "Whether jurisdictions of its level deliver services, and so fill reports themselves." })
  readonly delivers: boolean;

  @Field(() => Boolean, { description: "Whether the asker approves reports there." })
  readonly mayApprove: boolean;
}

@ObjectType({ description: "What the asker may do with a report as it stands now." })
export class ReportViewerCan {
  @Field(() => Boolean, { description: "Change its figures, and submit it." })
  readonly edit: boolean;

  @Field(() => Boolean, { description: "Approve it." })
  readonly approve: boolean;

  @Field(() => Boolean, { description: "Return it with a reason." })
  readonly return: boolean;

  @Field(() => Boolean, { description: "Open it again although it is locked." })
  readonly reopen: boolean;
}

@ObjectType("MonthlyReport", { implements: Node, description: "A jurisdiction's figures for one service in one month." })
export class MonthlyReportView extends Node {
  @Field(() => ReportingArea, { description: "The jurisdiction that reports." })
  readonly area: ReportingArea;

  /** Resolved as `service`, batched. */
  readonly serviceId: string;

  @Field(() => YearMonthScalar, { description: "The month." })
  readonly month: string;

  @Field(() => Figures, { description: "The figures." })
  readonly figures: Figures;

  @Field(() => ReportStateEnum, { description: "Where it stands." })
  readonly state: ReportState;

  @Field(() => String, { nullable: true, description: "Why it was returned, until it is submitted again." })
  readonly returnReason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was first submitted." })
  readonly submittedAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was approved." })
  readonly approvedAt: Instant | null;

  @Field(() => DateTimeScalar, { description: "When it was last changed." })
  readonly updatedAt: Instant;

  @Field(() => [OutlierFlag], { description: "What stands out in it, once it is submitted." })
  readonly flags: readonly OutlierFlag[];

  @Field(() => Int, { description: "Counts its changes; send it back with an edit." })
  readonly version: number;

  @Field(() => ReportViewerCan, { description: "What the asker may do with it." })
  readonly viewerCan: ReportViewerCan;
}

export const ReportConnection = connectionType(MonthlyReportView, "MonthlyReport");

/** A figure's name and value pair in a history entry. */
@ObjectType({ description: "One change of one thing in a report." })
export class ReportFieldChange {
  @Field(() => String, { description: "A figure's name, `state` or `returnReason`." })
  readonly field: FigureField | "state" | "returnReason";

  @Field(() => String, { nullable: true, description: "What it was; null when it was not there." })
  readonly before: string | null;

  @Field(() => String, { nullable: true, description: "What it became." })
  readonly after: string | null;
}

@ObjectType({ description: "One act that changed a report." })
export class ReportEvent {
  @Field(() => ID, { description: "Id of the entry in the audit record." })
  readonly id: string;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at: Instant;

  @Field(() => String, { nullable: true, description: "Who; null for the platform itself." })
  readonly by: string | null;

  @Field(() => String, { description: "The act, e.g. `saveReportFigures`." })
  readonly verb: string;

  @Field(() => String, { nullable: true, description: "The reason that was given." })
  readonly reason: string | null;

  @Field(() => [ReportFieldChange], { description: "What changed." })
  readonly changes: readonly ReportFieldChange[];
}
