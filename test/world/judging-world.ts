import pg from "pg";
import type { Client } from "./client.ts";
import { addInnovationCountry, type InnovationCountry } from "./entries/innovation-round.ts";
import { insertEntries, insertJudges, type JudgedEntryFixture } from "./judging/judging-rows.ts";
import { type JuryRound, openJuryRound } from "./judging/jury-round.ts";
import { createWorld, type World, type WorldOptions } from "./world.ts";

/** A judge of the world, with their own way in. */
export type JudgeFixture = {
  readonly client: Client;
  /** Id of the judge, of the person; `J01`, `J02`, … */
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly name: string;
};

/** A jury round whose desk stage is being scored: entries verified, judges accepted, everybody assigned. */
export type JudgingWorld = {
  readonly world: World;
  readonly country: InnovationCountry;
  readonly roundId: string;
  readonly roundCode: string;
  /** Id of the desk stage. */
  readonly stageId: string;
  readonly admin: Client;
  /** Chair of the round. */
  readonly chair: Client;
  readonly judges: readonly JudgeFixture[];
  /** `E01`, `E02`, …; those with an odd number are of Ogan Ilir's registry, the others of Muara Enim's health office. */
  readonly entries: readonly JudgedEntryFixture[];
  /** The judge with this number, from 1. */
  judge(number: number): JudgeFixture;
  /** The entry with this reference. */
  entry(reference: string): JudgedEntryFixture;
  /** Id of the assignment of an entry to the judge with this number. */
  assignment(judge: number, reference: string): Promise<string>;
  /** Moves the desk stage without asking anybody. */
  stageState(state: "SET_UP" | "CALIBRATING" | "SCORING" | "DISCUSSION" | "CLOSED"): Promise<void>;
  sql<Row extends object>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  stop(): Promise<void>;
};

export type JudgingOptions = WorldOptions & {
  /** How many entries; 4 unless told. */
  readonly entries?: number;
  /** How many judges; 3 unless told. */
  readonly judges?: number;
  /** Judges an entry: in turn; all of them unless told, 0 for none. */
  readonly perEntry?: number;
  /** What the desk stage has otherwise: mode, criteria, blind, others, … */
  readonly rules?: object;
  /** What the instrument has otherwise. */
  readonly instrument?: object;
  /** Stages of the round between the desk and the interview, as in a round file. */
  readonly stages?: readonly object[];
  /** The stage's state: SCORING unless told. */
  readonly state?: "SET_UP" | "CALIBRATING" | "SCORING" | "DISCUSSION";
  /** References of the entries that all judges score first. */
  readonly calibration?: readonly string[];
};

/** The instant at which worlds of judging begin: in the middle of the desk stage, which ends on 1 August 2026, Jakarta time. */
export const JUDGING_NOW = "2026-07-15T02:00:00Z";

/** Makes it: the round through its file, entries and assignments as rows. */
export async function createJudgingWorld(options: JudgingOptions = {}): Promise<JudgingWorld> {
  const world = await createWorld({ now: JUDGING_NOW, ...options });
  const country = await addInnovationCountry(world);
  const admin = await world.person("Ada", [{ role: "ADMINISTRATOR" }]);
  const round = await openJuryRound(admin, options);
  const chair = await world.person("Chandra", [{ role: "CHAIR", roundId: round.roundId }]);
  const pool = new pg.Pool({ connectionString: world.database.ownerUrl, max: 2 });
  const sql = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row & pg.QueryResultRow>(statement, [...values])).rows;
  const stageId = await stageOf(sql, round, options.state ?? "SCORING");
  const at = world.clock.now();
  const entries = await insertEntries(sql, {
    ...round,
    country,
    stageId,
    at,
    count: options.entries ?? 4,
    calibration: options.calibration ?? [],
  });
  const judges = await judgesOf(world, sql, { ...round, count: options.judges ?? 3, at });
  await assign(sql, { stageId, entries, judges, at, perEntry: options.perEntry ?? judges.length });
  return {
    world,
    country,
    ...round,
    stageId,
    admin,
    chair,
    judges,
    entries,
    sql,
    judge: (number) => found(judges[number - 1], `judge ${number}`),
    entry: (reference) =>
      found(
        entries.find((entry) => entry.reference === reference),
        reference,
      ),
    async assignment(judge, reference) {
      const [row] = await sql<{ id: string }>(
        `select a.id from assignment a join entry e on e.id = a.entry_id
         where a.judging_stage_id = $1 and a.judge_id = $2 and e.reference = $3 order by a.ended_at nulls first`,
        [stageId, judges[judge - 1]?.id, reference],
      );
      return found(row, `assignment of ${reference} to judge ${judge}`).id;
    },
    async stageState(state) {
      await sql("update judging_stage set state = $2, closed_at = case $2 when 'CLOSED' then $3::timestamptz end where id = $1", [
        stageId,
        state,
        world.clock.now(),
      ]);
    },
    async stop() {
      await pool.end();
      await world.stop();
    },
  };
}

type Sql = JudgingWorld["sql"];

async function stageOf(sql: Sql, { roundId }: JuryRound, state: string): Promise<string> {
  const [row] = await sql<{ id: string }>(
    `insert into judging_stage (id, round_id, stage, state) values (gen_random_uuid(), $1, 'desk', $2)
     on conflict (round_id, stage) do update set state = excluded.state returning id`,
    [roundId, state],
  );
  return found(row, "stage").id;
}

async function judgesOf(world: World, sql: Sql, round: JuryRound & { readonly count: number; readonly at: Date }): Promise<JudgeFixture[]> {
  const people: { client: Client; name: string }[] = [];
  for (let number = 1; number <= round.count; number += 1) {
    // Letters alone, since an address is made of the name.
    const name = `Judge ${String.fromCharCode(64 + Math.ceil(number / 20))}${String.fromCharCode(65 + ((number - 1) % 20))}`;
    people.push({ name, client: await world.person(name, [{ role: "JUDGE", roundId: round.roundId }]) });
  }
  const rows = await insertJudges(sql, { ...round, names: people.map(({ name }) => name) });
  return rows.map((row, index) => ({ ...row, ...found(people[index], `judge ${index}`) }));
}

type Assigning = {
  readonly stageId: string;
  readonly entries: readonly JudgedEntryFixture[];
  readonly judges: readonly JudgeFixture[];
  readonly at: Date;
  readonly perEntry: number;
};

/** Each entry to so many judges in turn; each judge reads in an order of their own. */
async function assign(sql: Sql, { stageId, entries, judges, at, perEntry }: Assigning): Promise<void> {
  const pairs = entries.flatMap((entry, index) =>
    Array.from({ length: Math.min(perEntry, judges.length) }, (_none, turn) => {
      const judge = (index * perEntry + turn) % judges.length;
      return { judge: judges[judge]?.id, entry: entry.id, position: (index + judge) % entries.length };
    }),
  );
  await sql(
    `insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, position, assigned_at)
     select gen_random_uuid(), $1, p.judge, p.entry, 'AUTOMATIC', p.position, $3
     from jsonb_to_recordset($2::jsonb) as p(judge uuid, entry uuid, position int)`,
    [stageId, JSON.stringify(pairs), at],
  );
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}`);
  return value;
}
