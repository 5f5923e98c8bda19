import "reflect-metadata";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { atomically } from "../../kernel/atomically.ts";
import { type Files, openFiles } from "../../kernel/files/files.ts";
import { sniffDocument } from "../../kernel/files/sniff-document.ts";
import { fileSource } from "../../kernel/imports/row-source.ts";
import { configureMail } from "../../mail/mailer.ts";
import { ensureCountries } from "../../places/ensure-countries.ts";
import { importPlaces } from "../../places/import/import-places.ts";
import { DEMO_PEOPLE_ID } from "../accounts.ts";
import { addDemoPeople } from "../add-demo-people.ts";
import { importAll } from "../import-all.ts";
import { loadKipp } from "./load-kipp.ts";

let database: TestDatabase;
let connected: Connected;
let dataFolder: string;
let files: Files;
const now = new Date("2026-11-22T03:00:00Z");
const contextAt = (instant?: string) => connected.context(undefined, () => (instant ? new Date(instant) : now));

beforeAll(async () => {
  database = await freshDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), "isonga-kipp-"));
  files = openFiles({ dataFolder, s3: null, clamdUrl: null });
  connected = await connect(database.appUrl, files);
  configureMail(connected.orm, { publicUrl: "http://localhost:4000", smtpUrl: null, from: "Isonga <isonga@localhost>", folder: tmpdir() });
  const ctx = contextAt();
  await atomically(ctx, { verb: "test" }, () => ensureCountries(ctx, ["ID"]));
  const source = fileSource(resolve(import.meta.dirname, "../indonesia/places.csv"));
  await importAll(contextAt(), { importer: importPlaces, options: {}, source });
  await addDemoPeople(
    contextAt(),
    DEMO_PEOPLE_ID.filter(({ role }) => role === "VERIFIER"),
  );
  const start = performance.now();
  await loadKipp({ contextAt, step: () => {} });
  console.log(`the jury award was loaded in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}, 120_000);
afterAll(async () => {
  await connected.stop();
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
});

describe("the demo's jury award", () => {
  test("has forty proposals, twelve judges in two panels, and half of its desk scoring signed by the verbs of everybody", async () => {
    const { rows } =
      await sql<Counts>`select (select count(*)::int from judged_entry) as entries, (select count(*)::int from judge where state = 'ACCEPTED') as judges,
        (select count(*)::int from assignment) as assigned, (select count(*)::int from scorecard where state = 'SIGNED') as signed,
        (select count(*)::int from scorecard where state = 'DRAFT') as begun, (select count(*)::int from scorecard where outcome = 'ABSTAINED') as abstained,
        (select state from judging_stage where stage = 'desk') as state,
        (select count(distinct panel)::int from judge_seat where stage = 'desk') as panels`.execute(contextAt().db);
    const [counts] = rows;
    expect(counts).toMatchObject({ entries: 40, judges: 12, panels: 2, state: "SCORING" });
    expect(counts?.assigned).toBeGreaterThanOrEqual(38 * 3 + 20);
    expect((counts?.signed ?? 0) / (counts?.assigned ?? 1)).toBeGreaterThan(0.45);
    expect((counts?.signed ?? 0) / (counts?.assigned ?? 1)).toBeLessThan(0.7);
    expect(counts?.begun).toBe(12);
    expect(counts?.abstained).toBeGreaterThan(0);
  });

  test("proves some proposals by a document and a picture, of which every judge was given some", async () => {
    const { rows } =
      await sql<Proof>`select ev.entry_id as "entryId", ev.media_type as "mediaType", ev.file_key as "fileKey", ev.name, ev.neutral_name as "neutralName",
        a.name as office from evidence ev join entry e on e.id = ev.entry_id join agency a on a.id = e.agency_id
      where ev.kind = 'FILE' and ev.field = 'proof' order by ev.entry_id, ev.media_type`.execute(contextAt().db);
    expect(rows).toHaveLength(8 * 2);
    for (const [index, { mediaType, fileKey, neutralName }] of rows.entries()) {
      expect(mediaType).toBe(index % 2 === 0 ? "application/pdf" : "image/png");
      const kept = join(dataFolder, "looked-at");
      await writeFile(kept, await buffer(await files.kept.read(fileKey)));
      expect((await sniffDocument(kept))?.mediaType).toBe(mediaType);
      expect((await readFile(kept)).length).toBeLessThan(100_000);
      expect(neutralName).toMatch(/^[a-z]+-\d+\.(pdf|png)$/);
    }
    const { rows: judges } = await sql<{ given: number }>`select (select count(*)::int from assignment s where s.judge_id = j.id
        and s.ended_at is null and s.entry_id = any(${[...new Set(rows.map(({ entryId }) => entryId))]}::uuid[])) as given
      from judge j where j.state = 'ACCEPTED'`.execute(contextAt().db);
    expect(judges).toHaveLength(12);
    for (const { given } of judges) expect(given).toBeGreaterThan(0);
  });

  test("is loaded once: a second start changes nothing", async () => {
    const count = () => sql<{ n: number }>`select count(*)::int as n from audit_event`.execute(contextAt().db);
    const before = (await count()).rows[0]?.n;
    await loadKipp({ contextAt, step: () => {} });
    expect((await count()).rows[0]?.n).toBe(before);
  });
});

type Proof = Readonly<Record<"entryId" | "mediaType" | "fileKey" | "name" | "neutralName" | "office", string>>;
type Counts = Readonly<Record<"entries" | "judges" | "assigned" | "signed" | "begun" | "abstained" | "panels", number>> & {
  readonly state: string;
};
