import { publishNow } from "@isonga/server/results/publications/publish-now";
import pg from "pg";
import { loadRwanda2022, type Rwanda2022 } from "../../world/rounds/rwanda-2022.ts";
import { createWorld, type World } from "../../world/world.ts";

/** A world with the award of 2022 (every fifth sector reports) decided but not yet published, and a connection beside the server's own. */
export type PartnerWorld = {
  readonly world: World;
  readonly rwanda: Rwanda2022;
  /** As the tables' owner, from another connection than any of the server's. */
  readonly owner: pg.Client;
  /** Publishes as the rules propose; a reason makes it a correction of the last one. */
  publish(options?: { readonly embargoUntil?: Date; readonly reason?: string }): Promise<{ readonly id: string; readonly number: number }>;
  stop(): Promise<void>;
};

/** The code of that round. */
export const ROUND = "service-awards-2022";

export async function createPartnerWorld(): Promise<PartnerWorld> {
  const world = await createWorld({ now: "2022-11-20T08:00:00Z" });
  const rwanda = await loadRwanda2022(world.database.ownerUrl, {
    only: (sector) => /[05]$/.test(sector),
    instrument: { minCompleteness: "0.1" },
  });
  const owner = new pg.Client(world.database.ownerUrl);
  await owner.connect();
  return {
    world,
    rwanda,
    owner,
    publish: ({ embargoUntil, reason } = {}) =>
      publishNow(world.app.operatorContext(), {
        round: ROUND,
        acceptProposals: true,
        embargoUntil: embargoUntil ?? null,
        reason: reason ?? null,
      }),
    async stop() {
      await owner.end();
      await world.stop();
    },
  };
}

export type Got = { readonly status: number; readonly headers: Headers; readonly text: string };

/** A plain GET, as a partner's program would send it. */
export async function get(world: World, path: string, headers: Record<string, string> = {}): Promise<Got> {
  const response = await fetch(new URL(path, world.url), { headers, redirect: "manual" });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** GET /partner/graphql with the document and its variables in the address. */
export function getQuery(
  world: World,
  query: string,
  options: { readonly variables?: object; readonly headers?: Record<string, string> } = {},
): Promise<Got> {
  const search = new URLSearchParams({ query, ...(options.variables ? { variables: JSON.stringify(options.variables) } : {}) });
  return get(world, `/partner/graphql?${search}`, options.headers);
}

/** Asks again until the answer is as wanted: a change reaches the server over a channel of its own, in milliseconds. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 2000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || performance.now() > deadline) return answer;
    await new Promise((done) => setTimeout(done, 5));
  }
}
