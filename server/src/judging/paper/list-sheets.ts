import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { type JudgingStageFacts, loadStage } from "../stages/load-stage.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import type { KeyedSheet } from "./sheet.type.ts";
import { sheetCode } from "./sheet-code.ts";
import { differences, type SheetContent } from "./sheet-content.ts";

/** The sheets of a stage that were keyed in by somebody. Refuses NOT_FOUND to who may not key any in. */
export async function keyedSheets(ctx: Context, stageId: string): Promise<readonly KeyedSheet[]> {
  return listSheets(ctx, await loadStage(ctx, checkedId(stageId, "stageId"), sheetPolicy.key));
}

type Row = {
  readonly assignmentId: string;
  readonly judge: string;
  readonly reference: string;
  readonly keyed: readonly { readonly by: string; readonly name: string; readonly content: SheetContent; readonly settled: boolean }[];
};

/** The same of a stage that is loaded, or of one sheet. */
export async function listSheets(
  ctx: Context,
  stage: Pick<JudgingStageFacts, "id">,
  assignmentId: string | null = null,
): Promise<readonly KeyedSheet[]> {
  const { rows } = await sql<Row>`select a.id as "assignmentId", j.code as judge, e.reference,
      jsonb_agg(jsonb_build_object('by', k.keyed_by, 'name', p.name, 'content', k.content, 'settled', k.settled_at is not null)
        order by k.keyed_at, k.id) as keyed
    from keyed_sheet k join assignment a on a.id = k.assignment_id join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id
    join person p on p.id = k.keyed_by
    where a.judging_stage_id = ${stage.id}::uuid and (${assignmentId}::uuid is null or a.id = ${assignmentId}::uuid)
    group by a.id, j.code, e.reference order by j.code collate "C", e.reference collate "C"`.execute(ctx.db);
  return rows.map(({ keyed, ...row }) => {
    const [first, second] = keyed;
    const found = first && second ? differences(first.content, second.content) : [];
    const done = keyed.some(({ settled }) => settled);
    return {
      assignmentId: row.assignmentId,
      code: sheetCode(row),
      state: done ? "DONE" : second ? "DIFFERS" : "ONCE",
      keyedBy: keyed.map(({ name }) => name),
      mine: keyed.some(({ by }) => by === ctx.actor.id),
      differences: done ? [] : found,
    };
  });
}
