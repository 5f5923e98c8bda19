import { sql } from "kysely";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { createPerson, type NewGrant } from "../people/create-person.ts";
import { jurisdictionsByCode } from "../places/find-jurisdiction.ts";
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from "./accounts.ts";

/** Makes the demo's accounts with their grants, all or none. */
export async function addDemoPeople(ctx: Context): Promise<void> {
  await atomically(ctx, { verb: "loadDemo" }, async () => {
    for (const person of DEMO_PEOPLE) {
      const { name, email, language } = person;
      await createPerson(ctx, { name, email, language, password: DEMO_PASSWORD, grants: await grantsOf(ctx, person) });
    }
  });
}

async function grantsOf(ctx: Context, { role, scope }: DemoPerson): Promise<readonly NewGrant[]> {
  if (scope === "PLATFORM") return [{ role }];
  if ("area" in scope) {
    const place = (await jurisdictionsByCode(ctx, "RW", [scope.area])).get(scope.area);
    return place ? [{ role, jurisdictionId: place.id }] : [];
  }
  const { rows } = await sql<{ id: string }>`select id from round where code = any(${[...scope.rounds]}::text[])`.execute(ctx.db);
  return rows.map(({ id }) => ({ role, roundId: id }));
}
