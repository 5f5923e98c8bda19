import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import type { ImportPlan, RowProblem } from "../../../kernel/imports/importer.ts";
import { refuseRows, type Stage, tellChanges } from "../../../kernel/imports/stage.ts";
import { type ConflictPair, conflictPairs } from "../../conflicts/conflict-pairs.ts";
import { conflictWords } from "../../conflicts/conflict-words.ts";
import type { JudgeState } from "../../judging-states.ts";
import type { JudgingStageFacts } from "../../stages/load-stage.ts";
import { hadBefore } from "../load-problem.ts";
import type { NewAssignment } from "../write-assignments.ts";

/** Rows as they were read, in the transaction's temporary table. */
export const PAIRS_STAGE: Stage = { table: "pairs_stage", columns: { line: "int", entry: "text", judge: "text" } };

type PairRow = {
  readonly line: number;
  readonly entry: string;
  readonly judge: string;
  readonly firstLine: number;
  readonly entryId: string | null;
  readonly judgeId: string | null;
  readonly judgeCode: string | null;
  readonly judgeState: JudgeState | null;
  readonly waiting: boolean | null;
  readonly seated: boolean;
  readonly held: boolean;
};

/**
 * Compares the rows with what is there. Refuses UNKNOWN_REFERENCE for an entry that is not judged in the stage or a judge that has no seat in it,
 * WRONG_STATE for a judge who has not accepted or stands by, ROW_TWICE, JUDGE_CONFLICT, and CARD_SIGNED where the judge's signed card counts already.
 */
export async function planPairs(
  ctx: Context,
  stage: JudgingStageFacts,
): Promise<ImportPlan & { readonly pairs: readonly NewAssignment[] }> {
  const rows = await pairRows(ctx, stage);
  const problemOf = await problemsBy(ctx, stage);
  const problems: RowProblem[] = [];
  const fresh: PairRow[] = [];
  for (const row of rows) {
    const problem = problemOf(row);
    if (problem) problems.push({ line: row.line, ...problem });
    else if (!row.held) fresh.push(row);
  }
  await refuseRows(ctx, problems);
  await tellChanges(
    ctx,
    fresh.slice(0, NEW_TOLD).map(({ line, entry, judgeCode }) => {
      const after = { entry, judge: judgeCode };
      return { line, kind: "NEW", subject: `${entry} · ${judgeCode}`, before: null, after };
    }),
  );
  const pairs = fresh.flatMap(({ entryId, judgeId }) =>
    entryId === null || judgeId === null ? [] : [{ entryId, judgeId, because: { kind: "FILE" } }],
  );
  const count = (of: "entryId" | "judgeId") => String(new Set(pairs.map((pair) => pair[of])).size);
  const facts = { entries: count("entryId"), judges: count("judgeId") };
  return { added: pairs.length, changed: 0, unchanged: rows.length - problems.length - fresh.length, facts, pairs };
}

/** New rows told in the plan; the file says the rest. */
const NEW_TOLD = 200;

/** What keeps a row from being taken; a pair that holds already is in order, whatever the file's other rows say. */
async function problemsBy(ctx: Context, stage: JudgingStageFacts): Promise<(row: PairRow) => Omit<RowProblem, "line"> | null> {
  const found = await conflictPairs(ctx, { roundId: stage.roundId });
  const conflicts = new Map<string, ConflictPair>([...found].reverse().map((pair) => [keyOf(pair), pair]));
  const signed = new Set((await hadBefore(ctx, stage.id)).filter(({ reason }) => reason === "SIGNED").map(keyOf));
  return (row): Omit<RowProblem, "line"> | null => {
    if (row.entryId === null) return { column: "entry", code: "UNKNOWN_REFERENCE", values: { value: row.entry.slice(0, 60) } };
    if (row.judgeId === null) return { column: "judge", code: "UNKNOWN_REFERENCE", values: { value: row.judge.slice(0, 100) } };
    if (row.firstLine < row.line) return { code: "ROW_TWICE", values: { line: row.firstLine } };
    if (row.held) return null;
    if (row.judgeState !== "ACCEPTED" || row.waiting === true)
      return {
        column: "judge",
        code: "WRONG_STATE",
        values: { state: row.judgeState === "ACCEPTED" ? "WAITING" : (row.judgeState ?? "") },
      };
    if (!row.seated) return { column: "judge", code: "UNKNOWN_REFERENCE", values: { value: row.judge.slice(0, 100) } };
    const conflict = conflicts.get(`${row.entryId} ${row.judgeId}`);
    if (conflict) {
      const { kind, origin } = conflict;
      const why = conflictWords(ctx.language, conflict);
      return { column: "judge", code: "JUDGE_CONFLICT", values: { judge: row.judgeCode ?? "", entry: row.entry, kind, origin, why } };
    }
    return signed.has(`${row.entryId} ${row.judgeId}`) ? { code: "CARD_SIGNED" } : null;
  };
}

function keyOf({ entryId, judgeId }: { readonly entryId: string; readonly judgeId: string }): string {
  return `${entryId} ${judgeId}`;
}

/** Each row beside the entry and the judge that it names, and whether they belong together already. */
async function pairRows(ctx: Context, { id, roundId, stage }: JudgingStageFacts): Promise<readonly PairRow[]> {
  const { rows } = await sql<PairRow>`select t.line, t.entry, t.judge, min(t.line) over (partition by je.entry_id, j.id) as "firstLine",
      je.entry_id as "entryId", j.id as "judgeId", j.code as "judgeCode", j.state as "judgeState", j.waiting, seat.id is not null as seated,
      a.id is not null as held
    from pairs_stage t
    left join entry e on e.round_id = ${roundId}::uuid and e.reference = t.entry and e.state = 'VERIFIED'
    left join judged_entry je on je.judging_stage_id = ${id}::uuid and je.entry_id = e.id and je.outcome is distinct from 'OUT'
    left join lateral (select judge.id, judge.code, judge.state, judge.waiting from judge join person p on p.id = judge.person_id
      where judge.round_id = ${roundId}::uuid and (upper(judge.code) = upper(t.judge) or lower(p.email) = lower(t.judge))) j on true
    left join judge_seat seat on seat.judge_id = j.id and seat.stage = ${stage}
    left join assignment a on a.judging_stage_id = ${id}::uuid and a.judge_id = j.id and a.entry_id = je.entry_id and a.ended_at is null
    order by t.line`.execute(ctx.db);
  return rows;
}
