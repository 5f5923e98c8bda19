import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { canonicalJson } from "@isonga/schema/canonical-json";
import { atomically } from "@isonga/server/kernel/atomically";
import { acceptProposals } from "@isonga/server/results/decisions/accept-proposals";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../world/database.ts";
import { connect } from "../../world/operator.ts";
import { loadRwanda2022 } from "../../world/rounds/rwanda-2022.ts";
import { operate } from "./imports.operator.ts";

const ROUND = "service-awards-2022";
const shared = resolve(process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../../shared"), "data");

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

test("what the chair has staged is published, exported with its checksum, and corrected with a reason", async () => {
  const connected = await connect(database.appUrl);
  const ctx = connected.context();
  await atomically(ctx, { verb: "test" }, () => acceptProposals(ctx, { roundId: ROUND }));
  await connected.stop();
  const published = await isonga("publish", ROUND);
  expect([published.err, published.code]).toEqual(["", 0]);
  const file = join(folder, "results.json");
  expect((await isonga("export", "results", ROUND, "-o", file)).code).toBe(0);
  const { checksum, ...snapshot } = JSON.parse(await readFile(file, "utf8")) as { checksum: string; number: number };
  expect(checksum).toBe(createHash("sha256").update(canonicalJson(snapshot)).digest("hex"));
  expect(snapshot.number).toBe(1);
  expect((await isonga("publish", ROUND)).err).toContain("PUBLICATION_EXISTS");
  const corrected = await isonga("publish", ROUND, "--corrects", "1", "--reason", "A name was misspelt.");
  expect([corrected.err, corrected.code]).toEqual(["", 0]);
  const both = await Promise.all(["1", "2"].map((number) => isonga("export", "results", ROUND, "--number", number)));
  expect(both.map(({ out }) => (JSON.parse(out) as { corrects: object | null }).corrects)).toEqual([
    null,
    { number: 1, reason: "A name was misspelt." },
  ]);
}, 120_000);

function isonga(...args: readonly string[]) {
  return operate(args, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ISONGA_DATA: folder });
}
