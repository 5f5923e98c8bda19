import type { RunningApp } from "@isonga/server/app";
import { openFromFile } from "@isonga/server/demo/round-steps";
import { ensureStages } from "@isonga/server/judging/stages/ensure-stages";
import { atomically } from "@isonga/server/kernel/atomically";
import type { Context } from "@isonga/server/kernel/context";
import { createPerson, hashOf } from "@isonga/server/people/create-person";
import pg from "pg";
import { Client } from "../../world/client.ts";
import { addInnovationCountry } from "../../world/entries/innovation-round.ts";
import { insertEntries, type JudgedEntryFixture } from "../../world/judging/judging-rows.ts";
import { criterion, juryInstrument, juryRoundFile } from "../../world/judging/jury-round.ts";
import { mulberry32 } from "../chance.ts";

/** A stage of a national jury, its chair signed in, nothing assigned. */
export type NationalJury = {
  readonly roundId: string;
  readonly stageId: string;
  readonly chair: Client;
  readonly entries: readonly JudgedEntryFixture[];
  sql<Row extends object>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  stop(): Promise<void>;
};

export const SIZE = { entries: 1_000, judges: 100, perEntry: 3 };
const CODE = "bench-jury";
const PASSWORD = "a long enough password";
/** What judges mark; the weights sum to 100. */
const RUBRIC = [20, 10, 15, 10, 15, 10, 10, 10].map((weight, index) => criterion(`c${index + 1}`, weight));

/** A round with as many entries and judges as {@link SIZE} says, in one panel, its desk stage set up. */
export async function makeNationalJury(app: RunningApp, ownerUrl: string): Promise<NationalJury> {
  const act = (work: (ctx: Context) => Promise<unknown>) => {
    const ctx = app.operatorContext("bench", "2026-07-15T02:00:00Z");
    return atomically(ctx, { verb: "bench" }, () => work(ctx));
  };
  const country = await addInnovationCountry({ app, database: { ownerUrl } });
  await act((ctx) => openFromFile(ctx, CODE, juryRoundFile({ instrument: { judging: stages() } }, CODE)));
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const sql = async <Row extends object>(statement: string, values: readonly unknown[] = []) =>
    (await pool.query<Row & pg.QueryResultRow>(statement, [...values])).rows;
  const [round] = await sql<{ id: string }>("select id from round where code = $1", [CODE]);
  const roundId = round?.id ?? "";
  await act((ctx) => ensureStages(ctx, roundId));
  const [stage] = await sql<{ id: string }>("select id from judging_stage where round_id = $1 and stage = 'desk'", [roundId]);
  const stageId = stage?.id ?? "";
  const entries = await insertEntries(sql, {
    roundId,
    roundCode: CODE,
    country,
    stageId,
    at: new Date(),
    count: SIZE.entries,
    calibration: [],
  });
  await sql(JUDGES, [roundId, SIZE.judges]);
  const email = "chair@bench.example";
  const account = {
    name: "Chair",
    email,
    language: "en" as const,
    passwordHash: await hashOf(PASSWORD),
    grants: [{ role: "CHAIR" as const, roundId }],
  };
  await act((ctx) => createPerson(ctx, account));
  await sql("analyze");
  return { roundId, stageId, entries, sql, chair: await new Client(app.url).signIn(email, PASSWORD), stop: () => pool.end() };
}

/** The desk decides alone: the standing of the round needs no other marks. */
function stages(): readonly object[] {
  const rules = { judgesPerEntry: SIZE.perEntry, capacity: 40, criteria: RUBRIC };
  const { judging } = juryInstrument({ rules }) as { readonly judging: readonly object[] };
  return judging.map((stage, index) => (index === 0 ? stage : { ...stage, weight: 0 }));
}

/** Signs a card on everything that is assigned: judges strict and lenient, entries good and bad, the same at every run. */
export async function signAll({ sql, stageId }: NationalJury): Promise<void> {
  const held = await sql<{ id: string; judge: string; entry: string }>(
    `select a.id, j.code as judge, e.reference as entry from assignment a join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id
     where a.judging_stage_id = $1 and a.ended_at is null order by e.reference, j.code`,
    [stageId],
  );
  const random = mulberry32(2026);
  const drawn = new Map<string, number>();
  const of = (name: string, size: number) => drawn.get(name) ?? drawn.set(name, (random() - 0.5) * size).get(name) ?? 0;
  const cards = held.map(({ id, judge, entry }) => ({
    id,
    marks: RUBRIC.map((_none, index) => {
      const value = 5.5 + of(judge, 2) + of(entry, 5) + (random() - 0.5) * 3;
      return { criterion: `c${index + 1}`, value: Math.min(10, Math.max(1, Math.round(value))) };
    }),
  }));
  await sql("update judging_stage set state = 'SCORING' where id = $1", [stageId]);
  await sql(CARDS, [JSON.stringify(cards)]);
  await sql("analyze");
}

const JUDGES = `with made as (insert into person (id, name, email, language) select gen_random_uuid(), 'Judge ' || n,
      'judge.' || n || '@bench.example', 'id' from generate_series(1, $2::int) n returning id, name),
    judge as (insert into judge (id, round_id, person_id, code, state, expertise, languages, capacity, no_ties, invited_at, answered_at)
      select gen_random_uuid(), $1, id, 'J' || lpad(split_part(name, ' ', 2), 3, '0'), 'ACCEPTED', '{REGISTRY}', '{id}', null, true, now(), now()
      from made returning id)
  insert into judge_seat (id, judge_id, stage, panel) select gen_random_uuid(), id, 'desk', 'a' from judge`;

const CARDS = `with p as materialized (select r.id, r.marks, gen_random_uuid() as card from jsonb_to_recordset($1::jsonb) as r(id uuid, marks jsonb)),
    card as (insert into scorecard (id, assignment_id, judging_stage_id, judge_id, entry_id, instrument_id, state, outcome, signed_at, acted_at, created_at, updated_at)
      select p.card, a.id, a.judging_stage_id, a.judge_id, a.entry_id,
        (select i.id from instrument i join judging_stage s on s.round_id = i.round_id where s.id = a.judging_stage_id order by number desc limit 1),
        'SIGNED', 'SCORED', now(), now(), now(), now()
      from p join assignment a on a.id = p.id returning id)
  insert into mark (scorecard_id, criterion, value, changed_at)
  select p.card, m.criterion, m.value, now() from p join card on card.id = p.card,
    jsonb_to_recordset(p.marks) as m(criterion text, value numeric)`;
