import "reflect-metadata";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/world/database.ts";
import type { Actor } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { recordsSource } from "../kernel/imports/row-source.ts";
import { runImport } from "../kernel/imports/run-import.ts";
import { ensureCountries } from "../places/ensure-countries.ts";
import { openPlaces, type PlacesContexts } from "../places/places.fixture.ts";
import { servicesImporter } from "./import-services.ts";

let database: TestDatabase;
let opened: PlacesContexts;
let ctx: Context;

const BIRTH = { code: "birth", country: "RW", name_en: "Birth certificate", name_rw: "Icyemezo cy'amavuko", delivered_at: "SECTOR" };

beforeAll(async () => {
  database = await freshDatabase();
  opened = await openPlaces(database.appUrl);
  ctx = opened.context();
  await atomically(ctx, { verb: "test" }, () => ensureCountries(ctx, ["RW"]));
});
afterAll(async () => {
  await opened.stop();
  await database.drop();
});

test("only administrators import services, and each row says what is wrong with it", async () => {
  const coordinator: Actor = { ...ctx.actor, kind: "PERSON", grants: [{ role: "COORDINATOR", scope: { kind: "PLATFORM" } }] };
  expect(await run([BIRTH], opened.context(coordinator))).toMatchObject({ state: "REFUSED", codes: ["FORBIDDEN"] });
  const rows = [
    BIRTH,
    { ...BIRTH, code: "b c" },
    { ...BIRTH, code: "nameless", name_en: "", name_rw: "" },
    { ...BIRTH, code: "levelless", delivered_at: "PARISH" },
    { ...BIRTH, code: "fee", in_force_from: "2020-01-01", fee: "500" },
    { ...BIRTH, code: "time", in_force_from: "2020-02-30", longest_time: "0", time_unit: "WEEK" },
    { ...BIRTH, name_en: "Another name" },
  ];
  expect(await run(rows)).toMatchObject({
    state: "REFUSED",
    rowsRefused: 6,
    codes: ["INVALID_CODE", "INVALID_DATE", "INVALID_NUMBER", "INVALID_VALUE", "REQUIRED", "REQUIRED", "ROW_TWICE", "UNKNOWN_LEVEL"],
  });
});

test("services with several standards go in, again without a change, and a corrected file changes what it says", async () => {
  const rows = [
    { ...BIRTH, in_force_from: "2020-01-01", fee: "500", currency: "RWF", longest_time: "1", time_unit: "WORKING_DAY" },
    { ...BIRTH, in_force_from: "2022-01-01", fee: "0", currency: "RWF" },
    { ...BIRTH, code: "marriage", name_en: "Marriage certificate" },
  ];
  expect(await run(rows)).toMatchObject({ state: "DONE", rowsNew: 2 });
  expect(await run(rows)).toMatchObject({ state: "DONE", rowsNew: 0, rowsChanged: 0, rowsUnchanged: 2 });
  expect(await run([{ code: "birth", country: "RW", name_id: "Akta kelahiran" }])).toMatchObject({ state: "DONE", rowsChanged: 1 });
  const { rows: services } =
    await sql`select code, names, version, (select count(*)::int from service_standard where service_id = service.id) as standards
    from service order by code`.execute(ctx.db);
  expect(services).toEqual([
    { code: "birth", names: { en: "Birth certificate", rw: "Icyemezo cy'amavuko", id: "Akta kelahiran" }, version: 2, standards: 2 },
    { code: "marriage", names: { en: "Marriage certificate", rw: "Icyemezo cy'amavuko" }, version: 1, standards: 0 },
  ]);
});

async function run(rows: readonly object[], as: Context = ctx) {
  const source = recordsSource(rows as Record<string, unknown>[]);
  const ended = await runImport(as, { importer: servicesImporter, options: {}, mode: "REJECT_EVERYTHING", dryRun: false, source });
  const { rows: refusals } = await sql<{
    code: string;
  }>`select code from import_refusal where run_id = ${ended.id}::uuid order by line, id`.execute(ctx.db);
  return { ...ended, codes: refusals.map(({ code }) => code).sort() };
}
