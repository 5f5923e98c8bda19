import type { Context } from "../../kernel/context.ts";
import type { HomeTask } from "./home.type.ts";

/** Finds what of one noun waits for the actor, in one statement or two. `server/src/home.ts` lists them all. */
export type HomeSource = (ctx: Context) => Promise<readonly HomeTask[]>;

/** What a task is when it is about nothing more. */
export const BARE_TASK = {
  dueAt: null,
  judgingId: null,
  month: null,
  placeId: null,
  placeName: null,
  roundCode: null,
  roundName: null,
  timeZone: null,
} as const satisfies Partial<HomeTask>;

/** All that waits for the actor, oldest first. */
export async function homeTasks(ctx: Context, sources: readonly HomeSource[]): Promise<readonly HomeTask[]> {
  const tasks: HomeTask[] = [];
  for (const source of sources) tasks.push(...(await source(ctx)));
  const at = (task: HomeTask) => new Date(task.since).getTime();
  return tasks.sort((a, b) => at(a) - at(b) || a.id.localeCompare(b.id, "en"));
}
