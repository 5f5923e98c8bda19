import type { PublicationSnapshot } from "@isonga/schema/published-result";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { IGA_2023, type Iga2023, loadIga2023 } from "../../../../test/world/rounds/iga-2023.ts";
import { atomically } from "../../kernel/atomically.ts";
import { refusalsOf } from "../../kernel/refusal.ts";
import { publishNow } from "../publications/publish-now.ts";
import { recomputePublication } from "../publications/recompute-publication.ts";
import { acceptProposals } from "./accept-proposals.ts";
import { readTray } from "./read-tray.ts";
import { stageDecision } from "./stage-decision.ts";

const PRIZE = "best-regencies-and-cities";

let database: TestDatabase;
let connected: Connected;
let iga: Iga2023;

const act = <T>(work: (ctx: ReturnType<Connected["context"]>) => Promise<T>): Promise<T> => {
  const ctx = connected.context();
  return atomically(ctx, { verb: "test" }, () => work(ctx));
};
const withhold = (change: object) =>
  act((ctx) =>
    stageDecision(ctx, { roundId: IGA_2023, kind: "WITHHELD", prize: PRIZE, place: 1, subjectId: iga.area("16.10"), ...change }),
  ).then(
    () => [],
    (error: unknown) => (refusalsOf(error) ?? []).map(({ code }) => code),
  );

beforeAll(async () => {
  database = await freshDatabase();
  iga = await loadIga2023(database.ownerUrl);
  connected = await connect(database.appUrl);
});
afterAll(async () => {
  await connected.stop();
  await database.drop();
});

it("needs a reason, a prize, a place of it that is free, and somebody who could have won it", async () => {
  expect(await withhold({})).toEqual(["REASON_REQUIRED"]);
  expect(await withhold({ reason: "  " })).toEqual(["REASON_REQUIRED"]);
  expect(await withhold({ reason: "No", prize: "no-such-prize" })).toEqual(["UNKNOWN_REFERENCE"]);
  expect(await withhold({ reason: "No", place: 4 })).toEqual(["INVALID_VALUE"]);
  expect(await withhold({ reason: "No", subjectId: iga.area("16") })).toEqual(["NOT_ELIGIBLE"]);
});

it("leaves the place empty although somebody is eligible, also when the rest is accepted", async () => {
  expect(await withhold({ reason: "Under investigation." })).toEqual([]);
  expect(await withhold({ reason: "Twice." })).toEqual(["ALREADY_EXISTS"]);
  await act((ctx) => acceptProposals(ctx, { roundId: IGA_2023 }));
  const tray = await readTray(connected.context(), IGA_2023);
  const slot = tray.prizes.find(({ prize }) => prize === PRIZE);
  expect(slot?.winners.map(({ decision }) => decision.place)).toEqual([2, 3]);
  expect(slot).toMatchObject({ open: 0, withheld: [{ place: 1, reason: "Under investigation." }] });
  expect(tray.openCount).toBe(0);
});

it("is published with its reason and without a name, and computed again the same", async () => {
  await publishNow(connected.context(), { round: IGA_2023 });
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ snapshot: PublicationSnapshot }>("select snapshot from publication");
  await owner.end();
  const prize = rows[0]?.snapshot.prizes.find((entry) => entry.prize === PRIZE);
  expect(prize?.withheld).toEqual([{ place: 1, reason: "Under investigation." }]);
  expect(prize?.winners.map(({ place }) => place)).toEqual([2, 3]);
  expect(await recomputePublication(connected.context(), IGA_2023, 1)).toMatchObject({ rowsMatch: true, currentFiguresAgree: true });
});
