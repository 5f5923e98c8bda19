import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { markProblems } from "../cards/merge-card.ts";
import { refuseUnsignable } from "../cards/sign-card.ts";
import { ENTRY_OUT } from "../desk/card-rows.ts";
import type { CardState } from "../judging-states.ts";
import { type JudgingStageFacts, lockStage, refuseUnlessIn } from "../stages/load-stage.ts";
import { listSheets } from "./list-sheets.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import type { KeySheetInput, KeySheetPayload } from "./sheet.type.ts";
import { sheetCode, typedCode } from "./sheet-code.ts";
import { contentOf, differences, type SheetContent } from "./sheet-content.ts";
import { signSheet } from "./sign-sheet.ts";

/**
 * Keys a paper sheet in. Two people do so, each without seeing the other's; when they say the same it is the judge's signed card, and until then
 * both see where they differ and key it again. Refuses NOT_FOUND to who may not, WRONG_STATE outside of scoring and discussion, SHEET_CODE for a
 * code of no sheet of the stage, FORBIDDEN to the sheet's own judge, SHEET_KEYED to a third person, CARD_SIGNED once the card is signed, ENTRY_OUT,
 * and as signing refuses.
 */
export async function keySheet(ctx: Context, input: KeySheetInput): Promise<KeySheetPayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"), sheetPolicy.key);
  refuseUnlessIn(stage, "CALIBRATING", "SCORING", "DISCUSSION");
  const sheet = findSheet(await sheetRows(ctx, stage), input.code);
  if (sheet.personId === ctx.actor.id) throw new Refusal("FORBIDDEN", { field: "code" });
  if (sheet.entryOut) throw new Refusal("ENTRY_OUT", { field: "code", values: { reference: sheet.reference } });
  if (sheet.state === "SIGNED") throw new Refusal("CARD_SIGNED", { field: "code" });
  const content = contentOf(input);
  const marks = Object.entries(content.marks).map(([criterion, mark]) => ({ criterion, ...mark, version: 0 }));
  refuseAll(markProblems(stage.rules.criteria, marks));
  refuseUnsignable(ctx, stage.rules, { ...content, marks });
  const other = await keep(ctx, sheet.assignmentId, content);
  if (other && differences(other, content).length === 0) await signSheet(ctx, stage, { ...sheet, content });
  return { sheet: findable((await listSheets(ctx, stage, sheet.assignmentId))[0], () => true) };
}

/** An open assignment with what names its sheet. */
export type SheetRow = {
  readonly assignmentId: string;
  readonly judgeId: string;
  readonly personId: string;
  readonly judge: string;
  readonly entryId: string;
  readonly reference: string;
  readonly entryOut: boolean;
  readonly state: CardState | null;
};

async function sheetRows(ctx: Context, stage: JudgingStageFacts): Promise<readonly SheetRow[]> {
  const { rows } = await sql<SheetRow>`select a.id as "assignmentId", j.id as "judgeId", j.person_id as "personId", j.code as judge,
      e.id as "entryId", e.reference, (${ENTRY_OUT}) as "entryOut", c.state
    from assignment a join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id
    left join judged_entry je on je.judging_stage_id = a.judging_stage_id and je.entry_id = a.entry_id
    left join scorecard c on c.assignment_id = a.id
    where a.judging_stage_id = ${stage.id}::uuid and a.ended_at is null`.execute(ctx.db);
  return rows;
}

function findSheet(rows: readonly SheetRow[], typed: string): SheetRow {
  const code = typedCode(typed);
  const found = rows.find((row) => sheetCode(row) === code);
  if (!found) throw new Refusal("SHEET_CODE", { field: "code" });
  return found;
}

/** Keeps the asker's reading; answers the other person's, if there is one. */
async function keep(ctx: Context, assignmentId: string, content: SheetContent): Promise<SheetContent | null> {
  const { rows } = await sql<{ keyedBy: string; content: SheetContent }>`select keyed_by as "keyedBy", content from keyed_sheet
    where assignment_id = ${assignmentId}::uuid order by keyed_at, id for update`.execute(ctx.db);
  const others = rows.filter(({ keyedBy }) => keyedBy !== ctx.actor.id);
  if (others.length > 1) throw new Refusal("SHEET_KEYED", { field: "code" });
  await sql`insert into keyed_sheet (id, assignment_id, keyed_by, content, keyed_at)
    values (${ctx.newId()}, ${assignmentId}::uuid, ${ctx.actor.id}::uuid, ${JSON.stringify(content)}::jsonb, ${ctx.now()})
    on conflict (assignment_id, keyed_by) do update set content = excluded.content, version = keyed_sheet.version + 1`.execute(ctx.db);
  return others[0]?.content ?? null;
}
