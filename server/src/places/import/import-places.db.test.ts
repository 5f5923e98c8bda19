import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { PUBLIC } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { findJurisdiction, jurisdictionsByCode } from "../find-jurisdiction.ts";
import { nationalList, openPlaces, type PlacesContexts, runPlaceRows, runPlaces } from "../places.fixture.ts";

let database: TestDatabase;
let places: PlacesContexts;
let ctx: Context;

beforeAll(async () => {
  database = await freshDatabase();
  places = await openPlaces(database.appUrl);
  ctx = places.context();
});
afterAll(async () => {
  await places.stop();
  await database.drop();
});

describe("rows that are refused", () => {
  it("refuses everybody but administrators", async () => {
    const run = await runPlaceRows(places.context(PUBLIC), [{ country: "RW", level: "PROVINCE", code: "1", name: "City of Kigali" }]);
    expect(run.state).toBe("REFUSED");
    expect(await codesOf(run.id)).toEqual([[1, null, "UNAUTHENTICATED"]]);
  });

  it("says of each row what is wrong with it, and takes none", async () => {
    const province = { country: "RW", level: "PROVINCE", code: "1", name: "City of Kigali" };
    const run = await runPlaceRows(ctx, [
      province,
      { ...province, name: "Kigali again" },
      { country: "RW", level: "REGENCY_CITY", code: "11", name: "Nyarugenge" },
      { country: "XX", level: "PROVINCE", code: "9", name: "Nowhere" },
      { country: "RW", level: "DISTRICT", code: "99", name: "Orphan", parent: "9" },
      { country: "RW", level: "SECTOR", code: "1101", name: "Gitega", parent: "1" },
      { country: "RW", level: "PROVINCE", code: "2 3", name: "Spaces" },
      { country: "RW", level: "PROVINCE", code: "3" },
      { country: "RW", level: "PROVINCE", code: "4", name: "North", population: "-1" },
      { country: "RW", level: "PROVINCE", code: "5", name: "East", valid_from: "2022-02-30" },
      { country: "RW", level: "PROVINCE", code: "6", name: "Ended", valid_from: "2022-01-02", valid_to: "2022-01-01" },
      { country: "RW", level: "PROVINCE", code: "7", name: "League", leagues: "unheard-of" },
      { country: "RW", level: "PROVINCE", code: "8", name: "Long".repeat(60) },
    ]);
    expect(run.state).toBe("REFUSED");
    expect(await codesOf(run.id)).toEqual([
      [2, "code", "ROW_TWICE"],
      [3, "level", "UNKNOWN_LEVEL"],
      [4, "country", "UNKNOWN_REFERENCE"],
      [5, "parent", "PARENT_MISSING"],
      [6, "parent", "PARENT_LEVEL"],
      [7, "code", "INVALID_CODE"],
      [8, "name", "REQUIRED"],
      [9, "population", "INVALID_NUMBER"],
      [10, "valid_from", "INVALID_DATE"],
      [11, "valid_to", "INVALID_DATE"],
      [12, "leagues", "UNKNOWN_REFERENCE"],
      [13, "name", "TOO_LONG"],
    ]);
    expect(await count("jurisdiction")).toBe(0);
  });

  it("refuses with a parent all that hang on it", async () => {
    const run = await runPlaceRows(ctx, [
      { country: "RW", level: "SECTOR", code: "1101", name: "Gitega", parent: "11" },
      { country: "RW", level: "DISTRICT", code: "11", name: "", parent: "1" },
    ]);
    expect(await codesOf(run.id)).toEqual([
      [1, "parent", "PARENT_MISSING"],
      [2, "name", "REQUIRED"],
    ]);
  });
});

describe("an administrator of one country", () => {
  it("is refused another country's rows, and levels of any", async () => {
    const scope = { kind: "JURISDICTION", id: "01a20421-6b23-70cd-bf48-7d8451559969", path: "RW" } as const;
    const own = places.context({ id: null, kind: "PERSON", name: "a", grants: [{ role: "ADMINISTRATOR", scope }] });
    const areas = [
      { country: "RW", level: "PROVINCE", code: "1", name: "City of Kigali" },
      { country: "ID", level: "PROVINCE", code: "16", name: "Sumatera Selatan" },
    ];
    expect(await codesOf((await runPlaceRows(own, areas, { dryRun: true })).id)).toEqual([[2, "code", "FORBIDDEN"]]);
    const level = { country: "KE", level: "COUNTRY", position: 0, key_system: "iso", name_en: "Country" };
    expect((await runPlaceRows(own, [level])).state).toBe("REFUSED");
    expect(await count("area_level")).toBe(0);
  });
});

