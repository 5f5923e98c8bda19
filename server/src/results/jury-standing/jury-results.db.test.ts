import "reflect-metadata";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { sharedData } from "../../../../test/world/shared-data.ts";
import { DEMO_PEOPLE_ID, DEMO_PEOPLE_KIPP } from "../../demo/accounts.ts";
import { addDemoPeople } from "../../demo/add-demo-people.ts";
import { importAll } from "../../demo/import-all.ts";
import { KIPP_ROUND, kippRoundFile } from "../../demo/kipp/kipp-round.ts";
import { writeProposals } from "../../demo/kipp/write-proposals.ts";
import { openFromFile } from "../../demo/round-steps.ts";
import { ensureStages } from "../../judging/stages/ensure-stages.ts";
import { admitToStage } from "../../judging/stages/prepare-stage.ts";
import { readStages } from "../../judging/stages/read-stages.ts";
import { stepStage } from "../../judging/stages/step-stage.ts";
import { type Actor, PUBLIC } from "../../kernel/actor.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { openFiles } from "../../kernel/files/files.ts";
import { fileSource } from "../../kernel/imports/row-source.ts";
import { ensureCountries } from "../../places/ensure-countries.ts";
import { importPlaces } from "../../places/import/import-places.ts";
import { beginDecision } from "../../programmes/rounds/begin-decision.ts";
import { publishNow } from "../publications/publish-now.ts";
import { recomputePublication } from "../publications/recompute-publication.ts";
import { readStanding } from "../read-standing.ts";
import { readWhy } from "../read-why.ts";

let database: TestDatabase;
let connected: Connected;
let dataFolder: string;
let roundId: string;
const now = new Date("2026-11-22T03:00:00Z");
const contextAt = (instant?: Date, actor?: Actor) => connected.context(actor, () => instant ?? now);
const act = <T>(work: (ctx: Context) => Promise<T>) => {
  const ctx = contextAt();
  return atomically(ctx, { verb: "test" }, () => work(ctx));
};
const known = JSON.parse(sharedData("judging_2026_expected.json")) as {
  readonly entries: Readonly<Record<string, { readonly raw: string; readonly rawRank: number; readonly cards: number }>>;
};

beforeAll(async () => {
  database = await freshDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), "isonga-proofs-"));
  connected = await connect(database.appUrl, openFiles({ dataFolder, s3: null, clamdUrl: null }));
  await act((ctx) => ensureCountries(ctx, ["ID"]));
  const source = fileSource(resolve(import.meta.dirname, "../../demo/indonesia/places.csv"));
  await importAll(contextAt(), { importer: importPlaces, options: {}, source });
  await addDemoPeople(
    contextAt(),
    DEMO_PEOPLE_ID.filter(({ role }) => role === "VERIFIER"),
  );
  const opened = contextAt(new Date(now.getTime() - 75 * 24 * 60 * 60 * 1000));
  await atomically(opened, { verb: "test" }, async () => openFromFile(opened, KIPP_ROUND, await deskOnly()));
  await addDemoPeople(opened, DEMO_PEOPLE_KIPP);
  await atomically(opened, { verb: "test" }, () => writeProposals(opened, now));
  const { rows } = await sql<{ id: string }>`select id from round where code = ${KIPP_ROUND}`.execute(contextAt().db);
  roundId = rows[0]?.id ?? "";
  await act((ctx) => ensureStages(ctx, roundId));
  const [desk] = await act((ctx) => readStages(ctx, roundId));
  await act((ctx) => admitToStage(ctx, { stageId: desk?.id ?? "" }));
  await act((ctx) => stepStage(ctx, { stageId: desk?.id ?? "", act: "score", version: desk?.version ?? 0 }));
  await act((ctx) => signKnownCards(ctx, desk?.id ?? ""));
}, 90_000);
afterAll(async () => {
  await connected.stop();
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
});

