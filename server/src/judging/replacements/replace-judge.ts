import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type ConflictPair, conflictPairs, conflictRefusal } from "../conflicts/conflict-pairs.ts";
import { type JudgeFacts, loadJudge, lockJudge, refuseUnlessRunning, refuseUnlessState } from "../judges/load-judge.ts";
import type { ReplacedAssignment, ReplaceJudgeInput, ReplaceJudgePayload } from "./replacement.type.ts";
import { writeReplacementLetter } from "./write-replacement-letter.ts";

/**
 * One judge takes over from another, in one act: what was open and unsigned is taken from them (REASSIGNED), what had ended is filled; signed
 * cards stay where they are. Who stood by stands by no more, and is given the seat. They are told by letter. Each assignment that cannot be
 * taken over is left out and said why: JUDGE_CONFLICT, CARD_SIGNED, ALREADY_EXISTS, WRONG_STATE in a closed stage. Refuses NOT_FOUND,
 * REQUIRED, WRONG_STATE for a judge who has not accepted.
 */
export async function replaceJudge(ctx: Context, input: ReplaceJudgeInput): Promise<ReplaceJudgePayload> {
  const by = await lockJudge(ctx, checkedId(input.byJudgeId, "byJudgeId"));
  refuseUnlessRunning(by);
  refuseUnlessState(by, "ACCEPTED");
  const parts = await findParts(ctx, by, input);
  const pairs = await conflictPairs(ctx, { roundId: by.roundId, judgeIds: [by.id], entryIds: parts.map(({ entryId }) => entryId) });
  const taken = new Set<string>();
  const outcomes: ReplacedAssignment[] = [];
  for (const part of parts) {
    const problem = problemOf(ctx, {
      by,
      part,
      conflict: pairs.find(({ entryId }) => entryId === part.entryId),
      isRepeated: taken.has(`${part.stageId} ${part.entryId}`),
    });
    if (!problem) taken.add(`${part.stageId} ${part.entryId}`);
    const refusal = problem ? { code: problem.code, field: problem.field, values: problem.values } : null;
    outcomes.push({ assignmentId: part.id, reference: part.reference, refusal });
  }
  const able = parts.filter((_part, at) => outcomes[at]?.refusal === null);
  if (able.length > 0) await takeOver(ctx, by, able);
  return { done: able.length, outcomes };
}

type Part = {
  readonly id: string;
  readonly stageId: string;
  readonly stage: string;
  readonly entryId: string;
  readonly reference: string;
  readonly judgeId: string;
  readonly panel: string | null;
  readonly signed: boolean;
  readonly filled: boolean;
  readonly closed: boolean;
  readonly held: boolean;
};

/** The assignments, locked. Those of another round are not found. */
async function findParts(ctx: Context, by: JudgeFacts, { assignmentIds, judgeId }: ReplaceJudgeInput): Promise<readonly Part[]> {
  if (Boolean(assignmentIds) === Boolean(judgeId)) throw new Refusal("REQUIRED", { field: "assignmentIds" });
  if (assignmentIds && assignmentIds.length > LIMITS.bulkRows)
    throw new Refusal("TOO_LONG", { field: "assignmentIds", values: { max: LIMITS.bulkRows } });
  const ids = assignmentIds?.map((id) => checkedId(id, "assignmentIds"));
  const other = judgeId ? await loadJudge(ctx, checkedId(judgeId, "judgeId")) : null;
  const which = ids
    ? sql<boolean>`a.id = any(${ids}::uuid[])`
    : sql<boolean>`a.judge_id = ${other?.id ?? null}::uuid and s.state <> 'CLOSED' and (a.ended_at is null or a.end_kind = 'JUDGE_LEFT')
        and not exists (select from scorecard c where c.assignment_id = a.id and c.state = 'SIGNED')`;
  const { rows } =
    await sql<Part>`select a.id, s.id as "stageId", s.stage, a.entry_id as "entryId", coalesce(e.reference, e.title) as reference,
      a.judge_id as "judgeId", je.panel, s.state = 'CLOSED' as closed,
      exists (select from scorecard c where c.assignment_id = a.id and c.state = 'SIGNED') as signed,
      exists (select from assignment o where o.judging_stage_id = s.id and o.because ->> 'replaces' = a.id::text) as filled,
      exists (select from assignment o left join scorecard c on c.assignment_id = o.id where o.judging_stage_id = s.id and o.entry_id = a.entry_id
        and o.judge_id = ${by.id}::uuid and (o.ended_at is null or c.state = 'SIGNED')) as held
    from assignment a join judging_stage s on s.id = a.judging_stage_id and s.round_id = ${by.roundId}::uuid
    join judged_entry je on je.judging_stage_id = s.id and je.entry_id = a.entry_id and je.outcome is distinct from 'OUT'
    join entry e on e.id = a.entry_id where ${which} order by a.id for key share of s for update of a`.execute(ctx.db);
  const missing = ids?.find((id) => !rows.some((row) => row.id === id));
  if (missing) throw new Refusal("NOT_FOUND", { field: "assignmentIds", values: { value: missing } });
  return rows;
}

type Asked = { readonly by: JudgeFacts; readonly part: Part; readonly conflict: ConflictPair | undefined; readonly isRepeated: boolean };

function problemOf(ctx: Context, { by, part, conflict, isRepeated }: Asked): Refusal | null {
  const field = "assignmentIds";
  if (part.closed) return new Refusal("WRONG_STATE", { field, values: { state: "CLOSED" } });
  if (part.signed) return new Refusal("CARD_SIGNED", { field });
  if (part.filled || part.held || isRepeated) return new Refusal("ALREADY_EXISTS", { field });
  return conflict ? conflictRefusal(ctx, conflict, { judge: by.code, entry: part.reference, field }) : null;
}

async function takeOver(ctx: Context, by: JudgeFacts, parts: readonly Part[]): Promise<void> {
  const now = ctx.now();
  await sql`update assignment set ended_at = ${now}, ended_by = ${ctx.actor.id}::uuid, end_kind = 'REASSIGNED', end_reason = ${by.code}
    where id = any(${parts.map(({ id }) => id)}::uuid[]) and ended_at is null`.execute(ctx.db);
  const added = parts.map((part, at) => ({ id: ctx.newId(), stage: part.stageId, entry: part.entryId, replaces: part.id, at }));
  await sql`insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, because, position, assigned_by, assigned_at)
    select n.id, n.stage, ${by.id}::uuid, n.entry, 'REPLACEMENT', jsonb_build_object('replaces', n.replaces),
      coalesce((select max(a.position) from assignment a where a.judging_stage_id = n.stage and a.judge_id = ${by.id}::uuid), -1) + 1 + n.at,
      ${ctx.actor.id}::uuid, ${now}
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as n(id uuid, stage uuid, entry uuid, replaces uuid, at int)`.execute(ctx.db);
  const seats = parts.flatMap(({ stage, panel }) => (panel === null ? [] : [{ id: ctx.newId(), stage, panel }]));
  await sql`insert into judge_seat (id, judge_id, stage, panel) select id, ${by.id}::uuid, stage, panel
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s(id uuid, stage text, panel text) on conflict do nothing`.execute(ctx.db);
  await sql`update judge set waiting = false, version = version + 1, updated_at = ${now} where id = ${by.id}::uuid and waiting`.execute(
    ctx.db,
  );
  await writeReplacementLetter(
    ctx,
    by,
    parts.map(({ reference }) => reference),
  );
}
