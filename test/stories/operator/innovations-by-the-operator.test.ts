import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../world/database.ts";
import { operate } from "./imports.operator.ts";

const ROUND = "iga-2023";
const shared = resolve(process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../../shared"), "data");
const INNOVATIONS = join(shared, "id_iga_2023_innovations.csv");
const REGIONAL = join(shared, "id_iga_2023_regional.csv");
const HEADER = "region,agency,innovation,form,digital,stage,affair,claimed,verified";
const LEVELS = "01230123012301230123";

let database: TestDatabase;
let owner: pg.Client;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "isonga-index-"));
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  expect((await isonga("import", "places", join(shared, "id_areas_level1-3.json"))).err).toContain("0 refused");
  expect((await isonga("import", "round", await roundFile())).code).toBe(0);
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

test("rows are refused one by one, with line, column and reason, and then nothing is written", async () => {
  const file = await written("wrong.csv", [
    HEADER,
    `16.10,Dinas Kesehatan,Too few digits,OTHER,true,APPLIED,HEALTH,${LEVELS.slice(1)},${LEVELS}`,
    `16.10,Dinas Kesehatan,A level of four,OTHER,true,APPLIED,HEALTH,${LEVELS},4${LEVELS.slice(1)}`,
    `16.10,Dinas Kesehatan,No such affair,OTHER,true,APPLIED,MAGIC,${LEVELS},`,
    `16.10,Dinas Kesehatan,No such form,WONDER,true,APPLIED,HEALTH,${LEVELS},`,
    `16.10.01,Dinas Kesehatan,A district is not ranked,OTHER,true,APPLIED,HEALTH,${LEVELS},`,
    `17.01,Dinas Kesehatan,Outside the round's province,OTHER,true,APPLIED,HEALTH,${LEVELS},`,
    `16.10,,,OTHER,true,APPLIED,HEALTH,${LEVELS},`,
    `16.10,Dinas Kesehatan,Good,OTHER,true,APPLIED,HEALTH,${LEVELS},`,
    `16.10,Dinas Kesehatan,good,OTHER,true,APPLIED,HEALTH,${LEVELS},`,
  ]);
  const { code, err, out } = await isonga("import", "innovations", file, "--round", ROUND);
  expect(code).toBe(1);
  for (const told of [
    "Line 2, claimed: Write 20 digits from 0 to 3",
    "Line 3, verified: Write 20 digits from 0 to 3",
    "Line 4, affair: MAGIC is not known here.",
    "Line 5, form: This value cannot be used here.",
    "Line 6, region: 16.10.01 is not known here.",
    "Line 7, region: 17.01 is not known here.",
    "Line 8, agency: Fill this in.",
    "Line 8, innovation: Fill this in.",
    "Line 10, –: The same row stands in line 9 already.",
  ])
    expect(err).toContain(told);
  expect(out).toContain("8 refused");
  expect(await count("entry")).toBe(0);
  expect(await count("agency")).toBe(0);
  const regional = await written("regional.csv", ["region,levels", "16.10,0123", `99.99,${LEVELS}`]);
  const refused = await isonga("import", "regional", regional, "--round", ROUND);
  expect(refused.err).toContain("Line 2, levels: Write 20 digits");
  expect(refused.err).toContain("Line 3, region: 99.99 is not known here.");
});

test("an index file without the column of claimed levels is refused once, by its header, and nothing is read", async () => {
  const rows = ["One", "Two", "Three"].map((title) => `16.10,Dinas Kesehatan,${title},${LEVELS}`);
  const file = await written("unclaimed.csv", ["region,agency,innovation,verified", ...rows]);
  for (const [language, words] of [
    ["en", "Line 1, claimed: The column claimed is missing."],
    ["rw", "Inkingi claimed irabura."],
    ["id", "Kolom claimed tidak ada."],
  ] as const) {
    const { code, err, out } = await isonga("import", "innovations", file, "--round", ROUND, "--language", language);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err.split(words)).toHaveLength(2);
    expect(err).not.toMatch(/\b2, /);
    expect(out).not.toContain("Three");
  }
  expect(await count("entry")).toBe(0);
});

test("a file without a round, or with one that has no index or is not there, is refused whole", async () => {
  expect((await isonga("import", "innovations", INNOVATIONS)).code).not.toBe(0);
  expect((await isonga("import", "innovations", INNOVATIONS, "--round", "no-such-round")).err).toContain("This does not exist");
  const agencies = await isonga("import", "innovations", INNOVATIONS, "--round", ROUND, "--agencies", "REFUSE", "--dry-run");
  expect(agencies.code).toBe(1);
  expect(await count("agency")).toBe(0);
});

