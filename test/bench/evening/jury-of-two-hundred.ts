import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { RunningApp } from "@isonga/server/app";
import { DEMO_PASSWORD, DEMO_PEOPLE_ID, DEMO_PEOPLE_KIPP } from "@isonga/server/demo/accounts";
import { addDemoPeople } from "@isonga/server/demo/add-demo-people";
import { importAll } from "@isonga/server/demo/import-all";
import { KIPP_ROUND, kippRoundFile } from "@isonga/server/demo/kipp/kipp-round";
import { writeProposals } from "@isonga/server/demo/kipp/write-proposals";
import { openFromFile } from "@isonga/server/demo/round-steps";
import { ensureStages } from "@isonga/server/judging/stages/ensure-stages";
import { admitToStage } from "@isonga/server/judging/stages/prepare-stage";
import { readStages } from "@isonga/server/judging/stages/read-stages";
import { stepStage } from "@isonga/server/judging/stages/step-stage";
import { atomically } from "@isonga/server/kernel/atomically";
import type { Context } from "@isonga/server/kernel/context";
import { fileSource } from "@isonga/server/kernel/imports/row-source";
import { hashOf } from "@isonga/server/people/create-person";
import { ensureCountries } from "@isonga/server/places/ensure-countries";
import { importPlaces } from "@isonga/server/places/import/import-places";
import pg from "pg";

/** A judge with the entries they were given. */
export type BusyJudge = { readonly email: string; readonly assignments: readonly string[] };

export const CRITERIA = [
  "summary",
  "background",
  "novelty",
  "implementation",
  "significance",
  "adaptability",
  "resources",
  "sustainability",
] as const;
const ENTRIES_EACH = 12;
const DAYS_OPEN = 75;

/**
 * The demo's jury award with two hundred judges at work: its proposals are written by the verbs of everybody; judges, whose answers to their
 * invitations are not what is measured, and who judges what are rows. Answers the judges; their password is the demo's.
 */
export async function makeJury(app: RunningApp, ownerUrl: string, judges: number): Promise<readonly BusyJudge[]> {
  const now = new Date();
  const act = (work: (ctx: Context) => Promise<unknown>, instant = now) => {
    const ctx = app.operatorContext("bench", instant.toISOString());
    return atomically(ctx, { verb: "bench" }, () => work(ctx));
  };
  await act((ctx) => ensureCountries(ctx, ["ID"]));
  const places = resolve(import.meta.dirname, "../../../server/src/demo/indonesia/places.csv");
  await importAll(app.operatorContext("bench"), { importer: importPlaces, options: {}, source: fileSource(places) });
  await addDemoPeople(
    app.operatorContext("bench"),
    DEMO_PEOPLE_ID.filter(({ role }) => role === "VERIFIER"),
  );
  const opened = new Date(now.getTime() - DAYS_OPEN * 24 * 60 * 60 * 1000);
  await act(async (ctx) => openFromFile(ctx, KIPP_ROUND, await kippRoundFile(now)), opened);
  await addDemoPeople(app.operatorContext("bench", opened.toISOString()), DEMO_PEOPLE_KIPP);
  await act((ctx) => writeProposals(ctx, now), opened);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from round where code = $1", [KIPP_ROUND]);
  const roundId = rows[0]?.id ?? "";
  await act((ctx) => ensureStages(ctx, roundId));
  const [desk] = await readStages(app.operatorContext("bench"), roundId);
  await act((ctx) => admitToStage(ctx, { stageId: desk?.id ?? "" }));
  await act((ctx) => stepStage(ctx, { stageId: desk?.id ?? "", act: "score", version: desk?.version ?? 0 }));
  const busy = await insertJudges(client, { roundId, stageId: desk?.id ?? "", judges });
  await client.end();
  return busy;
}

type Jury = { readonly roundId: string; readonly stageId: string; readonly judges: number };

async function insertJudges(client: pg.Client, { roundId, stageId, judges }: Jury): Promise<readonly BusyJudge[]> {
  const people = Array.from({ length: judges }, (_none, index) => ({
    id: randomUUID(),
    judge: randomUUID(),
    email: `judge-${index + 1}@bench.example`,
    code: `J${String(index + 1).padStart(3, "0")}`,
  }));
  await client.query(JUDGES, [JSON.stringify(people), roundId, await hashOf(DEMO_PASSWORD)]);
  const { rows } = await client.query<{ email: string; assignments: string[] }>(ASSIGNMENTS, [stageId, ENTRIES_EACH]);
  return rows;
}

const JUDGES = `with p as materialized (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, judge uuid, email text, code text)),
  person as (insert into person (id, name, email, email_verified, language, created_at, updated_at)
    select id, code, email, true, 'id', now(), now() from p returning id),
  account as (insert into auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
    select gen_random_uuid(), id, id, 'credential', $3, now(), now() from p),
  granted as (insert into role_grant (id, person_id, role, scope, round_id, created_at)
    select gen_random_uuid(), id, 'JUDGE', 'ROUND', $2::uuid, now() from p),
  judge as (insert into judge (id, round_id, person_id, code, state, languages, expertise, no_ties, conduct_of, invited_at, answered_at)
    select judge, $2::uuid, id, code, 'ACCEPTED', '{id}', '{HEALTH}', true, 1, now(), now() from p returning id)
  insert into judge_seat (id, judge_id, stage, panel) select gen_random_uuid(), judge, 'desk', 'a' from p`;

const ASSIGNMENTS = `with given as (insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, position, assigned_at)
    select gen_random_uuid(), $1::uuid, judge, entry, 'HAND', place, now() from (
      select j.id as judge, je.entry_id as entry, row_number() over (partition by j.id order by md5(j.id::text || je.entry_id::text)) as place
      from judging_stage s join judge j on j.round_id = s.round_id join judged_entry je on je.judging_stage_id = s.id
      where s.id = $1::uuid) pairs where place <= $2 returning id, judge_id)
  select p.email, array_agg(g.id) as assignments from given g join judge j on j.id = g.judge_id join person p on p.id = j.person_id
  group by p.email order by p.email`;
