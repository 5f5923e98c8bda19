import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { GUESSES, type SlowGuessing, slowGuessing } from "./slow-guessing.ts";

let database: TestDatabase;
let pool: pg.Pool;
let guessing: SlowGuessing;
beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  guessing = slowGuessing(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const EMAIL = "berthe@example.org";

it("lets nobody try one account more than fifty times an hour, from however many addresses", async () => {
  expect(GUESSES.fromEverywhere).toEqual({ points: 50, duration: 3600 });
  for (let address = 0; address < 10; address += 1)
    for (let tries = 0; tries < 5; tries += 1) expect(await guessing.tryPassword(EMAIL, `192.0.2.${address}`)).toBe(0);
  const wait = await guessing.tryPassword(EMAIL, "203.0.113.1");
  expect(wait).toBeGreaterThan(3500);
  expect(wait).toBeLessThanOrEqual(3600);
  expect(await guessing.tryPassword("claire@example.org", "203.0.113.1")).toBe(0);
});

it("counts for all processes together, and what one address was refused does not count for the account", async () => {
  const other = slowGuessing(pool);
  expect(await other.tryPassword(EMAIL, "203.0.113.2")).toBeGreaterThan(3500);
  for (let tries = 0; tries < 60; tries += 1) await guessing.tryPassword("aline@example.org", "192.0.2.99");
  expect(await guessing.tryPassword("aline@example.org", "192.0.2.99")).toBeGreaterThan(0);
  expect(await other.tryPassword("aline@example.org", "203.0.113.3")).toBe(0);
});
