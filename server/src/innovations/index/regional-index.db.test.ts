import "reflect-metadata";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Actor, type Grant, PUBLIC, type Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { recordsSource } from "../../kernel/imports/row-source.ts";
import { runImport } from "../../kernel/imports/run-import.ts";
import { refusalsOf } from "../../kernel/refusal.ts";
import { openPlaces, type PlacesContexts } from "../../places/places.fixture.ts";
import { entryImportOptions } from "../import/import-ground.ts";
import { innovationsImporter } from "../import/import-innovations.ts";
import { regionalImporter } from "../import/import-regional.ts";
import { indexEntries } from "./index-entries.ts";
import { type IndexPlaces, makeIndexRound, INDEX_ROUND as ROUND } from "./index-round.fixture.ts";
import { loadIndexRound } from "./index-round.ts";
import { readAgencyIndices, readRegionalIndex, readRegionalIndices, regionalLevelsLoader } from "./read-regional-index.ts";
import { regionIndices } from "./region-index.ts";

const ONES = "1".repeat(20);
const THREES = "3".repeat(20);

let database: TestDatabase;
let opened: PlacesContexts;
let ctx: Context;
let places: IndexPlaces;

beforeAll(async () => {
  database = await freshDatabase();
  opened = await openPlaces(database.appUrl);
  ctx = opened.context();
  places = await makeIndexRound(ctx);
  await runRows("innovations", [
    innovation("16.10", "Dinas Kesehatan", "A", "HEALTH", THREES, ONES),
    innovation("16.10", "Dinas Kesehatan", "B", "EDUCATION", ONES, ONES),
    innovation("16.10", "Dinas Sosial", "C", "SOCIAL", ONES, ""),
    innovation("16.10", "Dinas Pendidikan", "D", "EDUCATION", ONES, THREES),
    innovation("16.74", "Dinas Sosial", "E", "SOCIAL", ONES, ONES),
  ]);
  await runRows("regional", [{ region: "16.10", levels: THREES }]);
});
afterAll(async () => {
  await opened.stop();
  await database.drop();
});

describe("an index that is not published", () => {
  it("is not there for the public, for other regions' people, and for a round that has none", async () => {
    const strangers = [PUBLIC, actor("COORDINATOR", "16.74"), actor("STAFF", "16.74"), officeOf("STAFF", "16.74", "DINAS-SOSIAL")];
    for (const stranger of strangers)
      await expect(codesOf(readRegionalIndex(as(stranger), ROUND, id("16.10")))).resolves.toEqual(["NOT_FOUND"]);
    await expect(codesOf(readRegionalIndex(ctx, "no-such-round", id("16.10")))).resolves.toEqual(["NOT_FOUND"]);
    await expect(codesOf(readRegionalIndex(ctx, ROUND, id("16.10.01")))).resolves.toEqual(["NOT_FOUND"]);
  });

  it("is not an office's to see: its people see the row of their office only", async () => {
    const own = as(officeOf("STAFF", "16.10", "DINAS-SOSIAL"));
    await expect(codesOf(readRegionalIndex(own, ROUND, id("16.10")))).resolves.toEqual(["NOT_FOUND"]);
    expect((await readRegionalIndices(own, ROUND, {})).nodes).toEqual([]);
    const offices = await readAgencyIndices(own, { roundId: ROUND, jurisdictionId: id("16.10") }, {});
    expect(offices.nodes.map(({ name, rank }) => [name, rank])).toEqual([["Dinas Sosial", 2]]);
    expect((await readAgencyIndices(own, { roundId: ROUND, jurisdictionId: id("16.74") }, {})).nodes).toEqual([]);
  });

  it.each([
    ["the region's coordinator", () => actor("COORDINATOR", "16.10"), ["16.10"]],
    ["the province's coordinator", () => actor("COORDINATOR", "16"), ["16", "16.10", "16.74"]],
    ["an auditor of the platform", () => platform("AUDITOR"), ["16", "16.10", "16.74"]],
    ["the round's chair", () => ofRound("CHAIR"), ["16", "16.10", "16.74"]],
    ["the round's verifier", () => ofRound("VERIFIER"), ["16", "16.10", "16.74"]],
  ])("is listed to %s", async (_who, who, expected) => {
    const { nodes } = await readRegionalIndices(as(who()), ROUND, {});
    expect(nodes.map(({ code }) => code)).toEqual(expected);
  });
});

