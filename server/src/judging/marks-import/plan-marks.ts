import { canonicalJson } from "@isonga/schema/canonical-json";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { ImportPlan, RowProblem } from "../../kernel/imports/importer.ts";
import { refuseRows, type Stage, tellChanges } from "../../kernel/imports/stage.ts";
import { type ConflictPair, conflictPairs } from "../conflicts/conflict-pairs.ts";
import { conflictWords } from "../conflicts/conflict-words.ts";
import type { AssignmentEnd, CardState, JudgeState } from "../judging-states.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";

/** Rows as they were read, in the transaction's temporary table. */
export const MARKS_STAGE: Stage = { table: "marks_stage", columns: { line: "int", entry: "text", judge: "text", marks: "jsonb" } };

/** A card to be written: signed as the file has it. */
export type PlannedCard = {
  readonly line: number;
  readonly entryId: string;
  readonly judgeId: string;
  readonly assignmentId: string | null;
  readonly marks: Readonly<Record<string, string>>;
};

type MarksRow = {
  readonly line: number;
  readonly entry: string;
  readonly judge: string;
  readonly marks: Readonly<Record<string, string>>;
  readonly firstLine: number;
  readonly entryId: string | null;
  readonly judgeId: string | null;
  readonly judgeCode: string | null;
  readonly judgeState: JudgeState | null;
  readonly assignmentId: string | null;
  readonly ended: AssignmentEnd | null;
  readonly cardState: CardState | null;
  readonly known: Readonly<Record<string, string>>;
};

/**
 * Compares the rows with what is there. Refuses UNKNOWN_REFERENCE for an entry that is not judged in the stage or a judge that the round has not,
 * WRONG_STATE for a judge who has not accepted, ROW_TWICE, JUDGE_CONFLICT, ASSIGNMENT_ENDED for a pair that recusal or conflict took apart, and
 * CARD_SIGNED where another card is signed. A draft that a judge may have is not told of: the file's card takes its place.
 */
export async function planMarks(ctx: Context, stage: JudgingStageFacts): Promise<ImportPlan & { readonly cards: readonly PlannedCard[] }> {
  const rows = await marksRows(ctx, stage);
  const conflicts = new Map<string, ConflictPair>();
  for (const pair of await conflictPairs(ctx, { roundId: stage.roundId }))
    if (!conflicts.has(`${pair.judgeId} ${pair.entryId}`)) conflicts.set(`${pair.judgeId} ${pair.entryId}`, pair);
  const problems: RowProblem[] = [];
  const cards: PlannedCard[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const problem = problemOf(ctx, row, conflicts.get(`${row.judgeId} ${row.entryId}`));
    if (problem) problems.push({ line: row.line, ...problem });
    else if (row.cardState === "SIGNED") unchanged += 1;
    else if (row.entryId !== null && row.judgeId !== null) {
      const { line, entryId, judgeId, assignmentId, marks } = row;
      cards.push({ line, entryId, judgeId, assignmentId, marks });
    }
  }
  await refuseRows(ctx, problems);
  const subjects = new Map(rows.map(({ line, entry, judgeCode }) => [line, `${entry} · ${judgeCode}`]));
  await tellChanges(
    ctx,
    cards
      .slice(0, NEW_TOLD)
      .map(({ line, marks }) => ({ line, kind: "NEW", subject: subjects.get(line) ?? "", before: null, after: marks })),
  );
  const facts = {
    entries: String(new Set(cards.map(({ entryId }) => entryId)).size),
    judges: String(new Set(cards.map(({ judgeId }) => judgeId)).size),
  };
  return { added: cards.length, changed: 0, unchanged, facts, cards };
}

/** New rows told in the plan; the file says the rest. */
const NEW_TOLD = 200;

function problemOf(ctx: Context, row: MarksRow, conflict: ConflictPair | undefined): Omit<RowProblem, "line"> | null {
  if (row.entryId === null) return { column: "entry", code: "UNKNOWN_REFERENCE", values: { value: row.entry.slice(0, 60) } };
  if (row.judgeId === null) return { column: "judge", code: "UNKNOWN_REFERENCE", values: { value: row.judge.slice(0, 100) } };
  if (row.firstLine < row.line) return { code: "ROW_TWICE", values: { line: row.firstLine } };
  if (row.cardState === "SIGNED") return canonicalJson(row.known) === canonicalJson(row.marks) ? null : { code: "CARD_SIGNED" };
  if (row.judgeState !== "ACCEPTED") return { column: "judge", code: "WRONG_STATE", values: { state: row.judgeState ?? "" } };
  if (conflict) {
    const { kind, origin } = conflict;
    const why = conflictWords(ctx.language, conflict);
    return { column: "judge", code: "JUDGE_CONFLICT", values: { judge: row.judgeCode ?? "", entry: row.entry, kind, origin, why } };
  }
  if (row.ended === "RECUSED" || row.ended === "CONFLICT")
    return { column: "entry", code: "ASSIGNMENT_ENDED", values: { reference: row.entry, because: row.ended } };
  return null;
}

/** Each row beside the entry, the judge, their assignment — the one that is open, else the last that ended — and their card. */
async function marksRows(ctx: Context, stage: JudgingStageFacts): Promise<readonly MarksRow[]> {
  const { rows } = await sql<MarksRow>`select t.line, t.entry, t.judge, t.marks, min(t.line) over (partition by e.id, j.id) as "firstLine",
      je.entry_id as "entryId", j.id as "judgeId", j.code as "judgeCode", j.state as "judgeState",
      case when a.ended_at is null then a.id end as "assignmentId", a.end_kind as ended, c.state as "cardState", coalesce(m.marks, '{}') as known
    from marks_stage t
    left join entry e on e.round_id = ${stage.roundId}::uuid and e.reference = t.entry
    left join judged_entry je on je.judging_stage_id = ${stage.id}::uuid and je.entry_id = e.id and je.outcome is distinct from 'OUT'
      and e.state not in ('WITHDRAWN', 'INELIGIBLE')
    left join lateral (select judge.id, judge.code, judge.state from judge join person p on p.id = judge.person_id
      where judge.round_id = ${stage.roundId}::uuid and (upper(judge.code) = upper(t.judge) or lower(p.email) = lower(t.judge))) j on true
    left join lateral (select id, ended_at, end_kind from assignment where judging_stage_id = ${stage.id}::uuid and judge_id = j.id
      and entry_id = e.id order by ended_at desc nulls first limit 1) a on true
    left join scorecard c on c.assignment_id = a.id and c.state <> 'STOPPED'
    left join lateral (select jsonb_object_agg(criterion, trim_scale(value)::text) as marks from mark
      where scorecard_id = c.id and value is not null) m on true
    order by t.line`.execute(ctx.db);
  return rows;
}
