import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { loadRwanda2022, type Rwanda2022 } from "../../../../test/world/rounds/rwanda-2022.ts";
import { atomically } from "../../kernel/atomically.ts";
import { refusalsOf } from "../../kernel/refusal.ts";
import { acceptProposals } from "../decisions/accept-proposals.ts";
import { previewPublication } from "./preview-publication.ts";
import { publishNow } from "./publish-now.ts";
import { publishRound } from "./publish-round.ts";
import { recomputePublication } from "./recompute-publication.ts";

let database: TestDatabase;
let connected: Connected;
let rwanda: Rwanda2022;
let owner: pg.Client;

const act = <T>(work: (ctx: ReturnType<Connected["context"]>) => Promise<T>, now?: () => Date): Promise<T> => {
  const ctx = connected.context(undefined, now);
  return atomically(ctx, { verb: "test" }, () => work(ctx));
};
const codes = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: unknown) => (refusalsOf(error) ?? []).map(({ code }) => code),
  );
const count = async (table: string): Promise<number> => Number((await owner.query(`select count(*) from ${table}`)).rows[0].count);

beforeAll(async () => {
  database = await freshDatabase();
  rwanda = await loadRwanda2022(database.ownerUrl);
  connected = await connect(database.appUrl);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await connected.stop();
  await database.drop();
});

describe("a publication", () => {
  let hash: string;
  beforeEach(async () => {
    hash = (await previewPublication(connected.context(), rwanda.roundId)).hash;
  });

  it("is refused while a prize is undecided, and leaves nothing", async () => {
    const problems = await codes(act((ctx) => publishRound(ctx, { roundId: rwanda.roundId, expectedStandingHash: hash })));
    expect(problems).toEqual(Array(7).fill("PRIZE_UNDECIDED"));
    expect(await count("publication")).toBe(0);
  });

  it("is refused when a figure has changed since the preview, or the embargo is past", async () => {
    await act((ctx) => acceptProposals(ctx, { roundId: rwanda.roundId }));
    const before = (await previewPublication(connected.context(), rwanda.roundId)).hash;
    await owner.query("update monthly_report set received = received + 1 where id = (select min(id::text)::uuid from monthly_report)");
    expect(await codes(act((ctx) => publishRound(ctx, { roundId: rwanda.roundId, expectedStandingHash: before })))).toEqual([
      "STANDING_CHANGED",
    ]);
    await owner.query("update monthly_report set received = received - 1 where id = (select min(id::text)::uuid from monthly_report)");
    const past = { roundId: rwanda.roundId, expectedStandingHash: before, embargoUntil: new Date(Date.now() - 1000) };
    expect(await codes(act((ctx) => publishRound(ctx, past)))).toEqual(["EMBARGO_PAST"]);
    const nothing = { roundId: rwanda.roundId, expectedStandingHash: before, correctsNumber: 1, reason: "a slip" };
    expect(await codes(act((ctx) => publishRound(ctx, nothing)))).toEqual(["UNKNOWN_REFERENCE"]);
  });

  it("comes from exactly one of two who publish at once; its reports are locked, and it says who won", async () => {
    const input = { roundId: rwanda.roundId, expectedStandingHash: hash };
    const start = performance.now();
    const both = await Promise.allSettled([act((ctx) => publishRound(ctx, input)), act((ctx) => publishRound(ctx, input))]);
    console.log(`published in ${(performance.now() - start).toFixed(0)} ms`);
    const lost = both.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refusalsOf(lost[0])?.[0]?.code).toBe("PUBLICATION_EXISTS");
    expect(await count("publication")).toBe(1);
    expect(await count("published_result")).toBe(451);
    expect(await count("monthly_report where state = 'APPROVED'")).toBe(0);
    const won = await owner.query(
      "select code, prize, place, data #>> '{prizes,0,within,code}' as within from published_result where prize is not null order by level, place, code",
    );
    expect(won.rows.map(({ code, place, within }) => [code, place, within])).toMatchInlineSnapshot(`
      [
        [
          "13",
          1,
          null,
        ],
        [
          "24",
          2,
          null,
        ],
        [
          "11",
          3,
          null,
        ],
        [
          "1",
          1,
          null,
        ],
        [
          "2",
          2,
          null,
        ],
        [
          "1309",
          1,
          "1",
        ],
        [
          "2413",
          1,
          "2",
        ],
        [
          "3504",
          1,
          "3",
        ],
        [
          "4415",
          1,
          "4",
        ],
        [
          "5101",
          1,
          "5",
        ],
      ]
    `);
    const { rows } = await owner.query("select state from round");
    expect(rows).toEqual([{ state: "PUBLISHED" }]);
    const events = await owner.query("select type from outbox_event where type like 'round.%' order by id");
    expect(events.rows.map(({ type }) => type)).toEqual(["round.published", "round.public"]);
  });

  it("verifies, and gives the same standing again from its own figures and from the locked reports", async () => {
    expect(await recomputePublication(connected.context(), rwanda.roundId, 1)).toEqual({
      number: 1,
      checksumMatches: true,
      rowsMatch: true,
      ownFiguresAgree: true,
      currentFiguresAgree: true,
      differing: [],
    });
  });

  it("cannot be changed, deleted or emptied, by the app's role or by the owner", async () => {
    const app = new pg.Client(database.appUrl);
    await app.connect();
    for (const table of ["publication", "published_result"]) {
      for (const statement of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(app.query(statement), statement).rejects.toThrow(/permission denied/);
        await expect(owner.query(statement), statement).rejects.toThrow(/never changed or deleted/);
      }
    }
    await app.end();
    expect(await count("published_result")).toBe(451);
  });

  it("is corrected by the next number, which names it and says why; the first stays as it was", async () => {
    const input = { roundId: rwanda.roundId, expectedStandingHash: hash };
    expect(await codes(act((ctx) => publishRound(ctx, { ...input, correctsNumber: 1 })))).toEqual(["REASON_REQUIRED"]);
    expect(await codes(act((ctx) => publishRound(ctx, { ...input, correctsNumber: 2, reason: "a slip" })))).toEqual(["PUBLICATION_EXISTS"]);
    const until = new Date(Date.now() + 3_600_000);
    const second = await publishNow(connected.context(), {
      round: "service-awards-2022",
      reason: "A name was misspelt.",
      embargoUntil: until,
    });
    expect(second).toMatchObject({ number: 2, correctsNumber: 1, reason: "A name was misspelt.", isPublic: false });
    const third = await publishNow(connected.context(), { round: "service-awards-2022", reason: "Another name." });
    expect(new Date(third.publicFrom).getTime()).toBe(until.getTime());
    const jobs = await owner.query("select run_at from graphile_worker.jobs where task_identifier = 'announce-publication'");
    expect(jobs.rows).toHaveLength(2);
    expect(await recomputePublication(connected.context(), rwanda.roundId, 1)).toMatchObject({ checksumMatches: true, rowsMatch: true });
  });
});
