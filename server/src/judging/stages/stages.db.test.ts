import "reflect-metadata";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { DEMO_PEOPLE_ID, DEMO_PEOPLE_KIPP } from "../../demo/accounts.ts";
import { addDemoPeople } from "../../demo/add-demo-people.ts";
import { importAll } from "../../demo/import-all.ts";
import { KIPP_ROUND, kippRoundFile } from "../../demo/kipp/kipp-round.ts";
import { writeProposals } from "../../demo/kipp/write-proposals.ts";
import { openFromFile } from "../../demo/round-steps.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { openFiles } from "../../kernel/files/files.ts";
import { fileSource } from "../../kernel/imports/row-source.ts";
import { ensureCountries } from "../../places/ensure-countries.ts";
import { importPlaces } from "../../places/import/import-places.ts";
import { decideOutcomes } from "./decide-outcomes.ts";
import { ensureStages } from "./ensure-stages.ts";
import { admitToStage, setCalibration } from "./prepare-stage.ts";
import { readMinutes, readStageEntries, readStages } from "./read-stages.ts";
import { stepStage } from "./step-stage.ts";

let database: TestDatabase;
let connected: Connected;
let dataFolder: string;
let roundId: string;
const now = new Date("2026-11-22T03:00:00Z");
const act = <T>(work: (ctx: Context) => Promise<T>) => {
  const ctx = connected.context(undefined, () => now);
  return atomically(ctx, { verb: "test" }, () => work(ctx));
};

beforeAll(async () => {
  database = await freshDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), "isonga-proofs-"));
  connected = await connect(database.appUrl, openFiles({ dataFolder, s3: null, clamdUrl: null }));
  await act((ctx) => ensureCountries(ctx, ["ID"]));
  const source = fileSource(resolve(import.meta.dirname, "../../demo/indonesia/places.csv"));
  await importAll(
    connected.context(undefined, () => now),
    { importer: importPlaces, options: {}, source },
  );
  const contextAt = (instant?: string) => connected.context(undefined, () => (instant ? new Date(instant) : now));
  await addDemoPeople(
    contextAt(),
    DEMO_PEOPLE_ID.filter(({ role }) => role === "VERIFIER"),
  );
  const opened = contextAt(new Date(now.getTime() - 75 * 24 * 60 * 60 * 1000).toISOString());
  await atomically(opened, { verb: "test" }, async () => openFromFile(opened, KIPP_ROUND, await kippRoundFile(now)));
  await addDemoPeople(opened, DEMO_PEOPLE_KIPP);
  await atomically(opened, { verb: "test" }, () => writeProposals(opened, now));
  const { rows } = await sql<{ id: string }>`select id from round where code = ${KIPP_ROUND}`.execute(contextAt().db);
  roundId = rows[0]?.id ?? "";
}, 60_000);
afterAll(async () => {
  await connected.stop();
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
});

describe("the stages of the demo's jury award", () => {
  test("take in the verified proposals with a reference each, dealt evenly to the panels, once", async () => {
    await act((ctx) => ensureStages(ctx, roundId));
    const [desk, interview] = await act((ctx) => readStages(ctx, roundId));
    expect([desk?.code, interview?.code, desk?.state]).toEqual(["desk", "interview", "SET_UP"]);
    await expect(act((ctx) => admitToStage(ctx, { stageId: interview?.id ?? "" }))).rejects.toMatchObject({ code: "STAGE_BEFORE_OPEN" });
    expect(await act((ctx) => admitToStage(ctx, { stageId: desk?.id ?? "" }))).toMatchObject({
      admitted: 40,
      stage: { counts: { entries: 40, short: 40 } },
    });
    expect(await act((ctx) => admitToStage(ctx, { stageId: desk?.id ?? "" }))).toMatchObject({ admitted: 0 });
    const entries = await act((ctx) => readStageEntries(ctx, desk?.id ?? ""));
    expect(entries.map(({ reference }) => reference)).toEqual(Array.from({ length: 40 }, (_, at) => `E${String(at + 1).padStart(2, "0")}`));
    expect(Map.groupBy(entries, ({ panel }) => panel).get("a")).toHaveLength(20);
    expect(entries[0]).toMatchObject({ title: "Perahu Sehat Musi", place: "Palembang City", agency: "Dinas Kesehatan Kota Palembang" });
  });

  test("begin with calibration only when its entries are chosen, and freeze what came of them when they close", async () => {
    const [desk] = await act((ctx) => readStages(ctx, roundId));
    const stageId = desk?.id ?? "";
    const step = (stepAct: "calibrate" | "score" | "close", version: number) =>
      act((ctx) => stepStage(ctx, { stageId, act: stepAct, version }));
    await expect(step("calibrate", desk?.version ?? 0)).rejects.toMatchObject({ code: "CALIBRATION_EMPTY" });
    await expect(step("close", desk?.version ?? 0)).rejects.toMatchObject({ code: "WRONG_STATE" });
    const entries = await act((ctx) => readStageEntries(ctx, stageId));
    await act((ctx) => setCalibration(ctx, { stageId, entryIds: entries.slice(0, 2).map(({ id }) => id) }));
    const { stage } = await step("calibrate", desk?.version ?? 0);
    await expect(step("score", desk?.version ?? 0)).rejects.toMatchObject({ code: "STALE_VERSION" });
    const scoring = await step("score", stage?.version ?? 0);
    await expect(
      act((ctx) => decideOutcomes(ctx, { stageId, entries: [{ entryId: entries[5]?.id ?? "", outcome: "ADVANCED" }], reason: " " })),
    ).rejects.toMatchObject({ code: "REASON_REQUIRED" });
    await act((ctx) =>
      decideOutcomes(ctx, {
        stageId,
        entries: [{ entryId: entries[5]?.id ?? "", outcome: "ADVANCED" }],
        reason: "The panel heard it live.",
      }),
    );
    await step("close", scoring.stage?.version ?? 0);
    const closed = await act((ctx) => readStageEntries(ctx, stageId));
    expect(closed.filter(({ outcome }) => outcome === "ADVANCED").map(({ reference }) => reference)).toEqual(["E06"]);
    expect(closed.filter(({ outcome }) => outcome === "NOT_ADVANCED")).toHaveLength(39);
    const minutes = await act((ctx) => readMinutes(ctx, stageId));
    expect(minutes.map(({ kind }) => kind)).toEqual(["STATE", "STATE", "OUTCOME", "STATE"]);
    const [, interview] = await act((ctx) => readStages(ctx, roundId));
    expect(await act((ctx) => admitToStage(ctx, { stageId: interview?.id ?? "" }))).toMatchObject({ admitted: 1 });
  });
});
