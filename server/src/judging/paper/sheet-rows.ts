import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { ENTRY_OUT, FROM_PAPER } from "../desk/card-rows.ts";
import type { JudgingStageState } from "../judging-states.ts";
import type { SheetState } from "./sheet.type.ts";
import type { SheetContent } from "./sheet-content.ts";

/** A stage takes sheets as long as cards may be signed. */
export const TAKES_SHEETS: readonly JudgingStageState[] = ["CALIBRATING", "SCORING", "DISCUSSION"];

/** What one person read from a sheet. */
export type KeyedContent = { readonly by: string; readonly name: string; readonly content: SheetContent };

/** An open assignment as a paper sheet: what names it, and what was read from it so far. */
export type SheetRow = {
  readonly assignmentId: string;
  readonly judgeId: string;
  readonly personId: string;
  readonly judge: string;
  readonly entryId: string;
  readonly reference: string;
  readonly entryOut: boolean;
  readonly state: SheetState;
  readonly keyed: readonly KeyedContent[];
};

/** The sheets of a stage that fulfil conditions on `sheet`. What was read before a card was opened again counts no more. */
export async function sheetRows(ctx: Context, stageId: string, tail: RawBuilder<unknown>): Promise<readonly SheetRow[]> {
  const { rows } = await sql<SheetRow>`select sheet.* ${sheetsOf([stageId])} where ${tail}`.execute(ctx.db);
  return rows;
}

/** The sheets of stages, as `sheet` in a from clause. */
export function sheetsOf(stageIds: readonly string[]): RawBuilder<unknown> {
  return sql`from (select a.id as "assignmentId", a.judging_stage_id as "stageId", j.id as "judgeId", j.person_id as "personId", j.code as judge, e.id as "entryId", e.reference,
      (${ENTRY_OUT}) as "entryOut", coalesce(k.keyed, '[]') as keyed,
      case when c.state = 'SIGNED' then case when ${FROM_PAPER} then 'DONE' else 'SIGNED' end
        when k.people > 1 then 'DIFFERS' when k.people = 1 then 'ONCE' else 'OPEN' end as state
    from assignment a join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id
    left join judged_entry je on je.judging_stage_id = a.judging_stage_id and je.entry_id = a.entry_id
    left join scorecard c on c.assignment_id = a.id
    left join lateral (select count(*) as people, jsonb_agg(jsonb_build_object('by', k.keyed_by, 'name', p.name, 'content', k.content)
        order by k.keyed_at, k.id) as keyed
      from keyed_sheet k join person p on p.id = k.keyed_by
      where k.assignment_id = a.id and (k.settled_at is not null) = (c.state is not distinct from 'SIGNED')) k on true
    where a.judging_stage_id = any(${[...stageIds]}::uuid[]) and a.ended_at is null) sheet`;
}
