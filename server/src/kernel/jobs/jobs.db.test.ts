import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type World } from "../../../../test/world/world.ts";

let world: World;
let client: pg.Client;
beforeAll(async () => {
  world = await createWorld({ now: "2020-05-01T09:00:00+02:00" });
  client = new pg.Client(world.database.appUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await world.stop();
});

it("lets a job that asks for itself again wait by the database's clock too, so that none runs without a pause", async () => {
  await expect.poll(waiting, { timeout: 10_000 }).toContain("remove-expired-uploads");
  await expect.poll(() => count("where run_at < now() and attempts = 0 and key is not null"), { timeout: 10_000 }).toBe(0);
});

/** Names of those that wait for hours, though the platform's clock is years behind. */
async function waiting(): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select task_identifier as name from graphile_worker.jobs where run_at > now() + interval '3 hours'",
  );
  return rows.map(({ name }) => name);
}

async function count(where: string): Promise<number> {
  return (await client.query(`select from graphile_worker.jobs ${where}`)).rowCount ?? 0;
}
