import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { DeskStageFacts } from "../desk/desk-stage.ts";
import type { ComparisonView } from "./comparison.type.ts";

/** The asker's pairs in a stage, in their order; those with an entry that is out or that they must not judge are left out. */
export function myComparisons(ctx: Context, stage: Pick<DeskStageFacts, "id" | "state">): Promise<readonly ComparisonView[]> {
  if (stage.state === "SET_UP") return Promise.resolve([]);
  return comparisonRows(ctx, sql<boolean>`c.judging_stage_id = ${stage.id}::uuid`);
}

/** The asker's pairs that fulfil a condition on `c`. */
export async function comparisonRows(ctx: Context, where: RawBuilder<boolean>): Promise<readonly ComparisonView[]> {
  if (ctx.actor.id === null) return [];
  const { rows } = await sql<ComparisonView>`select c.id, c.judging_stage_id as "stageId", c.left_entry_id as "leftEntryId",
      c.right_entry_id as "rightEntryId", l.reference as "leftReference", r.reference as "rightReference", c.version,
      case when c.answered_at is null then null when c.winner_id = c.left_entry_id then 'LEFT' when c.winner_id = c.right_entry_id then 'RIGHT'
        else 'NEITHER' end as winner,
      row_number() over (partition by c.judging_stage_id order by c.position, c.id)::int as position
    from comparison c join judge j on j.id = c.judge_id join entry l on l.id = c.left_entry_id join entry r on r.id = c.right_entry_id
    where j.person_id = ${ctx.actor.id}::uuid and j.state = 'ACCEPTED' and ${BOTH_THERE} and ${where}
    order by c.position, c.id`.execute(ctx.db);
  return rows;
}

/** On `c`: both entries are still judged, and the judge has both. */
const BOTH_THERE = sql<boolean>`2 = (select count(*) from unnest(array[c.left_entry_id, c.right_entry_id]) one(id)
  join entry e on e.id = one.id and e.state not in ('WITHDRAWN', 'INELIGIBLE')
  join judged_entry je on je.judging_stage_id = c.judging_stage_id and je.entry_id = one.id and je.outcome is distinct from 'OUT'
  join assignment a on a.judging_stage_id = c.judging_stage_id and a.judge_id = c.judge_id and a.entry_id = one.id and a.ended_at is null)`;
