import { resolve } from "node:path";
import { fileSource } from "@isonga/server/kernel/imports/row-source";
import { runImport } from "@isonga/server/kernel/imports/run-import";
import { importPlaces } from "@isonga/server/places/import/import-places";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { createWorld, type World } from "../../world/world.ts";

const SHARED = process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../../shared");

describe("places are imported and searched", () => {
  let world: World;
  let administrator: Client;
  let staff: Client;
  let coordinator: Client;
  beforeAll(async () => {
    world = await createWorld();
    administrator = await world.person("Agnes", [{ role: "ADMINISTRATOR" }]);
    for (const file of ["rw_sectors_clean.csv", "id_areas_level1-3.json"]) await importList(file);
    const huye = await idOf("RW", "24");
    staff = await world.person("Samuel", [{ role: "STAFF", jurisdictionId: huye }]);
    coordinator = await world.person("Clarisse", [{ role: "COORDINATOR", jurisdictionId: huye }], "rw");
  });
  afterAll(() => world.stop());

  it("refuses the public, strangers, and coordinators outside of their subtree", async () => {
    expect(await world.visitor.refusal("{ countries { id } }")).toBe("UNAUTHENTICATED");
    const [huye, nyarugenge] = [await idOf("RW", "24"), await idOf("RW", "11")];
    expect(await staff.refusal(CREATE_AGENCY, { input: agency(huye) })).toBe("FORBIDDEN");
    expect(await coordinator.refusal(CREATE_AGENCY, { input: agency(nyarugenge) })).toBe("FORBIDDEN");
    expect(await coordinator.refusal(UPDATE, { input: { id: nyarugenge, version: 1, facts: { name: "Other" } } })).toBe("FORBIDDEN");
    expect(await coordinator.refusal(CREATE_AGENCY, { input: agency("not-an-id") })).toBe("NOT_FOUND");
  });

  it("takes both national lists whole, and once", async () => {
    expect(await importList("rw_sectors_clean.csv")).toMatchObject({ state: "DONE", rowsNew: 0, rowsUnchanged: 451 });
    expect(await importList("id_areas_level1-3.json")).toMatchObject({ state: "DONE", rowsNew: 0, rowsUnchanged: 7_837 });
    const { countries } = await staff.data<{ countries: unknown }>("{ countries { code childCount levelName } }");
    expect(countries).toEqual([
      { code: "ID", childCount: 38, levelName: "Country" },
      { code: "RW", childCount: 5, levelName: "Country" },
    ]);
  });

  it("finds a place by part of its name, with errors in it, and tells where it lies in the reader's language", async () => {
    const search = "query ($text: String!) { searchPlaces(text: $text, first: 3) { name levelName code ancestors { name } } }";
    expect(await staff.data(search, { text: "Kicikuro" })).toMatchObject({
      searchPlaces: [
        { name: "Kicukiro", levelName: "District", ancestors: [{ name: "Rwanda" }, { name: "City of Kigali" }] },
        { name: "Kicukiro", levelName: "Sector", ancestors: [{ name: "Rwanda" }, { name: "City of Kigali" }, { name: "Kicukiro" }] },
      ],
    });
    expect(await coordinator.data(search, { text: "ngoma" })).toMatchObject({
      searchPlaces: [{ name: "Ngoma", levelName: "Akarere", ancestors: [{ name: "Rwanda" }, { name: "Iburasirazuba" }] }, {}, {}],
    });
  });

  it("walks the tree by pages, with codes, leagues and children in few statements", async () => {
    const walk = `{ jurisdiction(country: "RW", code: "RW-05", codeSystem: "iso") { code name codes { system code } levelBelow { name } leagues { code }
      children(first: 2) { nodes { name parent { code } ancestors { code } children(first: 1) { nodes { level } pageInfo { hasNextPage } } } pageInfo { hasNextPage endCursor } } } }`;
    const { jurisdiction } = await staff.data<{ jurisdiction: { children: { pageInfo: { endCursor: string } } } }>(walk);
    expect(jurisdiction).toMatchObject({
      code: "2",
      name: "Southern Province",
      codes: [
        { system: "nisr", code: "2" },
        { system: "iso", code: "RW-05" },
      ],
      levelBelow: { name: "District" },
      children: {
        nodes: [
          {
            name: "Gisagara",
            parent: { code: "2" },
            ancestors: [{ code: "RW" }, { code: "2" }],
            children: { nodes: [{ level: "SECTOR" }] },
          },
          { name: "Huye" },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
    const next = `query ($after: String, $parent: ID!) { jurisdictions(parent: $parent, first: 1, after: $after) { nodes { name } } }`;
    const after = jurisdiction.children.pageInfo.endCursor;
    expect(await staff.data(next, { after, parent: await idOf("RW", "2") })).toEqual({ jurisdictions: { nodes: [{ name: "Kamonyi" }] } });
  });

  it("lets a coordinator keep the agencies and facts of the subtree, by version", async () => {
    const ngoma = await idOf("RW", "2408");
    const made = await coordinator.data<{ createAgency: { agency: { id: string } } }>(CREATE_AGENCY, { input: agency(ngoma) });
    expect(made).toMatchObject({
      createAgency: { refusals: [], agency: { code: "office", jurisdiction: { code: "2408" }, viewerCan: { edit: true } } },
    });
    expect(await coordinator.refusal(CREATE_AGENCY, { input: agency(ngoma) })).toBe("ALREADY_EXISTS");
    const { id } = made.createAgency.agency;
    const facts = { code: "office", name: "Sector office of Ngoma" };
    expect(await coordinator.refusal(UPDATE_AGENCY, { input: { id, version: 1, facts } })).toBeNull();
    expect(await coordinator.refusal(UPDATE_AGENCY, { input: { id, version: 1, facts } })).toBe("STALE_VERSION");
    const input = {
      id: ngoma,
      version: 1,
      facts: { name: "Ngoma", population: 23_456, validFrom: "2006-01-01", codes: [{ system: "local", code: "NG" }] },
    };
    expect(await coordinator.data(UPDATE, { input })).toMatchObject({
      updateJurisdiction: {
        refusals: [],
        jurisdiction: { population: 23_456, validFrom: "2006-01-01", codes: [{ code: "2408" }, { system: "local" }] },
      },
    });
    const leagues = { id: ngoma, version: 2, leagues: ["border"] };
    expect(await coordinator.refusal(SET_LEAGUES, { input: { ...leagues, leagues: ["none-such"] } })).toBe("UNKNOWN_REFERENCE");
    expect(await coordinator.data(SET_LEAGUES, { input: leagues })).toMatchObject({
      setLeagues: { jurisdiction: { leagues: [{ code: "border" }] } },
    });
    expect(await staff.data('{ jurisdictions(league: "border") { nodes { code } } }')).toEqual({
      jurisdictions: { nodes: [{ code: "2408" }] },
    });
  });

  it("adds an area below, which is found at once by its id and its name", async () => {
    const input = { parentId: await idOf("RW", "2408"), code: "240801", facts: { name: "Kaburemera ya Mbere" } };
    const { createJurisdiction } = await coordinator.data<{ createJurisdiction: { jurisdiction: { id: string } } }>(CREATE, { input });
    expect(createJurisdiction).toMatchObject({ jurisdiction: { level: "CELL", levelName: "Akagari" } });
    expect(await coordinator.refusal(CREATE, { input })).toBe("ALREADY_EXISTS");
    const { id } = createJurisdiction.jurisdiction;
    const node = "query ($id: ID!) { node(id: $id) { id ... on Jurisdiction { name } } }";
    expect(await staff.data(node, { id })).toEqual({ node: { id, name: "Kaburemera ya Mbere" } });
    expect(await world.visitor.data(node, { id })).toEqual({ node: null });
  });

  async function idOf(country: string, code: string): Promise<string> {
    const ask = "query ($country: String!, $code: String!) { jurisdiction(country: $country, code: $code) { id } }";
    return (await administrator.data<{ jurisdiction: { id: string } }>(ask, { country, code })).jurisdiction.id;
  }

  function importList(file: string) {
    const source = fileSource(resolve(SHARED, "data", file));
    return runImport(world.app.operatorContext(), {
      importer: importPlaces,
      options: {},
      mode: "REJECT_EVERYTHING",
      dryRun: false,
      source,
    });
  }
});

const CREATE_AGENCY = `mutation ($input: CreateAgencyInput!) { createAgency(input: $input) {
  refusals { code field } agency { id code jurisdiction { code } viewerCan { edit } } } }`;
const UPDATE_AGENCY = "mutation ($input: UpdateAgencyInput!) { updateAgency(input: $input) { refusals { code field } agency { id } } }";
const UPDATE = `mutation ($input: UpdateJurisdictionInput!) { updateJurisdiction(input: $input) {
  refusals { code field } jurisdiction { population validFrom version codes { system code } } } }`;
const SET_LEAGUES =
  "mutation ($input: SetLeaguesInput!) { setLeagues(input: $input) { refusals { code } jurisdiction { leagues { code } } } }";
const CREATE =
  "mutation ($input: CreateJurisdictionInput!) { createJurisdiction(input: $input) { refusals { code } jurisdiction { id level levelName } } }";

function agency(jurisdictionId: string) {
  return { jurisdictionId, facts: { code: "office", name: "Office" } };
}
