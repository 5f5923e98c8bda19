import { sql } from "kysely";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { createPerson, hashOf, type NewGrant } from "../people/create-person.ts";
import { jurisdictionsByCode } from "../places/find-jurisdiction.ts";
import { DEMO_PASSWORD, type DemoPerson } from "./accounts.ts";

/** Makes these accounts of the demo with their grants, all or none. */
export async function addDemoPeople(ctx: Context, people: readonly DemoPerson[]): Promise<void> {
  await atomically(ctx, { verb: "loadDemo" }, async () => {
    const { rows } = await sql<{ email: string }>`select email from person`.execute(ctx.db);
    const there = new Set(rows.map(({ email }) => email));
    const missing = people.filter(({ email }) => !there.has(email));
    const passwordHash = missing.length > 0 ? await hashOf(DEMO_PASSWORD) : "";
    for (const person of missing) {
      const { name, email, language } = person;
      await createPerson(ctx, { name, email, language, passwordHash, grants: await grantsOf(ctx, person) });
    }
  });
}

async function grantsOf(ctx: Context, { role, scope }: DemoPerson): Promise<readonly NewGrant[]> {
  if (scope === "PLATFORM") return [{ role }];
  if ("area" in scope) {
    const place = (await jurisdictionsByCode(ctx, scope.country, [scope.area])).get(scope.area);
    if (!place) throw new Error(`The demo has no area ${scope.area}`);
    if (!("office" in scope)) return [{ role, jurisdictionId: place.id }];
    const { rows } = await sql<{
      id: string;
    }>`select id from agency where jurisdiction_id = ${place.id} and name = ${scope.office}`.execute(ctx.db);
    return rows.map(({ id }) => ({ role, agencyId: id }));
  }
  const { rows } = await sql<{ id: string }>`select id from round where code = any(${[...scope.rounds]}::text[])`.execute(ctx.db);
  return rows.map(({ id }) => ({ role, roundId: id }));
}
