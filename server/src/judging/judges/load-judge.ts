import { type RawBuilder, sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type JudgingFacts, judgingPolicy } from "../judging.policy.ts";
import type { JudgeState } from "../judging-states.ts";

/** A judge of a round, as verbs need them. */
export type JudgeFacts = JudgingFacts & {
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly name: string;
  readonly state: JudgeState;
  readonly waiting: boolean;
  readonly conductOf: number | null;
  readonly version: number;
  readonly roundCode: string;
};

/** A judge by id for whoever leads the judging of their round. Others get NOT_FOUND, as for one who does not exist. */
export async function loadJudge(ctx: Context, id: string): Promise<JudgeFacts> {
  return findable(await find(ctx, sql<boolean>`j.id = ${id}::uuid`), (judge) => judgingPolicy.lead(ctx.actor, judge));
}

/** The same with the row locked until the transaction ends. */
export async function lockJudge(ctx: Context, id: string): Promise<JudgeFacts> {
  await loadJudge(ctx, id);
  await lock(ctx, id);
  return loadJudge(ctx, id);
}

/** The actor's own part as a judge, locked. NOT_FOUND for anybody else's, whoever asks. */
export async function lockOwnJudge(ctx: Context, id: string): Promise<JudgeFacts> {
  const own = async () => findable(await find(ctx, sql<boolean>`j.id = ${id}::uuid`), (judge) => isOwn(ctx, judge));
  await own();
  await lock(ctx, id);
  return own();
}

/** Any judge's row, locked; null when there is none. Asks no policy. */
export async function lockAnyJudge(ctx: Context, id: string): Promise<JudgeFacts | null> {
  await lock(ctx, id);
  return find(ctx, sql<boolean>`j.id = ${id}::uuid`);
}

/** The actor's own part in a round; null when they are not among its judges. */
export async function findOwnJudge(ctx: Context, roundId: string): Promise<JudgeFacts | null> {
  const judge = await find(ctx, sql<boolean>`j.round_id = ${roundId}::uuid and j.person_id = ${ctx.actor.id}::uuid`);
  return judge && isOwn(ctx, judge) ? judge : null;
}

/** Whether this is the actor's own part, and they may still judge. */
export function isOwn({ actor }: Context, judge: JudgeFacts): boolean {
  return actor.id === judge.personId && judgingPolicy.judge(actor, judge);
}

/** Refuses WRONG_STATE unless the judge is in one of these states. */
export function refuseUnlessState(judge: JudgeFacts, ...states: readonly JudgeState[]): void {
  if (!states.includes(judge.state)) throw new Refusal("WRONG_STATE", { field: "judgeId", values: { state: judge.state } });
}

/** Refuses WRONG_STATE before the round is open and once its results are out. */
export function refuseUnlessRunning({ roundState }: Pick<JudgingFacts, "roundState">): void {
  if (roundState !== "OPEN" && roundState !== "DECIDING")
    throw new Refusal("WRONG_STATE", { field: "roundId", values: { state: roundState } });
}

async function find(ctx: Context, where: RawBuilder<boolean>): Promise<JudgeFacts | null> {
  const { rows } = await sql<JudgeFacts>`select j.id, j.person_id as "personId", j.code, person.name, j.state, j.waiting,
      j.conduct_of as "conductOf", j.version, r.id as "roundId", r.code as "roundCode", r.state as "roundState", place.path::text as path
    from judge j join person on person.id = j.person_id join round r on r.id = j.round_id
    join jurisdiction place on place.id = r.jurisdiction_id where ${where}`.execute(ctx.db);
  return rows[0] ?? null;
}

async function lock(ctx: Context, id: string): Promise<void> {
  await sql`select id from judge where id = ${id}::uuid for update`.execute(ctx.db);
}
