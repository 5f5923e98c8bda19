import "reflect-metadata";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Actor, OPERATOR, PUBLIC, type Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import type { AnyImporter } from "../../kernel/imports/importer.ts";
import { listImportKinds } from "../../kernel/imports/list-imports.ts";
import { registerImporters } from "../../kernel/imports/registry.ts";
import { recordsSource } from "../../kernel/imports/row-source.ts";
import { runImport } from "../../kernel/imports/run-import.ts";
import { openPlaces, type PlacesContexts } from "../../places/places.fixture.ts";
import { INDEX_ROUND, type IndexPlaces, makeIndexRound } from "../index/index-round.fixture.ts";
import { authorizeEntryImport, type EntryImportOptions, entryImportOptions } from "./import-ground.ts";
import { innovationsImporter } from "./import-innovations.ts";
import { regionalImporter } from "./import-regional.ts";

const LEVELS = "01230123012301230123";

let database: TestDatabase;
let opened: PlacesContexts;
let ctx: Context;
let places: IndexPlaces;

beforeAll(async () => {
  database = await freshDatabase();
  opened = await openPlaces(database.appUrl);
  ctx = opened.context();
  places = await makeIndexRound(ctx);
  registerImporters([innovationsImporter, regionalImporter] as unknown as readonly AnyImporter[], async () => null);
});
afterAll(async () => {
  await opened.stop();
  await database.drop();
});

test("staff, heads, judges and the public may not begin; verified levels are for verifiers and administrators", () => {
  for (const who of [PUBLIC, at("STAFF", "16.10"), at("HEAD", "16.10"), at("JUDGE", "16"), at("VERIFIER", "16")])
    expect(() => authorizeEntryImport(as(who), {})).toThrow();
  expect(() => authorizeEntryImport(as(at("COORDINATOR", "16.10")), {})).not.toThrow();
  expect(() => authorizeEntryImport(as(at("COORDINATOR", "16.10")), { state: "VERIFIED" })).toThrow();
  const both = { ...at("COORDINATOR", "16.10"), grants: [...at("COORDINATOR", "16.10").grants, ...at("VERIFIER", "16").grants] };
  for (const who of [both, OPERATOR]) expect(() => authorizeEntryImport(as(who), { state: "VERIFIED" })).not.toThrow();
});

test("the page offers verified levels to nobody whose rows would refuse them", async () => {
  const offered = async (who: Actor) => {
    const kinds = await listImportKinds(as(who));
    return kinds.filter(({ kind }) => kind === "INNOVATIONS" || kind === "REGIONAL").map(({ mayApprove }) => mayApprove);
  };
  expect(await offered(at("STAFF", "16.10"))).toEqual([]);
  expect(await offered(at("COORDINATOR", "16.10"))).toEqual([false, false]);
  expect(await offered(OPERATOR)).toEqual([true, true]);
});

test("a coordinator brings in the own region's innovations only, and cannot verify them", async () => {
  const coordinator = as(at("COORDINATOR", "16.10"));
  expect(await run(coordinator, [row("16.74", "Elsewhere", "")])).toEqual(["1 region FORBIDDEN"]);
  expect(await run(coordinator, [row("16.10", "Mine", LEVELS)], { state: "VERIFIED" })).toEqual(["1 state FORBIDDEN"]);
  const partly = { ...at("COORDINATOR", "16"), grants: [...at("COORDINATOR", "16").grants, ...at("VERIFIER", "16.74").grants] };
  expect(await run(as(partly), [row("16.10", "Mine", LEVELS)], { state: "VERIFIED" })).toEqual(["1 verified FORBIDDEN"]);
  // Told nothing of the state, a file of who verifies nothing is handed in, and its verified levels are left out.
  expect(await run(coordinator, [row("16.10", "Mine", LEVELS)])).toEqual([]);
  const { rows } = await sql<{ state: string; verified: string | null; levels: string }>`select e.state, max(k.verified)::text as verified,
      string_agg(k.claimed::text, '' order by p.n) as levels
    from entry e join entry_claim k on k.entry_id = e.id join instrument i on i.id = e.instrument_id
    join lateral (select n, v->>'code' as code from jsonb_array_elements(i.definition->'innovation') with ordinality x(v, n)) p on p.code = k.indicator
    where e.title = 'Mine' group by e.state`.execute(ctx.db);
  expect(rows).toEqual([{ state: "SUBMITTED", verified: null, levels: LEVELS }]);
});

