import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { type Actor, PUBLIC, ROLES, type Scope } from "../../kernel/actor.ts";
import { atomically } from "../../kernel/atomically.ts";
import { ensureCountries } from "../../places/ensure-countries.ts";
import { roundPolicy } from "./round.policy.ts";
import { ROUND_STATES, type RoundState } from "./round-states.ts";
import { roundVisibleSql } from "./round-visibility.ts";

let database: TestDatabase;
let connected: Connected;
beforeAll(async () => {
  database = await freshDatabase();
  connected = await connect(database.appUrl);
  const ctx = connected.context();
  await atomically(ctx, { verb: "test" }, async () => {
    await ensureCountries(ctx);
    const programme = ctx.newId();
    await sql`insert into programme (id, code, country, names) values (${programme}, 'p', 'RW', '{}')`.execute(ctx.db);
    await sql`insert into jurisdiction (id, country, level, code, name, parent_id, path)
      select gen_random_uuid(), 'RW', 'PROVINCE', p.code, p.code, j.id, ('RW.' || p.code)::ltree
      from jurisdiction j, (values ('1'), ('2')) as p(code) where j.code = 'RW'`.execute(ctx.db);
    for (const state of ROUND_STATES)
      await sql`insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state)
        select gen_random_uuid(), ${programme}, ${state} || j.code, '{}', j.id, 'Africa/Kigali', ${state}
        from jurisdiction j where j.code in ('RW', '1', '2')`.execute(ctx.db);
  });
});
afterAll(async () => {
  await connected.stop();
  await database.drop();
});

test("who may see a round is the same in the policy and in SQL, for every role and scope", async () => {
  const ctx = connected.context();
  const { rows } = await sql<{ id: string; path: string; state: RoundState }>`select r.id, place.path::text as path, r.state
    from round r join jurisdiction place on place.id = r.jurisdiction_id order by r.id`.execute(ctx.db);
  const scopes: readonly Scope[] = [
    { kind: "PLATFORM" },
    ...["RW", "RW.1", "RW.1.11", "ID"].map((path) => ({ kind: "JURISDICTION" as const, id: ctx.newId(), path })),
    { kind: "AGENCY", id: ctx.newId(), path: "RW.1.11" },
    ...rows.slice(0, 4).map(({ id }) => ({ kind: "ROUND" as const, id })),
  ];
  const actors: readonly Actor[] = [
    PUBLIC,
    ...ROLES.flatMap((role) =>
      scopes.map((scope) => ({ id: ctx.newId(), kind: "PERSON" as const, name: role, grants: [{ role, scope }] })),
    ),
  ];
  for (const actor of actors) {
    const found = await sql<{ id: string }>`select r.id from round r join jurisdiction place on place.id = r.jurisdiction_id
      where ${roundVisibleSql(actor)} order by r.id`.execute(ctx.db);
    const allowed = rows.filter((round) => roundPolicy.view(actor, round)).map(({ id }) => id);
    expect(
      found.rows.map(({ id }) => id),
      JSON.stringify(actor.grants),
    ).toEqual(allowed);
  }
});
