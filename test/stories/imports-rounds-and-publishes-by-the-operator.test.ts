import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../world/database.ts";
import { loadRwanda2022 } from "../world/rwanda-2022.ts";
import { operate } from "./imports.operator.ts";

const ROUND = "service-awards-2022";
const shared = resolve(process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../shared"), "data");

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "isonga-cli-"));
  const { roundId } = await loadRwanda2022(database.ownerUrl);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(
    `insert into stage (id, round_id, code, kind, position, names, starts_at, ends_at)
     select gen_random_uuid(), $1, lower(kind), kind, n, jsonb_build_object('en', kind, 'rw', kind, 'id', kind), at::timestamptz, at::timestamptz + interval '5 days'
     from (values (1, 'REPORTING', '2022-11-01T00:00:00Z'), (2, 'PUBLICATION', '2022-11-20T00:00:00Z')) v (n, kind, at)`,
    [roundId],
  );
  await owner.end();
});
afterAll(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

test("the standings as JSON are those that are expected, at every level", async () => {
  const { code, out } = await isonga("standings", ROUND, "--json");
  expect(code).toBe(0);
  const { levels } = JSON.parse(out) as { levels: unknown };
  const expected = JSON.parse(await readFile(join(shared, "rw_reports_2022_expected.json"), "utf8")) as { levels: unknown };
  expect(levels).toEqual(expected.levels);
  expect((await isonga("standings", ROUND, "--level", "PROVINCE")).out).toContain("City of Kigali");
  expect((await isonga("standings", ROUND, "--level", "PARISH")).code).toBe(1);
}, 120_000);

test("a round that was exported says on import that nothing differs", async () => {
  const file = join(folder, "round.json");
  const exported = await isonga("export", "round", ROUND, "-o", file);
  expect(exported.err).toBe("");
  expect((await isonga("import", "round", file)).out).toContain("nothing was changed");
  await writeFile(join(folder, "broken.json"), "{");
  expect((await isonga("import", "round", join(folder, "broken.json"))).err).toContain("FILE_UNREADABLE");
});

test("publishing is refused while prizes are undecided, and results that are not there cannot be exported", async () => {
  expect((await isonga("publish", ROUND)).err).toContain("PRIZE_UNDECIDED");
  expect((await isonga("export", "results", ROUND)).err).toContain("NOT_FOUND");
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  expect((await owner.query("select from publication")).rowCount).toBe(0);
  await owner.end();
}, 120_000);

function isonga(...args: readonly string[]) {
  return operate(args, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ISONGA_DATA: folder });
}
