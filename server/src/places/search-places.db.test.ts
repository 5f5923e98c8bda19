import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/world/database.ts";
import type { Context } from "../kernel/context.ts";
import { nationalList, openPlaces, type PlacesContexts, runPlaces } from "./places.fixture.ts";
import { type PlaceSearch, searchPlaces } from "./search-places.ts";

let database: TestDatabase;
let places: PlacesContexts;
let ctx: Context;

beforeAll(async () => {
  database = await freshDatabase();
  places = await openPlaces(database.appUrl);
  ctx = places.context();
  await runPlaces(ctx, nationalList("rw_sectors_clean.csv"));
  await runPlaces(ctx, nationalList("id_areas_level1-3.json"));
  await sql`select count(*) from jurisdiction`.execute(ctx.db);
});
afterAll(async () => {
  await places.stop();
  await database.drop();
});

it("refuses an endless text and too many at once", async () => {
  await expect(searchPlaces(ctx, { text: "a".repeat(101) })).rejects.toMatchObject({ code: "TOO_LONG" });
  await expect(searchPlaces(ctx, { text: "a", first: 101 })).rejects.toMatchObject({ code: "PAGE_TOO_LARGE" });
});

it("finds nothing for nothing, and takes signs of patterns as they are", async () => {
  expect(await names({ text: "  " })).toEqual([]);
  expect(await names({ text: "%" })).toEqual([]);
  expect(await names({ text: "___" })).toEqual([]);
});

it("finds by code, larger areas first where names repeat", async () => {
  expect(await names({ text: "16.10", first: 1 })).toEqual(["Kabupaten Ogan Ilir"]);
  expect(await names({ text: "1101", country: "RW", first: 1 })).toEqual(["Gitega"]);
  expect((await searchPlaces(ctx, { text: "Nyarugenge", first: 5 })).map(({ level }) => level).slice(0, 2)).toEqual(["DISTRICT", "SECTOR"]);
});

it("finds by part of a name in any language", async () => {
  expect(await names({ text: "burasiraz" })).toEqual(["Eastern Province"]);
  expect(await names({ text: "ogan ilir" })).toContain("Kabupaten Ogan Ilir");
  expect(await names({ text: "hu", country: "RW", level: "DISTRICT" })).toEqual(["Huye"]);
  expect((await searchPlaces(places.context(undefined, "rw"), { text: "kigali", first: 1, level: "PROVINCE" }))[0]?.name).toBe(
    "Umujyi wa Kigali",
  );
});

it("finds by a name together with that of an area above, in any order", async () => {
  const found = await searchPlaces(ctx, { text: "Remera Gasabo", first: 5 });
  expect(found.map(({ officialName, level }) => [officialName, level])).toEqual([["Remera", "SECTOR"]]);
  const codes = (text: string) => searchPlaces(ctx, { text, first: 5 }).then((places) => places.map(({ code }) => code));
  expect(await codes("gasabo, remera")).toEqual(found.map(({ code }) => code));
  expect(await codes("Remera Burasirazuba")).not.toEqual(found.map(({ code }) => code));
  expect((await codes("Remera Burasirazuba")).length).toBeGreaterThan(0);
  expect(await names({ text: "Remera Gasabo", level: "DISTRICT" })).toEqual([]);
  expect(await names({ text: "Remera Palembang" })).toEqual([]);
});

it.each([
  ["Kicikuro", "Kicukiro"],
  ["Nyarugnge", "Nyarugenge"],
  ["Musanzee", "Musanze"],
  ["Gasabbo", "Gasabo"],
  ["Hyue", "Huye"],
  ["Hoye", "Huye"],
  ["Palembnag", "Kota Palembang"],
  ["jogyakarta", "Daerah Istimewa Yogyakarta"],
  ["Rwamgana", "Rwamagana"],
])("forgives %s for %s", async (typed, meant) => {
  expect(await names({ text: typed, first: 10 })).toContain(meant);
});

it("uses the indexes", async () => {
  const owner = await openPlaces(database.ownerUrl);
  await sql`analyze jurisdiction`.execute(owner.context().db);
  await owner.stop();
  const { rows } = await sql<{
    "QUERY PLAN": string;
  }>`explain select id from jurisdiction j where lower(j.name || ' ' || coalesce(j.names ->> 'en', '') || ' ' ||
    coalesce(j.names ->> 'rw', '') || ' ' || coalesce(j.names ->> 'id', '')) like '%ogan ilir%'`.execute(ctx.db);
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("jurisdiction_search");
});

async function names(search: PlaceSearch): Promise<readonly string[]> {
  return (await searchPlaces(ctx, search)).map(({ officialName }) => officialName);
}