describe("a jury round", () => {
  test("shows its standing to nobody but those who decide", async () => {
    await expect(readStanding(contextAt(now, PUBLIC), { roundId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const judge: Actor = {
      id: "0190b7a0-0000-7000-8000-000000000001",
      kind: "PERSON",
      name: "J",
      grants: [{ role: "JUDGE", scope: { kind: "ROUND", id: roundId } }],
    };
    await expect(readStanding(contextAt(now, judge), { roundId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("ranks its entries exactly as the known answers have it", async () => {
    const { rows, kind, ineligible } = await readStanding(contextAt(), { roundId });
    expect(kind).toBe("JURY");
    expect(ineligible).toEqual([]);
    const scores = Object.fromEntries(rows.map(({ area, score, volume }) => [area.code, { raw: score, cards: volume }]));
    expect(scores).toEqual(Object.fromEntries(Object.entries(known.entries).map(([code, { raw, cards }]) => [code, { raw, cards }])));
    const equal = Map.groupBy(Object.values(known.entries), ({ raw }) => raw);
    for (const { area, rank, score } of rows) {
      const { rawRank = 0 } = known.entries[area.code] ?? {};
      expect(rank).toBeGreaterThanOrEqual(rawRank);
      expect(rank).toBeLessThan(rawRank + (equal.get(score)?.length ?? 0));
    }
  });

  test("says why, stage by stage, in points that add up", async () => {
    const { rows } = await readStanding(contextAt(), { roundId });
    const [first] = rows;
    const why = await readWhy(contextAt(), { roundId, subjectId: first?.area.id ?? "" });
    expect(why.steps).toMatchObject([{ metric: "STAGE_1", denominator: "3", weight: "70", maximum: "100.00" }]);
    expect(Number(why.steps[0]?.contribution).toFixed(2)).toBe(first?.score);
  });

  test("is closed, decided and published by the same acts as any other, and can be computed again from what was published", async () => {
    const [desk] = await act((ctx) => readStages(ctx, roundId));
    await act((ctx) => stepStage(ctx, { stageId: desk?.id ?? "", act: "close", version: desk?.version ?? 0 }));
    const round = await sql<{ version: number }>`select version from round where id = ${roundId}::uuid`.execute(contextAt().db);
    await act((ctx) => beginDecision(ctx, { id: roundId, version: round.rows[0]?.version ?? 0 }));
    await act((ctx) => publishNow(ctx, { round: KIPP_ROUND, acceptProposals: true }));
    const check = await recomputePublication(contextAt(), roundId, 1);
    expect(check).toMatchObject({
      checksumMatches: true,
      rowsMatch: true,
      ownFiguresAgree: true,
      currentFiguresAgree: true,
      differing: [],
    });
    const { rows } = await sql<{ code: string; place: number; office: string; area: string }>`select x.code, x.place,
        x.data #>> '{entry,office,name}' as office, j.name as area
      from published_result x join jurisdiction j on j.id = x.jurisdiction_id where x.prize is not null order by x.place, x.code`.execute(
      contextAt().db,
    );
    expect(rows.map(({ code }) => code)).toEqual(winners());
    expect(rows[0]?.office).toMatch(/^(Dinas|RSUD|Puskesmas|Rumah|Badan)/);
  });
});

function winners(): readonly string[] {
  const byRank = Object.entries(known.entries).sort(([, a], [, b]) => a.rawRank - b.rawRank);
  return byRank.slice(0, 5).map(([code]) => code);
}

async function deskOnly(): Promise<string> {
  const file = JSON.parse(await kippRoundFile(now));
  const [desk] = file.round.instrument.judging;
  file.round.instrument = { ...file.round.instrument, judging: [{ ...desk, cut: { kind: "NONE" } }], objection: undefined };
  file.round.stages = file.round.stages.filter(({ code }: { code: string }) => code !== "objection" && code !== "interview");
  return JSON.stringify(file);
}

/** The known marks as signed cards: fixture state, since importing and signing have stories of their own. */
async function signKnownCards(ctx: Context, stageId: string): Promise<void> {
  const [head = "", ...lines] = sharedData("judging_2026_marks.csv").trim().split(/\r?\n/);
  const [, , ...criteria] = head.split(",");
  const cards = lines.map((line) => line.split(",")).map(([entry, judge, ...marks]) => ({ entry, judge, marks }));
  const judges = [...new Set(cards.map(({ judge }) => judge ?? ""))].sort();
  for (const code of judges) {
    const personId = ctx.newId();
    await sql`insert into person (id, name, email, language, created_at, updated_at)
      values (${personId}, ${`Judge ${code}`}, ${`${code.toLowerCase()}@isonga.example`}, 'id', now(), now())`.execute(ctx.db);
    await sql`insert into judge (id, round_id, person_id, code, state, invited_at) values (${ctx.newId()}, ${roundId}, ${personId}, ${code}, 'ACCEPTED', now())`.execute(
      ctx.db,
    );
  }
  for (const { entry, judge, marks } of cards) {
    const [assignment, card] = [ctx.newId(), ctx.newId()];
    await sql`insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, position, assigned_at)
      select ${assignment}, ${stageId}, j.id, e.id, 'FILE', 1, now() from judge j, entry e
      where j.round_id = ${roundId} and j.code = ${judge} and e.round_id = ${roundId} and e.reference = ${entry}`.execute(ctx.db);
    await sql`insert into scorecard (id, assignment_id, judging_stage_id, judge_id, entry_id, instrument_id, state, outcome, signed_at, created_at, updated_at)
      select ${card}, a.id, a.judging_stage_id, a.judge_id, a.entry_id, i.id, 'SIGNED', 'SCORED', now(), now(), now()
      from assignment a, instrument i where a.id = ${assignment} and i.round_id = ${roundId}`.execute(ctx.db);
    for (const [index, criterion] of criteria.entries())
      await sql`insert into mark (scorecard_id, criterion, value, changed_at) values (${card}, ${criterion}, ${marks[index]}::numeric, now())`.execute(
        ctx.db,
      );
  }
}
