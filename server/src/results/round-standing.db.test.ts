import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/world/database.ts";
import { type Connected, connect } from "../../../test/world/operator.ts";
import { loadRwanda2022, type Rwanda2022 } from "../../../test/world/rounds/rwanda-2022.ts";
import { sharedData } from "../../../test/world/shared-data.ts";
import { loadRound } from "./load-round.ts";
import { loadRoundStanding } from "./round-standing.ts";
import { standingsForm } from "./standings-form.ts";

let database: TestDatabase;
let connected: Connected;
let rwanda: Rwanda2022;

beforeAll(async () => {
  database = await freshDatabase();
  const start = performance.now();
  rwanda = await loadRwanda2022(database.ownerUrl);
  console.log(`loaded in ${(performance.now() - start).toFixed(0)} ms`);
  connected = await connect(database.appUrl);
});
afterAll(async () => {
  await connected.stop();
  await database.drop();
});

test("the reports in the database give exactly the standing stated for them", async () => {
  const ctx = connected.context();
  const round = await loadRound(ctx, rwanda.roundId);
  const times: number[] = [];
  let json = "";
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const state = await loadRoundStanding(ctx, round);
    times.push(performance.now() - start);
    json = JSON.stringify(standingsForm(state));
  }
  console.log(`national standing in ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  expect(json).toBe(JSON.stringify(JSON.parse(sharedData("rw_reports_2022_expected.json"))));
});
