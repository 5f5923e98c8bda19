import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { entryTasks } from "./innovations/custody/reads/entry-tasks.ts";
import { judgingTasks } from "./judging/home/judging-tasks.ts";
import type { Context } from "./kernel/context.ts";
import { SignedIn } from "./kernel/graphql/guard.ts";
import { HomeDeadline, HomeTask, RecentAct } from "./programmes/home/home.type.ts";
import { type HomeSource, homeTasks } from "./programmes/home/home-source.ts";
import { myRecentActs } from "./programmes/home/recent-acts.ts";
import { reportTasks } from "./programmes/home/report-tasks.ts";
import { homeDeadlines, roundTasks } from "./programmes/home/round-tasks.ts";

/** Everything that may wait for somebody: one line a noun. */
const homeSources: readonly HomeSource[] = [reportTasks, entryTasks, judgingTasks, roundTasks];

/** The most days ahead, and acts back, that may be asked for. */
const MOST = { days: 31, acts: 50 };

@Resolver()
export class HomeResolver {
  @SignedIn()
  @Query(() => [HomeTask], { description: "What waits for the asker, oldest first, each with one thing to do." })
  homeTasks(@Ctx() ctx: Context): Promise<readonly HomeTask[]> {
    return homeTasks(ctx, homeSources);
  }

  @SignedIn()
  @Query(() => [HomeDeadline], { description: "Stages that end soon, of rounds under way that the asker sees; the next first." })
  homeDeadlines(
    @Ctx() ctx: Context,
    @Arg("days", () => Int, { defaultValue: 3, description: "How many days ahead, at most 31." }) days: number,
  ): Promise<readonly HomeDeadline[]> {
    return homeDeadlines(ctx, Math.min(Math.max(days, 0), MOST.days));
  }

  @SignedIn()
  @Query(() => [RecentAct], { description: "What the asker did last, the latest first." })
  myRecentActs(
    @Ctx() ctx: Context,
    @Arg("limit", () => Int, { defaultValue: 8, description: "How many, at most 50." }) limit: number,
  ): Promise<readonly RecentAct[]> {
    return myRecentActs(ctx, Math.min(Math.max(limit, 0), MOST.acts));
  }
}
