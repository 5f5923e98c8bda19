import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { DecimalScalar, YearMonthScalar } from "../../kernel/graphql/scalars.ts";
import type { ReportState } from "./report.entity.ts";
import { MonthlyReportView, ReportStateEnum } from "./report.type.ts";

@ArgsType()
export class ReportsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Only of this jurisdiction and those below it." })
  readonly areaId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this service." })
  readonly serviceId?: string | null;

  @Field(() => YearMonthScalar, { nullable: true, description: "From this month on." })
  readonly from?: string | null;

  @Field(() => YearMonthScalar, { nullable: true, description: "Up to this month." })
  readonly to?: string | null;

  @Field(() => [ReportStateEnum], { nullable: true, description: "Only in these states." })
  readonly states?: readonly ReportState[] | null;

  @Field(() => Boolean, { nullable: true, description: "true: only those in which something stands out; false: only the others." })
  readonly flagged?: boolean | null;
}

@InputType({ description: "What a writer changed in one figure." })
export class FigureChangeInput {
  @Field(() => DecimalScalar, { nullable: true, description: "What the writer saw before; null for an empty cell." })
  readonly from?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What it becomes; null empties the cell." })
  readonly to?: string | null;
}

@InputType({ description: "The figures that a writer changed; the others are left as they are, whoever changes them." })
export class FigureChangesInput {
  @Field(() => FigureChangeInput, { nullable: true, description: "Applications waiting at the month's start." })
  readonly carriedOver?: FigureChangeInput | null;

  @Field(() => FigureChangeInput, { nullable: true, description: "Applications received." })
  readonly received?: FigureChangeInput | null;

  @Field(() => FigureChangeInput, { nullable: true, description: "Applications processed." })
  readonly processed?: FigureChangeInput | null;

  @Field(() => FigureChangeInput, { nullable: true, description: "Of the processed, those in time." })
  readonly processedInTime?: FigureChangeInput | null;

  @Field(() => FigureChangeInput, { nullable: true, description: "Hours summed over the processed." })
  readonly processingHours?: FigureChangeInput | null;

  @Field(() => FigureChangeInput, { nullable: true, description: "Of the received, those that citizens made themselves." })
  readonly selfApplications?: FigureChangeInput | null;
}

@InputType({ description: "Figures typed into a draft, complete or not." })
export class SaveReportFiguresInput {
  @Field(() => ID, { description: "The jurisdiction that reports." })
  readonly jurisdictionId: string;

  @Field(() => ID, { description: "The service." })
  readonly serviceId: string;

  @Field(() => YearMonthScalar, { description: "The month." })
  readonly month: string;

  @Field(() => Int, { nullable: true, description: "The version the writer saw; null when there was no report yet." })
  readonly version?: number | null;

  @Field(() => FigureChangesInput, { description: "What the writer changed." })
  readonly changes: FigureChangesInput;
}

@InputType({ description: "The drafts of a jurisdiction's month to submit." })
export class SubmitReportsInput {
  @Field(() => ID, { description: "The jurisdiction that reports." })
  readonly jurisdictionId: string;

  @Field(() => YearMonthScalar, { description: "The month." })
  readonly month: string;

  @Field(() => [ID], { nullable: true, description: "Only these services; all that the jurisdiction delivers unless told." })
  readonly serviceIds?: readonly string[] | null;
}

@InputType({ description: "A report as the asker saw it." })
export class ReportRefInput {
  @Field(() => ID, { description: "The report." })
  readonly id: string;

  @Field(() => Int, { description: "The version that was seen." })
  readonly version: number;
}

@InputType({ description: "All submitted reports of a month in an area and below it." })
export class AreaMonthInput {
  @Field(() => ID, { description: "The area." })
  readonly areaId: string;

  @Field(() => YearMonthScalar, { description: "The month." })
  readonly month: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Only of those jurisdictions that have submitted all their services of the month.",
  })
  readonly onlyComplete: boolean = false;

  @Field(() => Boolean, { defaultValue: false, description: "Leaves out reports in which something stands out." })
  readonly onlyUnflagged: boolean = false;
}

@InputType({ description: "Reports to approve: either named one by one, or all of an area's month." })
export class ApproveReportsInput {
  @Field(() => [ReportRefInput], { nullable: true, description: "These reports." })
  readonly reports?: readonly ReportRefInput[] | null;

  @Field(() => AreaMonthInput, { nullable: true, description: "The reports of an area's month." })
  readonly areaMonth?: AreaMonthInput | null;
}

@InputType({ description: "Submitted or approved reports to give back, with a reason." })
export class ReturnReportsInput {
  @Field(() => [ReportRefInput], { description: "The reports." })
  readonly reports: readonly ReportRefInput[];

  @Field(() => String, { description: "What has to be mended, for whoever reads it there." })
  readonly reason: string;
}

@InputType({ description: "Locked reports to open again, with a reason." })
export class ReopenReportsInput {
  @Field(() => [ReportRefInput], { description: "The reports." })
  readonly reports: readonly ReportRefInput[];

  @Field(() => String, { description: "Why; it stays in the audit record." })
  readonly reason: string;
}

@InputType({ description: "Approved reports to lock." })
export class LockReportsInput {
  @Field(() => ID, { description: "The area; with all below it." })
  readonly areaId: string;

  @Field(() => YearMonthScalar, { description: "The first month." })
  readonly from: string;

  @Field(() => YearMonthScalar, { description: "The last month." })
  readonly to: string;
}

@ObjectType({ implements: MutationPayload, description: "The draft as it is now: saved, or what stands against the save." })
export class SaveReportFiguresPayload extends MutationPayload {
  @Field(() => MonthlyReportView, {
    nullable: true,
    description: "The report; with a STALE_VERSION refusal the report as others have left it, to choose field by field.",
  })
  readonly report?: MonthlyReportView | null;
}

@ObjectType({ implements: MutationPayload, description: "The reports that were submitted." })
export class SubmitReportsPayload extends MutationPayload {
  @Field(() => [MonthlyReportView], { nullable: true, description: "The reports as they are now." })
  readonly reports?: readonly MonthlyReportView[] | null;
}

@ObjectType({ implements: MutationPayload, description: "How many reports were approved." })
export class ApproveReportsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "The number of reports that changed." })
  readonly count?: number | null;
}

@ObjectType({ implements: MutationPayload, description: "The reports that were returned." })
export class ReturnReportsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "The number of reports that changed." })
  readonly count?: number | null;
}

@ObjectType({ implements: MutationPayload, description: "The reports that were opened again." })
export class ReopenReportsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "The number of reports that changed." })
  readonly count?: number | null;
}

@ObjectType({ implements: MutationPayload, description: "How many reports were locked." })
export class LockReportsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "The number of reports that changed." })
  readonly count?: number | null;
}