describe("a region's index", () => {
  it("is made of what was handed in, and of what was verified", async () => {
    const { claimed, verified, agencies, regionalVerified } = await readRegionalIndex(ctx, ROUND, id("16.10"));
    expect(claimed).toMatchObject({
      spd: "63.00",
      maturity: "222.00",
      maturityPart: "18.500000",
      innovations: 4,
      basicAffairs: 3,
      count: "0.00",
    });
    expect(verified).toMatchObject({ spd: "63.00", maturity: "185.00", innovations: 3, meanMaturity: "61.6667", countScores: false });
    // (63 + 222 ÷ 12) ÷ 250 × 100 and (63 + 185 ÷ 12) ÷ 250 × 100
    expect([claimed.index, verified.index]).toEqual(["32.60", "31.37"]);
    expect(claimed.category).toMatchObject({ code: "KURANG_INOVATIF", name: "Less innovative" });
    expect([agencies, regionalVerified]).toEqual([3, true]);
    expect(claimed.affairs).toEqual(["EDUCATION", "HEALTH", "SOCIAL"]);
    const levels = await regionalLevelsLoader(ctx, (await loadIndexRound(ctx, ROUND)).id).load(id("16.10"));
    expect(levels).toHaveLength(20);
    expect(levels[0]).toMatchObject({ claimed: 3, verified: 3 });
  });

  it("is all zeros before anything is handed in, and then not among those that take part", async () => {
    const { claimed } = await readRegionalIndex(ctx, ROUND, id("16"));
    expect(claimed).toMatchObject({ index: "0.00", innovations: 0, meanMaturity: "0.0000", category: { code: "TIDAK_DAPAT_DINILAI" } });
    const round = await loadIndexRound(ctx, ROUND);
    expect((await regionIndices(ctx, round)).map(({ region }) => region.code)).toEqual(["16.10", "16.74"]);
  });

  it("counts no draft, nothing sent back, withdrawn or excluded", async () => {
    const of = async () => (await readRegionalIndex(ctx, ROUND, id("16.74"))).claimed.innovations;
    for (const [state, expected] of [
      ["DRAFT", 0],
      ["RETURNED", 0],
      ["WITHDRAWN", 0],
      ["INELIGIBLE", 0],
      ["ENDORSED", 1],
      ["VERIFIED", 1],
    ] as const) {
      await sql`update entry set state = ${state} where title = 'E'`.execute(ctx.db);
      expect([state, await of()]).toEqual([state, expected]);
    }
  });

  it("can be computed again from its entries' digits", async () => {
    const entries = await indexEntries(ctx, await loadIndexRound(ctx, ROUND));
    expect(entries.map(({ region, kind, title, claimed, verified }) => [region, kind, title, claimed, verified])).toEqual([
      ["16.10", "REGIONAL", "", THREES, THREES],
      ["16.10", "INNOVATION", "A", THREES, ONES],
      ["16.10", "INNOVATION", "B", ONES, ONES],
      ["16.10", "INNOVATION", "D", ONES, THREES],
      ["16.10", "INNOVATION", "C", ONES, null],
      ["16.74", "INNOVATION", "E", ONES, ONES],
    ]);
  });

  it("pages by code, forwards and back", async () => {
    const first = await readRegionalIndices(ctx, ROUND, { first: 1 });
    expect([first.nodes.map(({ code }) => code), first.pageInfo.hasNextPage]).toEqual([["16"], true]);
    const rest = await readRegionalIndices(ctx, ROUND, { first: 5, after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ code }) => code)).toEqual(["16.10", "16.74"]);
    const back = await readRegionalIndices(ctx, ROUND, { last: 1, before: rest.pageInfo.startCursor });
    expect(back.nodes.map(({ code }) => code)).toEqual(["16"]);
  });
});