test("a dry run writes nothing", async () => {
  const tried = await isonga("import", "innovations", INNOVATIONS, "--round", ROUND, "--dry-run");
  expect(tried.out).toContain("534 new");
  expect([await count("entry"), await count("innovation"), await count("agency"), await count("form")]).toEqual([0, 0, 0, 0]);
});

test("the indices of the 17 regions are those expected, to the last digit and in the same form", async () => {
  expect((await isonga("import", "innovations", INNOVATIONS, "--round", ROUND)).out).toContain("534 new");
  expect((await isonga("import", "regional", REGIONAL, "--round", ROUND)).out).toContain("17 new");
  const { code, out, err } = await isonga("standings", ROUND, "--json");
  expect(err).toBe("");
  expect(code).toBe(0);
  const text = await readFile(join(shared, "id_iga_2023_expected.json"), "utf8");
  expect(out.trim()).toBe(text.replace(/^"note".*\n/m, "").trim());
}, 60_000);

test("the same files again change nothing", async () => {
  const before = [await count("audit_event"), await count("entry_event"), await count("entry_claim where version > 1")];
  expect((await isonga("import", "innovations", INNOVATIONS, "--round", ROUND)).out).toContain("0 new, 0 changed, 534 unchanged");
  expect((await isonga("import", "regional", REGIONAL, "--round", ROUND)).out).toContain("0 new, 0 changed, 17 unchanged");
  expect([await count("audit_event"), await count("entry_event"), await count("entry_claim where version > 1")]).toEqual(before);
});

test("a corrected file shows and makes just its changes", async () => {
  const lines = (await readFile(INNOVATIONS, "utf8")).trimEnd().split(/\r?\n/);
  const corrected = lines.map((line, index) => (index === 1 ? line.replace(/.$/, (digit) => String((Number(digit) + 1) % 4)) : line));
  const file = await written("corrected.csv", corrected);
  expect((await isonga("import", "innovations", file, "--round", ROUND)).out).toContain("0 new, 1 changed, 533 unchanged");
  const { rows } = await owner.query("select before, after from import_change where kind = 'CHANGED'");
  expect(rows[0].before.verified).not.toBe(rows[0].after.verified);
  expect(await count("entry_claim where version > 1")).toBe(1);
  expect((await isonga("import", "innovations", INNOVATIONS, "--round", ROUND)).out).toContain("1 changed");
});

test("an entry that somebody holds is left alone, and claims without verified levels are only submitted", async () => {
  const fresh = await written("fresh.csv", [HEADER, `16.10,Dinas Sosial,Baru,OTHER,true,APPLIED,SOCIAL;HEALTH,${LEVELS},`]);
  expect((await isonga("import", "innovations", fresh, "--round", ROUND)).out).toContain("1 new");
  const entry =
    "select state, array_to_string(i.affairs, ',') as affairs from entry e join innovation i on i.id = e.innovation_id where e.title = 'Baru'";
  expect((await owner.query(entry)).rows).toEqual([{ state: "SUBMITTED", affairs: "HEALTH,SOCIAL" }]);
  await owner.query("update entry set state = 'ENDORSED' where title = 'Baru'");
  const other = await written("other.csv", [HEADER, `16.10,dinas sosial,BARU,OTHER,true,APPLIED,SOCIAL,${LEVELS},${LEVELS}`]);
  const refused = await isonga("import", "innovations", other, "--round", ROUND);
  expect(refused.err).toContain("Line 2, –: This cannot be done in its present state.");
});

async function roundFile(): Promise<string> {
  const instrument = JSON.parse(
    await readFile(resolve(import.meta.dirname, "../../../server/src/programmes/instruments/iid-2023.json"), "utf8"),
  ) as object;
  const names = (text: string) => ({ en: text, rw: text, id: text });
  const stage = (code: string, kind: string, month: string) => ({
    ...{ code, kind, names: names(code) },
    startsAt: `2023-${month}-01T00:00:00+07:00`,
    endsAt: `2023-${month}-28T00:00:00+07:00`,
  });
  const file = {
    formatVersion: 1,
    programme: { code: "iga", country: "ID", names: names("Innovative Government Award") },
    round: {
      ...{ code: ROUND, names: names("IGA 2023"), place: { country: "ID", code: "16" }, timeZone: "Asia/Jakarta", illustrative: true },
      stages: [
        stage("submission", "SUBMISSION", "05"),
        stage("verification", "VERIFICATION", "09"),
        stage("publication", "PUBLICATION", "12"),
      ],
      instrument,
    },
  };
  return written("round.json", [JSON.stringify(file)]);
}

async function written(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}

async function count(what: string): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from ${what}`);
  return rows[0].n;
}

function isonga(...args: readonly string[]) {
  return operate(args, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ISONGA_DATA: folder });
}
