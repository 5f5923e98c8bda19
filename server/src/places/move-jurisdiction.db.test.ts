import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/world/database.ts";
import type { Actor } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { jurisdictionsByCode } from "./find-jurisdiction.ts";
import { moveJurisdiction } from "./move-jurisdiction.ts";
import { nationalList, openPlaces, type PlacesContexts, runPlaces } from "./places.fixture.ts";

let database: TestDatabase;
let places: PlacesContexts;
let ctx: Context;

beforeAll(async () => {
  database = await freshDatabase();
  places = await openPlaces(database.appUrl);
  ctx = places.context();
  await runPlaces(ctx, nationalList("rw_sectors_clean.csv"));
});
afterAll(async () => {
  await places.stop();
  await database.drop();
});

describe("moving an area", () => {
  it("is refused below anything but the level directly above, in another country, of a stale version, and to strangers", async () => {
    const huye = { kind: "JURISDICTION", id: (await area("24")).id, path: "RW.2.24" } as const;
    const coordinator: Actor = { id: null, kind: "PERSON", name: "c", grants: [{ role: "COORDINATOR", scope: huye }] };
    await expect(move(ctx, "2401", "2")).rejects.toMatchObject({ code: "PARENT_LEVEL" });
    await expect(move(ctx, "24", "2401")).rejects.toMatchObject({ code: "PARENT_LEVEL" });
    await expect(move(ctx, "24", "24")).rejects.toMatchObject({ code: "PARENT_LEVEL" });
    await expect(move(ctx, "2401", "11", 7)).rejects.toMatchObject({ code: "STALE_VERSION" });
    await expect(move(places.context(coordinator), "2401", "11")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(move(places.context(coordinator), "1101", "24")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("keeps the tree whole, however often and whatever is moved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(29), fc.nat(4)), { minLength: 1, maxLength: 4 }), async (moves) => {
        const before = await tree();
        for (const [district, province] of moves) await move(ctx, before.districts[district] ?? "", before.provinces[province] ?? "");
        const after = await tree();
        expect(after.wrong).toEqual([]);
        expect(after.sectorsOf).toEqual(before.sectorsOf);
        const [last] = moves.slice(-1);
        const moved = await area(before.districts[last?.[0] ?? 0] ?? "");
        expect(moved.path).toBe(`RW.${before.provinces[last?.[1] ?? 0]}.${moved.code}`);
      }),
      { numRuns: 12 },
    );
  });
});

async function area(code: string) {
  const found = (await jurisdictionsByCode(ctx, "RW", [code])).get(code);
  if (!found) throw new Error(`There is no area ${code}`);
  return found;
}

async function move(as: Context, code: string, parentCode: string, version?: number) {
  const [what, parent] = [await area(code), await area(parentCode)];
  const acting = places.context(as.actor);
  return atomically(acting, { verb: "moveJurisdiction" }, () =>
    moveJurisdiction(acting, { id: what.id, version: version ?? what.version, parentId: parent.id }),
  );
}

/** Codes by level, the sectors below each district by path, and the areas whose path does not continue their parent's. */
async function tree() {
  const { rows } = await sql<{
    code: string;
    level: string;
    path: string;
    parent: string | null;
  }>`select j.code, j.level, j.path::text as path,
    p.path::text as parent from jurisdiction j left join jurisdiction p on p.id = j.parent_id order by j.code`.execute(ctx.db);
  const codes = (level: string) => rows.filter((row) => row.level === level).map(({ code }) => code);
  const districts = codes("DISTRICT");
  return {
    districts,
    provinces: codes("PROVINCE"),
    wrong: rows.filter(({ code, path, parent }) => path !== (parent === null ? code : `${parent}.${code}`)),
    sectorsOf: districts.map((code) => rows.filter(({ path }) => path.includes(`.${code}.`)).map((row) => row.code)),
  };
}