describe("a region's offices", () => {
  it("rank by number reported, equals sharing a rank, with verified numbers and means", async () => {
    const { nodes } = await readAgencyIndices(ctx, { roundId: ROUND, jurisdictionId: id("16.10") }, {});
    expect(
      nodes.map(({ rank, name, reported, verified, claimedMaturity, verifiedMaturity }) => [
        rank,
        name,
        reported,
        verified,
        claimedMaturity,
        verifiedMaturity,
      ]),
    ).toEqual([
      [1, "Dinas Kesehatan", 2, 2, "74.0000", "37.0000"],
      [2, "Dinas Pendidikan", 1, 1, "37.0000", "111.0000"],
      [2, "Dinas Sosial", 1, 0, "37.0000", "0.0000"],
    ]);
  });

  it("page by rank and code", async () => {
    const where = { roundId: ROUND, jurisdictionId: id("16.10") };
    const first = await readAgencyIndices(ctx, where, { first: 2 });
    const second = await readAgencyIndices(ctx, where, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ code }) => code)).toEqual(["DINAS-KESEHATAN", "DINAS-PENDIDIKAN", "DINAS-SOSIAL"]);
  });
});

function innovation(region: string, agency: string, title: string, affair: string, claimed: string, verified: string) {
  return { region, agency, innovation: title, affair, claimed, verified };
}

async function runRows(kind: "innovations" | "regional", rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const choices = { options: entryImportOptions.parse({ round: ROUND }), mode: "REJECT_EVERYTHING", dryRun: false } as const;
  const source = recordsSource(rows);
  const run =
    kind === "regional"
      ? await runImport(ctx, { importer: regionalImporter, ...choices, source })
      : await runImport(ctx, { importer: innovationsImporter, ...choices, source });
  expect(run).toMatchObject({ state: "DONE", rowsRefused: 0 });
}

function id(code: string): string {
  return places.ids.get(code) ?? "";
}

function as(who: Actor): Context {
  return opened.context(who);
}

function person(grant: Grant): Actor {
  return { id: "00000000-0000-7000-8000-000000000001", kind: "PERSON", name: "Somebody", grants: [grant] };
}

function actor(role: Role, code: string): Actor {
  return person({ role, scope: { kind: "JURISDICTION", id: id(code), path: places.paths.get(code) ?? "" } });
}

function platform(role: Role): Actor {
  return person({ role, scope: { kind: "PLATFORM" } });
}

const offices = new Map<string, string>();
const rounds = new Map<string, string>();
beforeAll(async () => {
  const found = await sql<{ id: string; key: string }>`select a.id, j.code || ' ' || a.code as key from agency a
    join jurisdiction j on j.id = a.jurisdiction_id`.execute(ctx.db);
  for (const row of found.rows) offices.set(row.key, row.id);
  const held = await sql<{ id: string; code: string }>`select id, code from round`.execute(ctx.db);
  for (const row of held.rows) rounds.set(row.code, row.id);
});

function officeOf(role: Role, region: string, code: string): Actor {
  return person({ role, scope: { kind: "AGENCY", id: offices.get(`${region} ${code}`) ?? "", path: places.paths.get(region) ?? "" } });
}

function ofRound(role: Role): Actor {
  return person({ role, scope: { kind: "ROUND", id: rounds.get(ROUND) ?? "" } });
}

async function codesOf(act: Promise<unknown>): Promise<readonly string[]> {
  try {
    await act;
    return [];
  } catch (error) {
    return refusalsOf(error)?.map(({ code }) => code) ?? [String(error)];
  }
}
