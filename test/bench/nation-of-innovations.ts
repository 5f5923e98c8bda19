import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";

export const INDEX_ROUND = "bench-index";
const PROVINCES = 38;
const REGENCIES = 514;
const INNOVATIONS = 36_742;
/** Offices of each area. */
const OFFICES = 20;

/** How much there is of each, as the numbers of 2025 are. */
export type Size = { readonly regions: number; readonly innovations: number; readonly claims: number };

/**
 * A country of 38 provinces and 514 regencies whose offices entered 36,742 innovations in a round of the shipped instrument of 2026, all
 * verified, and whose areas claimed their own rows: shapes and numbers of Indonesia in 2025, names of nobody, the same at every run.
 */
export async function makeInnovations(ownerUrl: string): Promise<Size> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query("begin");
  // Half a million rows of history are no part of what is measured.
  for (const table of AUDITED) await client.query(`alter table ${table} disable trigger user`);
  await makeAreas(client);
  await makeRound(client);
  await makeEntries(client);
  for (const table of AUDITED) await client.query(`alter table ${table} enable trigger user`);
  await client.query("commit");
  await client.query("vacuum analyze");
  const { rows } = await client.query<Size>(`select (select count(*)::int from entry where kind = 'REGIONAL') as regions,
    (select count(*)::int from entry where kind = 'INNOVATION') as innovations, (select count(*)::int from entry_claim) as claims`);
  await client.end();
  const [size] = rows;
  if (!size) throw new Error("nothing was made");
  return size;
}

const AUDITED = ["jurisdiction", "agency", "round", "instrument", "innovation", "entry", "entry_claim"] as const;

async function makeAreas(client: pg.Client): Promise<void> {
  await client.query(
    `insert into area_level (country, code, position, names, key_system)
     select 'ID', code, ord - 1, jsonb_build_object('en', code, 'rw', code, 'id', code), 'kemendagri'
     from unnest(array['COUNTRY', 'PROVINCE', 'REGENCY_CITY']) with ordinality l (code, ord) on conflict do nothing`,
  );
  await client.query(`insert into jurisdiction (id, country, level, code, name, path) select gen_random_uuid(), 'ID', 'COUNTRY', 'ID', 'Country', 'ID'
    where not exists (select from jurisdiction where code = 'ID')`);
  await client.query(
    `insert into jurisdiction (id, country, level, code, name, parent_id, path)
     select gen_random_uuid(), 'ID', 'PROVINCE', (10 + n)::text, 'Province ' || n, j.id, ('ID.' || (10 + n))::ltree
     from jurisdiction j, generate_series(1, $1) n where j.code = 'ID'`,
    [PROVINCES],
  );
  await client.query(
    `insert into jurisdiction (id, country, level, code, name, parent_id, path)
     select gen_random_uuid(), 'ID', 'REGENCY_CITY', p.code || '.' || to_char(n / $2 + 1, 'FM00'), 'Regency ' || n, p.id,
       (p.path::text || '.' || p.code || '_' || to_char(n / $2 + 1, 'FM00'))::ltree
     from generate_series(0, $1 - 1) n join jurisdiction p on p.level = 'PROVINCE' and p.code = (11 + n % $2)::text and p.country = 'ID'`,
    [REGENCIES, PROVINCES],
  );
  await client.query(
    `insert into agency (id, jurisdiction_id, code, name)
     select gen_random_uuid(), j.id, 'OFFICE-' || n, 'Office ' || n from jurisdiction j, generate_series(1, $1) n
     where j.country = 'ID' and j.level <> 'COUNTRY'`,
    [OFFICES],
  );
}

async function makeRound(client: pg.Client): Promise<void> {
  const file = resolve(import.meta.dirname, "../../server/src/programmes/instruments/iid-2026.json");
  const names = JSON.stringify({ en: "Awards", rw: "Ibihembo", id: "Penghargaan" });
  await client.query(
    `with p as (insert into programme (id, code, country, names) values (gen_random_uuid(), 'bench-index', 'ID', $1) returning id),
       r as (insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state, illustrative, opened_at)
         select gen_random_uuid(), p.id, $2, $1, j.id, 'Asia/Jakarta', 'DECIDING', true, now() from p, jurisdiction j where j.code = 'ID' returning id),
       s as (insert into stage (id, round_id, code, kind, position, names, starts_at, ends_at)
         select gen_random_uuid(), r.id, 'submission', 'SUBMISSION', 0, $1, '2026-01-01', '2026-06-01' from r)
     insert into instrument (id, round_id, number, kind, definition, frozen_at)
     select gen_random_uuid(), r.id, 1, 'INNOVATION_INDEX', $3, now() from r`,
    [names, INDEX_ROUND, JSON.parse(readFileSync(file, "utf8"))],
  );
}

/** Innovations spread over the offices, more in some regions than in others; levels by a fixed arithmetic. */
async function makeEntries(client: pg.Client): Promise<void> {
  await client.query(
    `with office as (select a.id, a.jurisdiction_id, row_number() over (order by j.path, a.code) - 1 as number from agency a
         join jurisdiction j on j.id = a.jurisdiction_id where j.country = 'ID'),
       total as (select count(*) as offices from office)
     insert into innovation (id, jurisdiction_id, agency_id, title, language, form, digital, stage, affairs)
     select gen_random_uuid(), o.jurisdiction_id, o.id, 'Innovation ' || n, 'id', 'OTHER', n % 2 = 0, 'APPLIED',
       array[(array['EDUCATION','HEALTH','PUBLIC_WORKS','HOUSING','PUBLIC_ORDER','SOCIAL','TRADE'])[n % 7 + 1]]
     from generate_series(1, $1) n, total join office o on true where o.number = (n::bigint * n) % total.offices`,
    [INNOVATIONS],
  );
  await client.query(
    `insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, instrument_id, title, language, state, held_since, submitted_at)
     select gen_random_uuid(), r.id, 'INNOVATION', v.jurisdiction_id, v.agency_id, v.id, i.id, v.title, 'id', 'VERIFIED', now(), now()
     from innovation v, round r join instrument i on i.round_id = r.id where r.code = $1
     union all
     select gen_random_uuid(), r.id, 'REGIONAL', j.id, null, null, i.id, j.name, 'id', 'VERIFIED', now(), now()
     from jurisdiction j, round r join instrument i on i.round_id = r.id where r.code = $1 and j.country = 'ID' and j.level <> 'COUNTRY'`,
    [INDEX_ROUND],
  );
  await client.query(
    `insert into entry_claim (id, entry_id, indicator, claimed, verified, changed_at)
     select gen_random_uuid(), e.id, row.value->>'code', 1 + level, greatest(0, 1 + level - (hash % 5 = 0)::int), now()
     from entry e join instrument i on i.id = e.instrument_id
     cross join lateral jsonb_array_elements(i.definition->case e.kind when 'REGIONAL' then 'regional' else 'innovation' end) with ordinality row (value, n)
     cross join lateral (select abs(hashtext(e.title || row.n)::bigint) as hash) h cross join lateral (select (hash % 3)::int as level) l`,
  );
}
