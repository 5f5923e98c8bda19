import { spawn } from "node:child_process";
import { resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { loadRwanda2022, type Rwanda2022 } from "../../../../test/world/rounds/rwanda-2022.ts";

let database: TestDatabase;
let rwanda: Rwanda2022;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  rwanda = await loadRwanda2022(database.ownerUrl, { only: (sector) => sector.startsWith("1") });
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const states = async () => {
  const { rows } =
    await owner.query(`select (select count(*)::int from publication) as publications, (select count(*)::int from published_result) as results,
    (select count(*)::int from decision) as decisions, (select count(*)::int from monthly_report where state = 'LOCKED') as locked,
    (select count(*)::int from outbox_event) as events, (select state from round) as state`);
  return rows[0] as Record<string, unknown>;
};

const until = async (question: () => Promise<boolean>) => {
  for (let tries = 0; tries < 600; tries++) {
    if (await question()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("it did not come to that in 30 seconds");
};

it("leaves nothing half-written when the process is killed in the middle, and goes through afterwards", async () => {
  const blocker = new pg.Client(database.ownerUrl);
  await blocker.connect();
  await blocker.query("begin; lock table outbox_event in exclusive mode");
  const child = publishInChild();
  const ended = new Promise((done) => child.once("exit", done));
  // Everything but the event is written by now, and waits for it.
  await until(async () => (await counted("pg_locks where not granted and relation = 'outbox_event'::regclass")) === 1);
  child.kill("SIGKILL");
  await ended;
  await blocker.query("rollback");
  await blocker.end();
  await until(async () => (await counted("pg_stat_activity where datname = current_database() and usename = 'isonga_app'")) === 0);
  expect(await states()).toEqual({ publications: 0, results: 0, decisions: 0, locked: 0, events: 0, state: "DECIDING" });

  const again = publishInChild();
  expect(await new Promise((done) => again.once("exit", done))).toBe(0);
  expect(await states()).toMatchObject({ publications: 1, results: 451, events: 2, state: "PUBLISHED" });
}, 120_000);

function publishInChild() {
  const file = resolve(import.meta.dirname, "publish-child.fixture.ts");
  return spawn(
    "node",
    ["--import", resolve(import.meta.dirname, "../../../scripts/decorators.ts"), file, database.appUrl, rwanda.roundId],
    {
      cwd: resolve(import.meta.dirname, "../../.."),
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
}

async function counted(what: string): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from ${what}`);
  return (rows[0] as { readonly n: number }).n;
}
