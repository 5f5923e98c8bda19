import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import type { Connection } from "../../kernel/graphql/connection.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import type { NodeSource } from "../../kernel/graphql/node-sources.ts";
import { YearMonthScalar } from "../../kernel/graphql/scalars.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { serviceLoader } from "../list-services.ts";
import { ServiceView } from "../service.type.ts";
import { approveReports } from "./approve-reports.ts";
import { findReport, listReports } from "./list-reports.ts";
import { lockReports } from "./lock-reports.ts";
import {
  ApproveReportsInput,
  ApproveReportsPayload,
  LockReportsInput,
  LockReportsPayload,
  ReopenReportsInput,
  ReopenReportsPayload,
  ReportsArgs,
  ReturnReportsInput,
  ReturnReportsPayload,
  SaveReportFiguresInput,
  SaveReportFiguresPayload,
  SubmitReportsInput,
  SubmitReportsPayload,
} from "./report.inputs.ts";
import { MonthlyReportView, ReportConnection, ReportEvent } from "./report.type.ts";
import { reportGrid } from "./report-grid.ts";
import { ReportGrid, ReportGridRow } from "./report-grid.type.ts";
import { reportHistory } from "./report-history.ts";
import { reopenReports, returnReports } from "./return-reports.ts";
import { saveReportFigures } from "./save-report-figures.ts";
import { submitReports } from "./submit-reports.ts";

@Resolver(() => MonthlyReportView)
export class ReportResolver {
  @SignedIn()
  @Query(() => ReportConnection, { description: "The monthly reports that the asker may see, the latest month first." })
  reports(@Args(() => ReportsArgs) args: ReportsArgs, @Ctx() ctx: Context): Promise<Connection<MonthlyReportView>> {
    return listReports(ctx, args);
  }

  @SignedIn()
  @Query(() => ReportGrid, { description: "A jurisdiction's month to be filled: services down, figures across." })
  reportGrid(
    @Arg("jurisdictionId", () => ID, { description: "The jurisdiction." }) jurisdictionId: string,
    @Arg("month", () => YearMonthScalar, { description: "The month." }) month: string,
    @Ctx() ctx: Context,
  ): Promise<ReportGrid> {
    return reportGrid(ctx, jurisdictionId, month);
  }

  @SignedIn()
  @Query(() => [ReportEvent], { description: "The latest acts on a report, newest first: who, when, before and after." })
  reportHistory(
    @Arg("reportId", () => ID, { description: "The report." }) reportId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly ReportEvent[]> {
    return reportHistory(ctx, reportId);
  }

  @FieldResolver(() => ServiceView, { description: "The service that is reported." })
  service(@Root() report: MonthlyReportView, @Ctx() ctx: Context): Promise<ServiceView> {
    return loadService(ctx, report.serviceId);
  }

  @ForRoles("STAFF", "COORDINATOR", "ADMINISTRATOR")
  @Mutation(() => SaveReportFiguresPayload, { description: "Saves figures into a draft; never judges whether they agree." })
  saveReportFigures(
    @Arg("input", () => SaveReportFiguresInput, { description: "What was typed." }) input: SaveReportFiguresInput,
    @Ctx() ctx: Context,
  ): Promise<SaveReportFiguresPayload> {
    return saveReportFigures(ctx, input);
  }

  @ForRoles("STAFF", "COORDINATOR", "ADMINISTRATOR")
  @Mutation(() => SubmitReportsPayload, { description: "Submits a jurisdiction's drafts of a month, all or none." })
  submitReports(
    @Arg("input", () => SubmitReportsInput, { description: "Which." }) input: SubmitReportsInput,
    @Ctx() ctx: Context,
  ): Promise<SubmitReportsPayload> {
    return submitReports(ctx, input);
  }

  @ForRoles("COORDINATOR", "ADMINISTRATOR")
  @Mutation(() => ApproveReportsPayload, { description: "Approves submitted reports; from then on they count." })
  approveReports(
    @Arg("input", () => ApproveReportsInput, { description: "Which." }) input: ApproveReportsInput,
    @Ctx() ctx: Context,
  ): Promise<ApproveReportsPayload> {
    return approveReports(ctx, input);
  }

  @ForRoles("COORDINATOR", "ADMINISTRATOR")
  @Mutation(() => ReturnReportsPayload, { description: "Gives reports back to their writers with a reason." })
  returnReports(
    @Arg("input", () => ReturnReportsInput, { description: "Which, and why." }) input: ReturnReportsInput,
    @Ctx() ctx: Context,
  ): Promise<ReturnReportsPayload> {
    return returnReports(ctx, input);
  }

  @ForRoles("COORDINATOR", "ADMINISTRATOR")
  @Mutation(() => LockReportsPayload, { description: "Locks the approved reports of an area's months." })
  lockReports(
    @Arg("input", () => LockReportsInput, { description: "Which." }) input: LockReportsInput,
    @Ctx() ctx: Context,
  ): Promise<LockReportsPayload> {
    return lockReports(ctx, input);
  }

  @ForRoles("ADMINISTRATOR")
  @Mutation(() => ReopenReportsPayload, { description: "Opens locked reports again, with a reason." })
  reopenReports(
    @Arg("input", () => ReopenReportsInput, { description: "Which, and why." }) input: ReopenReportsInput,
    @Ctx() ctx: Context,
  ): Promise<ReopenReportsPayload> {
    return reopenReports(ctx, input);
  }
}

@Resolver(() => ReportGridRow)
export class ReportGridRowResolver {
  @FieldResolver(() => ServiceView, { description: "The service." })
  service(@Root() row: ReportGridRow, @Ctx() ctx: Context): Promise<ServiceView> {
    return loadService(ctx, row.serviceId);
  }
}

/** Monthly reports for `node(id:)`. */
export const reportNodes: NodeSource = { typename: "MonthlyReport", table: "monthly_report", find: findReport };

async function loadService(ctx: Context, id: string): Promise<ServiceView> {
  const service = await serviceLoader(ctx).load(id);
  if (!service) throw new Refusal("NOT_FOUND");
  return service;
}
