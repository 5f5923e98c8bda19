import { randomUUID } from "node:crypto";
import type { InnovationCountry } from "../entries/innovation-round.ts";
import type { JudgingWorld } from "../judging-world.ts";
import type { JuryRound } from "./jury-round.ts";

type Sql = JudgingWorld["sql"];

/** An entry that is judged. */
export type JudgedEntryFixture = { readonly id: string; readonly reference: string; readonly title: string; readonly innovationId: string };

type Entries = JuryRound & {
  readonly country: InnovationCountry;
  readonly stageId: string;
  readonly at: Date;
  readonly count: number;
  readonly calibration: readonly string[];
};

/** Verified entries with answers in Indonesian, each admitted to the stage. `design` names the title, so that blindness can be looked for. */
export async function insertEntries(
  sql: Sql,
  { roundId, country, stageId, at, count, calibration }: Entries,
): Promise<JudgedEntryFixture[]> {
  const [ground] = await sql<{ form: string; instrument: string }>(
    `select (select id from form where round_id = $1 order by number desc limit 1) as form,
       (select id from instrument where round_id = $1 order by number desc limit 1) as instrument`,
    [roundId],
  );
  const rows = Array.from({ length: count }, (_none, index) => {
    const reference = `E${String(index + 1).padStart(Math.max(2, String(count).length), "0")}`;
    const [place, agency] = index % 2 === 0 ? [country.ogan, country.registry] : [country.muara, country.muaraHealth];
    return { id: randomUUID(), reference, title: `Inovasi nomor ${index + 1}`, innovationId: randomUUID(), place, agency };
  });
  await sql(INSERT, [JSON.stringify(rows), roundId, ground?.form, ground?.instrument, stageId, at, calibration]);
  await sql(ANSWERS, [JSON.stringify(rows), at]);
  return rows.map(({ place: _place, agency: _agency, ...row }) => row);
}

const INSERT = `with row as materialized (select * from jsonb_to_recordset($1::jsonb)
    as r(id uuid, reference text, title text, "innovationId" uuid, place uuid, agency uuid)),
  innovation as (insert into innovation (id, jurisdiction_id, agency_id, title, language, affairs)
    select "innovationId", place, agency, title, 'id', '{REGISTRY}' from row returning id),
  entry as (insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, form_id, instrument_id, title, language, state,
      held_since, submitted_at, reference)
    select id, $2, 'INNOVATION', place, agency, "innovationId", $3::uuid, $4::uuid, title, 'id', 'VERIFIED', $6, $6, reference from row returning id)
  insert into judged_entry (id, judging_stage_id, entry_id, panel, calibration, admitted_at)
  select gen_random_uuid(), $5, id, 'a', reference = any($7::text[]), $6 from row`;

const ANSWERS = `insert into entry_answer (id, entry_id, field, value, changed_at)
  select gen_random_uuid(), r.id, a.field, a.value, $2
  from jsonb_to_recordset($1::jsonb) as r(id uuid, title text)
  cross join lateral (values ('title', to_jsonb(r.title)), ('digital', 'true'), ('form', '"PUBLIC_SERVICE"'), ('stage', '"APPLIED"'),
    ('initiator', '"AGENCY"'), ('affairs', '["REGISTRY"]'), ('appliedOn', '"2024-06-01"'), ('design', to_jsonb('Rancangan ' || r.title)),
    ('aim', '"Tujuan"'), ('benefit', '"Manfaat"'), ('result', '"Hasil"')) as a(field, value)`;

type Judges = JuryRound & { readonly names: readonly string[]; readonly at: Date };

/** Judges who accepted, sitting on panel `a` of the desk: J01, J02, … in the order of the names. */
export async function insertJudges(
  sql: Sql,
  { roundId, names, at }: Judges,
): Promise<{ readonly id: string; readonly personId: string; readonly code: string }[]> {
  const rows = await sql<{ id: string; personId: string; code: string }>(
    `insert into judge (id, round_id, person_id, code, state, expertise, languages, capacity, no_ties, invited_at, answered_at)
     select gen_random_uuid(), $1, p.id, 'J' || lpad(n.number::text, 2, '0'), 'ACCEPTED', '{REGISTRY}', '{id,en}', 100, true, $3, $3
     from unnest($2::text[]) with ordinality n(name, number) join person p on p.name = n.name
     order by n.number returning id, person_id as "personId", code`,
    [roundId, names, at],
  );
  await sql(
    `insert into judge_seat (id, judge_id, stage, panel) select gen_random_uuid(), id, 'desk', 'a' from judge where round_id = $1`,
    [roundId],
  );
  return [...rows].sort((one, other) => one.code.localeCompare(other.code));
}
