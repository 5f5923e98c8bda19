import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { markProblems } from "../cards/merge-card.ts";
import { refuseUnsignable } from "../cards/sign-card.ts";
import { lockStage, refuseUnlessIn } from "../stages/load-stage.ts";
import { findSheet, sheetView } from "./list-sheets.ts";
import type { KeySheetInput } from "./sheet.inputs.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import type { KeySheetPayload } from "./sheet.type.ts";
import { contentOf, differences, type SheetContent } from "./sheet-content.ts";
import { type SheetRow, TAKES_SHEETS } from "./sheet-rows.ts";
import { signSheet } from "./sign-sheet.ts";

/**
 * Keys a paper sheet in. Two people do so, each without seeing the other's; when they say the same it is the judge's signed card, and until then
 * both see where they differ and key it again. Refuses NOT_FOUND to who may not, WRONG_STATE outside of scoring and discussion, SHEET_CODE for a
 * code of no sheet of the stage, FORBIDDEN to the sheet's own judge, SHEET_KEYED to a third person, CARD_SIGNED once the card is signed, ENTRY_OUT,
 * and as signing refuses.
 */
export async function keySheet(ctx: Context, input: KeySheetInput): Promise<KeySheetPayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"), sheetPolicy.key);
  refuseUnlessIn(stage, ...TAKES_SHEETS);
  const sheet = await findSheet(ctx, stage, input.code);
  const other = otherReading(ctx, sheet);
  const content = contentOf(input);
  const marks = Object.entries(content.marks).map(([criterion, mark]) => ({ criterion, ...mark, version: 0 }));
  refuseAll(markProblems(stage.rules.criteria, marks));
  refuseUnsignable(ctx, stage.rules, { ...content, marks });
  await keep(ctx, sheet.assignmentId, content);
  if (other && differences(other, content).length === 0) await signSheet(ctx, stage, { ...sheet, content });
  return { sheet: sheetView(ctx, stage, await findSheet(ctx, stage, input.code)) };
}

/** What the other person read, if there is one. Refuses who may not key this sheet in. */
function otherReading(ctx: Context, sheet: SheetRow): SheetContent | null {
  if (sheet.personId === ctx.actor.id) throw new Refusal("FORBIDDEN", { field: "code" });
  if (sheet.entryOut) throw new Refusal("ENTRY_OUT", { field: "code", values: { reference: sheet.reference } });
  if (sheet.state === "SIGNED" || sheet.state === "DONE") throw new Refusal("CARD_SIGNED", { field: "code" });
  const others = sheet.keyed.filter(({ by }) => by !== ctx.actor.id);
  if (others.length > 1) throw new Refusal("SHEET_KEYED", { field: "code" });
  return others[0]?.content ?? null;
}

/** Keeps the asker's reading. What had become a card that was opened again since is gone with the first new one; the audit record has it. */
async function keep(ctx: Context, assignmentId: string, content: SheetContent): Promise<void> {
  await sql`delete from keyed_sheet where assignment_id = ${assignmentId}::uuid and settled_at is not null`.execute(ctx.db);
  await sql`insert into keyed_sheet (id, assignment_id, keyed_by, content, keyed_at)
    values (${ctx.newId()}, ${assignmentId}::uuid, ${ctx.actor.id}::uuid, ${JSON.stringify(content)}::jsonb, ${ctx.now()})
    on conflict (assignment_id, keyed_by) do update set content = excluded.content, version = keyed_sheet.version + 1`.execute(ctx.db);
}
