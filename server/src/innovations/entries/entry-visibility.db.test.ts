import "reflect-metadata";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { type Actor, type Grant, PUBLIC, ROLES, type Scope } from "../../kernel/actor.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { ensureCountries } from "../../places/ensure-countries.ts";
import { innovationPolicy, innovationVisibleSql } from "../beginning/list-innovations.ts";
import { type EntryFacts, entryPolicy } from "./entry.policy.ts";
import { ENTRY_STATES } from "./entry-states.ts";
import { entryVisibleSql } from "./entry-visibility.ts";

type Row = EntryFacts & { readonly id: string };

let database: TestDatabase;
let connected: Connected;
let rows: readonly Row[];
let scopes: readonly Scope[];

beforeAll(async () => {
  database = await freshDatabase();
  connected = await connect(database.appUrl);
  const ctx = connected.context();
  await atomically(ctx, { verb: "test" }, () => fill(ctx));
  const read = await sql<Row>`select e.id, e.kind, e.state, place.path::text as path, e.agency_id as "agencyId", e.round_id as "roundId"
    from entry e join jurisdiction place on place.id = e.jurisdiction_id order by e.id`.execute(ctx.db);
  rows = read.rows;
  const offices = [...new Map(rows.flatMap(({ agencyId, path }) => (agencyId ? [[agencyId, path] as const] : [])))];
  scopes = [
    { kind: "PLATFORM" },
    ...["ID", "ID.16", "ID.16.16_10", "ID.16.16_1", "RW"].map((path) => ({ kind: "JURISDICTION" as const, id: ctx.newId(), path })),
    ...offices.map(([id, path]) => ({ kind: "AGENCY" as const, id, path })),
    ...[...new Set(rows.map(({ roundId }) => roundId))].map((id) => ({ kind: "ROUND" as const, id })),
  ];
});
afterAll(async () => {
  await connected.stop();
  await database.drop();
});

test("who may see an entry is the same in the policy and in SQL, whatever they were granted or lent", async () => {
  expect(rows).toHaveLength(2 * 3 * ENTRY_STATES.length);
  const grant = fc.record({ role: fc.constantFrom(...ROLES), scope: fc.constantFrom(...scopes) });
  const lent = grant.map((one): Grant & { for: { id: string; name: string } } => ({ ...one, for: { id: "absent", name: "Absent" } }));
  const actors = fc
    .record({ grants: fc.array(grant, { maxLength: 3 }), lent: fc.array(lent, { maxLength: 1 }) })
    .map((held): Actor => ({ id: "somebody", kind: "PERSON", name: "somebody", ...held }));
  await agree(PUBLIC);
  for (const role of ROLES)
    for (const scope of scopes) await agree({ id: "somebody", kind: "PERSON", name: role, grants: [{ role, scope }] });
  await fc.assert(fc.asyncProperty(actors, agree), { numRuns: 150 });
});

test("who may see an innovation is the same in the policy and in SQL", async () => {
  const ctx = connected.context();
  const all = await sql<{
    id: string;
    agencyId: string | null;
    path: string;
  }>`select i.id, i.agency_id as "agencyId", place.path::text as path
    from innovation i join jurisdiction place on place.id = i.jurisdiction_id order by i.id`.execute(ctx.db);
  for (const role of ROLES)
    for (const scope of scopes) {
      const actor: Actor = { id: "somebody", kind: "PERSON", name: role, grants: [{ role, scope }] };
      const found = await sql<{ id: string }>`select i.id from innovation i join jurisdiction place on place.id = i.jurisdiction_id
        where ${innovationVisibleSql(actor)} order by i.id`.execute(ctx.db);
      const allowed = all.rows.filter((innovation) => innovationPolicy.view(actor, innovation));
      expect(ids(found.rows), JSON.stringify(actor.grants)).toEqual(ids(allowed));
    }
});

async function agree(actor: Actor): Promise<void> {
  const ctx = connected.context();
  const found = await sql<{ id: string }>`select e.id from entry e join jurisdiction place on place.id = e.jurisdiction_id
    where ${entryVisibleSql(actor)} order by e.id`.execute(ctx.db);
  const allowed = rows.filter((entry) => entryPolicy.view(actor, entry));
  expect(ids(found.rows), JSON.stringify(actor)).toEqual(ids(allowed));
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Two rounds; two regions with an office each, and a region's own rows; an entry in every state. */
async function fill(ctx: Context): Promise<void> {
  await ensureCountries(ctx);
  const programme = ctx.newId();
  await sql`insert into programme (id, code, country, names) values (${programme}, 'p', 'ID', '{}')`.execute(ctx.db);
  await sql`insert into jurisdiction (id, country, level, code, name, parent_id, path)
    select gen_random_uuid(), 'ID', 'PROVINCE', '16', '16', id, 'ID.16' from jurisdiction where code = 'ID'`.execute(ctx.db);
  await sql`insert into jurisdiction (id, country, level, code, name, parent_id, path)
    select gen_random_uuid(), 'ID', 'REGENCY_CITY', p.code, p.code, j.id, ('ID.16.' || replace(p.code, '.', '_'))::ltree
    from jurisdiction j, (values ('16.10'), ('16.11')) as p(code) where j.code = '16'`.execute(ctx.db);
  await sql`insert into agency (id, jurisdiction_id, code, name) select gen_random_uuid(), id, 'A', 'A' from jurisdiction
    where level = 'REGENCY_CITY'`.execute(ctx.db);
  await sql`insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state)
    select gen_random_uuid(), ${programme}, 'r' || n, '{}', j.id, 'Asia/Jakarta', 'OPEN' from jurisdiction j, generate_series(1, 2) n
    where j.code = '16'`.execute(ctx.db);
  await sql`insert into instrument (id, round_id, number, kind, definition) select gen_random_uuid(), id, 1, 'INNOVATION_INDEX', '{}' from round`.execute(
    ctx.db,
  );
  await sql`insert into innovation (id, jurisdiction_id, agency_id, title, language)
    select gen_random_uuid(), a.jurisdiction_id, a.id, s, 'id' from agency a, unnest(${[...ENTRY_STATES]}::text[]) s`.execute(ctx.db);
  const entry = sql`insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, instrument_id, title, language, state, held_since)`;
  await sql`${entry} select gen_random_uuid(), r.id, 'INNOVATION', i.jurisdiction_id, i.agency_id, i.id, x.id, i.title, 'id', i.title, now()
    from innovation i, round r join instrument x on x.round_id = r.id`.execute(ctx.db);
  // A region has its own rows once a round, so its states are spread over areas of their own.
  await sql`insert into jurisdiction (id, country, level, code, name, parent_id, path)
    select gen_random_uuid(), 'ID', 'DISTRICT_KECAMATAN', s, s, j.id, (j.path::text || '.' || s)::ltree
    from jurisdiction j, unnest(${[...ENTRY_STATES]}::text[]) s where j.code = '16.10'`.execute(ctx.db);
  await sql`${entry} select gen_random_uuid(), r.id, 'REGIONAL', j.id, null, null, x.id, j.name, 'id', j.code, now()
    from jurisdiction j, round r join instrument x on x.round_id = r.id where j.level = 'DISTRICT_KECAMATAN'`.execute(ctx.db);
}
