import "reflect-metadata";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { atomically } from "../../kernel/atomically.ts";
import { fileSource } from "../../kernel/imports/row-source.ts";
import { configureMail } from "../../mail/mailer.ts";
import { ensureCountries } from "../../places/ensure-countries.ts";
import { importPlaces } from "../../places/import/import-places.ts";
import { DEMO_PEOPLE_ID } from "../accounts.ts";
import { addDemoPeople } from "../add-demo-people.ts";
import { importAll } from "../import-all.ts";
import { loadKipp } from "./load-kipp.ts";

let database: TestDatabase;
let connected: Connected;
const now = new Date("2026-11-22T03:00:00Z");
const contextAt = (instant?: string) => connected.context(undefined, () => (instant ? new Date(instant) : now));

beforeAll(async () => {
  database = await freshDatabase();
  connected = await connect(database.appUrl);
  configureMail(connected.orm, { publicUrl: "http://localhost:4000", smtpUrl: null, from: "Isonga <isonga@localhost>", folder: tmpdir() });
  const ctx = contextAt();
  await atomically(ctx, { verb: "test" }, () => ensureCountries(ctx, ["ID"]));
  const source = fileSource(resolve(import.meta.dirname, "../indonesia/places.csv"));
  await importAll(contextAt(), { importer: importPlaces, options: {}, source });
  await addDemoPeople(
    contextAt(),
    DEMO_PEOPLE_ID.filter(({ role }) => role === "VERIFIER"),
  );
  const start = performance.now();
  await loadKipp({ contextAt, step: () => {} });
  console.log(`the jury award was loaded in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}, 120_000);
afterAll(async () => {
  await connected.stop();
  await database.drop();
});

describe("the demo's jury award", () => {
  test("has forty proposals, twelve judges in two panels, and half of its desk scoring signed by the verbs of everybody", async () => {
    const { rows } =
      await sql<Counts>`select (select count(*)::int from judged_entry) as entries, (select count(*)::int from judge where state = 'ACCEPTED') as judges,
        (select count(*)::int from assignment) as assigned, (select count(*)::int from scorecard where state = 'SIGNED') as signed,
        (select count(*)::int from scorecard where state = 'DRAFT') as begun, (select count(*)::int from scorecard where outcome = 'ABSTAINED') as abstained,
        (select state from judging_stage where stage = 'desk') as state,
        (select count(distinct panel)::int from judge_seat where stage = 'desk') as panels`.execute(contextAt().db);
    const [counts] = rows;
    expect(counts).toMatchObject({ entries: 40, judges: 12, panels: 2, state: "SCORING" });
    expect(counts?.assigned).toBeGreaterThanOrEqual(38 * 3 + 20);
    expect((counts?.signed ?? 0) / (counts?.assigned ?? 1)).toBeGreaterThan(0.45);
    expect((counts?.signed ?? 0) / (counts?.assigned ?? 1)).toBeLessThan(0.7);
    expect(counts?.begun).toBe(12);
    expect(counts?.abstained).toBeGreaterThan(0);
  });

  test("is loaded once: a second start changes nothing", async () => {
    const count = () => sql<{ n: number }>`select count(*)::int as n from audit_event`.execute(contextAt().db);
    const before = (await count()).rows[0]?.n;
    await loadKipp({ contextAt, step: () => {} });
    expect((await count()).rows[0]?.n).toBe(before);
  });
});

type Counts = Readonly<Record<"entries" | "judges" | "assigned" | "signed" | "begun" | "abstained" | "panels", number>> & {
  readonly state: string;
};