test("a verified entry has been through every hand, and its innovation is the same the year after", async () => {
  expect(await run(ctx, [row("16.74", "Aku Mandiri", LEVELS)])).toEqual([]);
  const acts = await sql<{ act: string }>`select v.act from entry_event v join entry e on e.id = v.entry_id where e.title = 'Aku Mandiri'
    order by v.id`.execute(ctx.db);
  expect(acts.rows.map(({ act }) => act)).toEqual(["submit", "endorse", "check", "verify"]);
  const answers = await sql<{ value: unknown }>`select a.value from entry_answer a join entry e on e.id = a.entry_id
    where e.title = 'Aku Mandiri' and a.value = '"Aku Mandiri"'`.execute(ctx.db);
  expect(answers.rows).toHaveLength(1);
  await sql`insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state)
    select gen_random_uuid(), programme_id, 'iga-2027', names, jurisdiction_id, time_zone, 'OPEN' from round where code = ${INDEX_ROUND}`.execute(
    ctx.db,
  );
  await sql`insert into instrument (id, round_id, number, kind, definition) select gen_random_uuid(), r.id, 1, i.kind, i.definition
    from round r, instrument i where r.code = 'iga-2027'`.execute(ctx.db);
  expect(await run(ctx, [row("16.74", "aku mandiri", LEVELS)], { round: "iga-2027" })).toEqual([]);
  const { rows } = await sql<{
    innovations: number;
    entries: number;
  }>`select count(distinct i.id)::int as innovations, count(*)::int as entries
    from innovation i join entry e on e.innovation_id = i.id where lower(i.title) = 'aku mandiri'`.execute(ctx.db);
  expect(rows).toEqual([{ innovations: 1, entries: 2 }]);
});

test("a region's own rows are claimed and verified at once, or handed to the verifiers", async () => {
  const regional = (region: string, state: EntryImportOptions["state"]) =>
    runImport(ctx, {
      importer: regionalImporter,
      options: entryImportOptions.parse({ round: INDEX_ROUND, state }),
      mode: "REJECT_EVERYTHING",
      dryRun: false,
      source: recordsSource([{ region, levels: LEVELS }]),
    });
  expect(await regional("16.10", "VERIFIED")).toMatchObject({ state: "DONE", rowsNew: 1 });
  expect(await regional("16.74", "SUBMITTED")).toMatchObject({ state: "DONE", rowsNew: 1 });
  const { rows } = await sql<{ code: string; state: string; verified: number }>`select j.code, e.state, count(k.verified)::int as verified
    from entry e join jurisdiction j on j.id = e.jurisdiction_id join entry_claim k on k.entry_id = e.id
    where e.kind = 'REGIONAL' group by j.code, e.state order by j.code`.execute(ctx.db);
  expect(rows).toEqual([
    { code: "16.10", state: "VERIFIED", verified: 20 },
    { code: "16.74", state: "CHECKED", verified: 0 },
  ]);
});

test("a published round takes nothing any more", async () => {
  await sql`update round set state = 'PUBLISHED' where code = ${INDEX_ROUND}`.execute(ctx.db);
  expect(await run(ctx, [row("16.10", "Too late", LEVELS)])).toEqual(["1 round WRONG_STATE"]);
});

function row(region: string, innovation: string, verified: string) {
  return {
    region,
    agency: "Dinas Dukcapil",
    innovation,
    form: "PUBLIC_SERVICE",
    digital: "ya",
    affair: "CIVIL_REGISTRATION",
    claimed: LEVELS,
    verified,
  };
}

/** Why it was refused: line, column and code of each. */
async function run(who: Context, rows: readonly object[], options: Partial<EntryImportOptions> = {}): Promise<readonly string[]> {
  const source = recordsSource(rows as readonly Readonly<Record<string, unknown>>[]);
  const asked = entryImportOptions.parse({ round: INDEX_ROUND, ...options });
  const done = await runImport(who, { importer: innovationsImporter, options: asked, mode: "REJECT_EVERYTHING", dryRun: false, source });
  const found = await sql<{ line: number; column: string | null; code: string }>`select line, "column", code from import_refusal
    where run_id = ${done.id}::uuid order by line, id`.execute(ctx.db);
  return found.rows.map(({ line, column, code }) => `${line} ${column ?? ""} ${code}`);
}

function as(who: Actor): Context {
  return opened.context(who);
}

function at(role: Role, code: string): Actor {
  const scope = { kind: "JURISDICTION", id: places.ids.get(code) ?? "", path: places.paths.get(code) ?? "" } as const;
  return { id: null, kind: "PERSON", name: "Somebody", grants: [{ role, scope }] };
}
