import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { type Connection, PageArgs } from "../../kernel/graphql/connection.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { YearMonthScalar } from "../../kernel/graphql/scalars.ts";
import { areaSeries } from "./area-series.ts";
import { MyReportArea } from "./report.type.ts";
import { reportAreas } from "./report-areas.ts";
import { areaCounts, childCounts, reportMonths } from "./report-overview.ts";
import { AreaMonth, ReportMonth, ReportOverview, ReportOverviewArea, ReportOverviewConnection } from "./report-overview.type.ts";

@ArgsType()
export class AreaWindowArgs {
  @Field(() => ID, { description: "The area." })
  readonly areaId: string;

  @Field(() => YearMonthScalar, { description: "The first month." })
  readonly from: string;

  @Field(() => YearMonthScalar, { description: "The last month." })
  readonly to: string;
}

@ArgsType()
export class AreaSeriesArgs extends AreaWindowArgs {
  @Field(() => ID, { nullable: true, description: "Only this service." })
  readonly serviceId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether reports that wait for approval are summed too." })
  readonly withSubmitted: boolean = false;
}

@Resolver(() => ReportOverview)
export class ReportOverviewResolver {
  @SignedIn()
  @Query(() => ReportOverview, { description: "Completeness and timeliness of an area's reports over months." })
  async reportOverview(@Args(() => AreaWindowArgs) window: AreaWindowArgs, @Ctx() ctx: Context): Promise<OverviewData> {
    return { ...(await areaCounts(ctx, window)), window };
  }

  @FieldResolver(() => ReportOverviewConnection, { description: "The areas right below it, in the order of their names." })
  children(
    @Root() overview: OverviewData,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ReportOverviewArea>> {
    return childCounts(ctx, overview.window, args);
  }

  @SignedIn()
  @Query(() => [MyReportArea], { description: "The areas at which the asker's reporting work begins." })
  reportAreas(@Ctx() ctx: Context): Promise<readonly MyReportArea[]> {
    return reportAreas(ctx);
  }

  @SignedIn()
  @Query(() => [ReportMonth], { description: "An area's months, the latest first, with how far their reports have come." })
  reportMonths(@Args(() => AreaWindowArgs) window: AreaWindowArgs, @Ctx() ctx: Context): Promise<readonly ReportMonth[]> {
    return reportMonths(ctx, window);
  }

  @SignedIn()
  @Query(() => [AreaMonth], { description: "An area's figures a month, oldest first: sums over it and all below it, then ratios." })
  areaSeries(@Args(() => AreaSeriesArgs) args: AreaSeriesArgs, @Ctx() ctx: Context): Promise<readonly AreaMonth[]> {
    return areaSeries(ctx, { ...args, serviceId: args.serviceId ?? null });
  }
}

type OverviewData = ReportOverview & { readonly window: AreaWindowArgs };