describe("the national lists", () => {
  it("a dry run tells what would be and changes nothing", async () => {
    const run = await runPlaces(ctx, nationalList("rw_sectors_clean.csv"), { dryRun: true });
    expect(run).toMatchObject({ state: "DONE", rowsNew: 451, rowsChanged: 0, rowsUnchanged: 0, rowsRefused: 0 });
    expect([await count("jurisdiction"), await count("area_level"), await count("league")]).toEqual([0, 0, 0]);
  });

  it("Rwanda's goes in whole, with both code systems and names in two languages", async () => {
    const run = await runPlaces(ctx, nationalList("rw_sectors_clean.csv"));
    expect(run).toMatchObject({ state: "DONE", rowsNew: 451, rowsRefused: 0 });
    const found = await jurisdictionsByCode(places.context(undefined, "rw"), "RW", ["RW", "4", "1101"]);
    expect(found.get("1101")).toMatchObject({ name: "Gitega", level: "SECTOR", path: "RW.1.11.1101" });
    expect(found.get("4")).toMatchObject({ name: "Amajyaruguru", officialName: "Northern Province" });
    expect(await findJurisdiction(ctx, { country: "RW", code: "RW-03", system: "iso" })).toMatchObject({ code: "4" });
    expect(await findJurisdiction(ctx, { country: "RW", code: "4", system: "nisr" })).toMatchObject({ code: "4" });
    expect(await findJurisdiction(ctx, { country: "RW", code: "4", system: "iso" })).toBeNull();
  });

  it("Indonesia's goes in whole", async () => {
    const run = await runPlaces(ctx, nationalList("id_areas_level1-3.json"));
    expect(run).toMatchObject({ state: "DONE", rowsNew: 7_837, rowsRefused: 0 });
    expect(await findJurisdiction(ctx, { country: "ID", code: "16.10" })).toMatchObject({
      path: "ID.16.16_10",
      name: "Kabupaten Ogan Ilir",
    });
    expect(await count("jurisdiction")).toBe(451 + 7_837 + 2);
  });

  it("both go in again and change nothing, not even the audit record", async () => {
    const before = await count("audit_event");
    expect(await runPlaces(ctx, nationalList("rw_sectors_clean.csv"))).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsUnchanged: 451 });
    expect(await runPlaces(ctx, nationalList("id_areas_level1-3.json"))).toMatchObject({
      rowsNew: 0,
      rowsChanged: 0,
      rowsUnchanged: 7_837,
    });
    expect(await count("audit_event")).toBe(before);
  });
});

describe("the general form", () => {
  it("changes only what a row tells, shows before and after, and moves what lies below", async () => {
    const run = await runPlaceRows(ctx, [
      { country: "RW", level: "DISTRICT", code: "11", name: "Nyarugenge", parent: "5", population: 374_319, leagues: ["city"] },
      { country: "RW", level: "DISTRICT", code: "12" },
    ]);
    expect(run).toMatchObject({ state: "DONE", rowsNew: 0, rowsChanged: 1, rowsUnchanged: 1 });
    expect(await findJurisdiction(ctx, { country: "RW", code: "1101" })).toMatchObject({ path: "RW.5.11.1101" });
    expect(await findJurisdiction(ctx, { country: "RW", code: "11" })).toMatchObject({ population: 374_319, version: 2 });
    const { rows } = await sql<{ before: object; after: object }>`select before, after from import_change where run_id = ${run.id}`.execute(
      ctx.db,
    );
    expect(rows).toMatchObject([{ before: { parent: "1", population: null, leagues: [] }, after: { parent: "5", leagues: ["city"] } }]);
  });

  it("brings another country with levels of its own as nothing but data", async () => {
    const run = await runPlaceRows(ctx, [
      { country: "KE", level: "COUNTRY", position: 0, key_system: "iso", name_en: "Country" },
      { country: "KE", level: "COUNTY", position: 1, key_system: "iebc", name_en: "County" },
      { country: "KE", level: "COUNTY", code: "047", name: "Nairobi", codes: { iso: "KE-30" }, leagues: "city" },
      { country: "KE", level: "COUNTRY", code: "KE", name: "Kenya" },
    ]);
    expect(run).toMatchObject({ state: "DONE", rowsNew: 2 });
    expect(await findJurisdiction(ctx, { country: "KE", code: "KE-30", system: "iso" })).toMatchObject({ code: "047", path: "KE.047" });
  });

  it("refuses a code that another area has, and another level for an area with areas below it", async () => {
    const run = await runPlaceRows(ctx, [
      { country: "RW", level: "PROVINCE", code: "9", name: "New", codes: { iso: "RW-01" } },
      { country: "RW", level: "SECTOR", code: "12", name: "Gasabo", parent: "13" },
    ]);
    expect(await codesOf(run.id)).toEqual([
      [1, "codes.iso", "ALREADY_EXISTS"],
      [2, "level", "IN_USE"],
    ]);
  });
});

async function codesOf(runId: string): Promise<readonly unknown[]> {
  const { rows } = await sql<{ line: number; column: string | null; code: string }>`select line, "column", code from import_refusal
    where run_id = ${runId} order by line`.execute(ctx.db);
  return rows.map(({ line, column, code }) => [line, column, code]);
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
