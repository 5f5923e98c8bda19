import "reflect-metadata";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { countStatements } from "../../../../test/world/statements.ts";
import { PUBLIC } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { recordsSource } from "../../kernel/imports/row-source.ts";
import { runImport } from "../../kernel/imports/run-import.ts";
import { openPlaces, type PlacesContexts } from "../../places/places.fixture.ts";
import { entryImportOptions } from "../import/import-ground.ts";
import { innovationsImporter } from "../import/import-innovations.ts";
import { foldTouchesJob } from "./fold-touches.ts";
import { type IndexPlaces, makeIndexRound, INDEX_ROUND as ROUND } from "./index-round.fixture.ts";
import { readRegionalIndex, readRegionalIndices } from "./read-regional-index.ts";

const ONES = "1".repeat(20);

let database: TestDatabase;
let opened: PlacesContexts;
let ctx: Context;
let places: IndexPlaces;
let owner: pg.Client;
let other: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  opened = await openPlaces(database.appUrl);
  ctx = opened.context();
  places = await makeIndexRound(ctx);
  [owner, other] = [new pg.Client(database.ownerUrl), new pg.Client(database.ownerUrl)];
  await Promise.all([owner.connect(), other.connect()]);
  await bring("16.10", "A", "HEALTH");
  await bring("16.10", "B", "EDUCATION");
  await bring("16.74", "C", "SOCIAL");
});
afterAll(async () => {
  await Promise.all([owner.end(), other.end()]);
  await opened.stop();
  await database.drop();
});

it("gives what is kept to nobody who may not see the region", async () => {
  expect((await readRegionalIndices(ctx, ROUND, {})).nodes).toHaveLength(3);
  expect((await readRegionalIndices(opened.context(PUBLIC), ROUND, {}).catch(() => ({ nodes: [] }))).nodes).toEqual([]);
});

it("reads no entries again while nothing changes", async () => {
  const statements = async () => {
    const before = countStatements();
    await readRegionalIndices(ctx, ROUND, {});
    return countStatements() - before;
  };
  await change("update entry set title = title");
  const first = await statements();
  expect(await statements()).toBe(first - 1);
});

it.each([
  ["a level is verified otherwise", "update entry_claim set verified = 3 where entry_id = (select id from entry where title = 'A')"],
  [
    "a level is claimed no more",
    "delete from entry_claim where ctid in (select k.ctid from entry_claim k join entry e on e.id = k.entry_id where e.title = 'A' limit 5)",
  ],
  ["an entry is sent back", "update entry set state = 'RETURNED' where title = 'B'"],
  ["it is verified after all", "update entry set state = 'VERIFIED' where title = 'B'"],
  ["an innovation is of another affair", "update innovation set affairs = array['SOCIAL'] where title = 'B'"],
  [
    "an entry moves to another region",
    "update entry set jurisdiction_id = (select id from jurisdiction where code = '16.74') where title = 'B'",
  ],
  ["the instrument weighs otherwise", "update instrument set definition = jsonb_set(definition, '{innovation,0,weight}', '\"7.5\"')"],
])("says at once that %s", async (_what, statement) => {
  const before = await listed();
  await change(statement);
  const after = await listed();
  expect(after).not.toEqual(before);
  expect(after).toEqual(await oneByOne());
});

it("says at once what comes by file, and what a region is called now", async () => {
  await bring("16.10", "D", "HEALTH");
  await change("update jurisdiction set name = 'Elsewhere' where code = '16.10'");
  expect(await listed()).toEqual(await oneByOne());
});

it("shows nothing that is not committed, and changes that commit in another order than they were made", async () => {
  const before = await listed();
  await other.query("begin");
  await other.query("update entry set state = 'RETURNED' where title = 'A'");
  expect(await listed()).toEqual(before);
  await change("update entry set state = 'RETURNED' where title = 'D'");
  const between = await listed();
  expect(between).not.toEqual(before);
  await other.query("commit");
  expect(await listed()).not.toEqual(between);
  expect(await listed()).toEqual(await oneByOne());
  await other.query("begin");
  await other.query("delete from entry where title = 'nothing'");
  await other.query("update entry set state = 'VERIFIED' where title = 'A'");
  await other.query("rollback");
  expect(await listed()).toEqual(await oneByOne());
});

it("stays right when many changes are folded into one", async () => {
  for (const level of [0, 1, 2, 3, 0, 1, 2, 3, 1])
    await change(`update entry_claim set verified = ${level} where entry_id = (select id from entry where title = 'C')`);
  const before = await listed();
  const touches = async () => Number((await owner.query("select count(*) from index_touch")).rows[0].count);
  const many = await touches();
  await foldTouchesJob.run(ctx, { scheduled: true });
  expect(await touches()).toBeLessThan(many - 8);
  expect(await listed()).toEqual(before);
  await change("update entry_claim set verified = 2 where entry_id = (select id from entry where title = 'C')");
  expect(await listed()).toEqual(await oneByOne());
});

async function change(statement: string): Promise<void> {
  const { rowCount } = await owner.query(statement);
  expect(rowCount).toBeGreaterThan(0);
}

async function listed() {
  return (await readRegionalIndices(ctx, ROUND, {})).nodes;
}

/** The same areas, each computed anew from its entries. */
async function oneByOne() {
  const { rows } = await sql<{ code: string }>`select code from jurisdiction where code = any(${["16", "16.10", "16.74"]}::text[])
    order by code collate "C"`.execute(ctx.db);
  return Promise.all(rows.map(({ code }) => readRegionalIndex(ctx, ROUND, places.ids.get(code) ?? "")));
}

async function bring(region: string, title: string, affair: string): Promise<void> {
  const source = recordsSource([{ region, agency: "Dinas", innovation: title, affair, claimed: ONES, verified: ONES }]);
  const options = entryImportOptions.parse({ round: ROUND });
  const run = await runImport(ctx, { importer: innovationsImporter, options, mode: "REJECT_EVERYTHING", dryRun: false, source });
  expect(run).toMatchObject({ state: "DONE", rowsRefused: 0 });
}
