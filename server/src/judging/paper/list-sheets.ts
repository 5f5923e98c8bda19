import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { JudgingRules } from "../../programmes/jury-instrument.ts";
import { type JudgingStageFacts, loadStage } from "../stages/load-stage.ts";
import type { PaperSheetsArgs } from "./sheet.inputs.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import type { PaperSheet, SheetReading } from "./sheet.type.ts";
import { sheetCode, typedCode } from "./sheet-code.ts";
import { differences, type SheetContent } from "./sheet-content.ts";
import { type SheetRow, sheetRows, TAKES_SHEETS } from "./sheet-rows.ts";

/** The paper sheets of a stage by judge and entry. Refuses NOT_FOUND to who may not key any in. */
export async function listSheets(ctx: Context, args: PaperSheetsArgs): Promise<Connection<PaperSheet>> {
  const stage = await loadStage(ctx, checkedId(args.stageId, "stageId"), sheetPolicy.key);
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, {
    columns: [sql`sheet.judge collate "C"`, sql`sheet.reference collate "C"`, sql`sheet."assignmentId"`],
  });
  const search = typedCode(args.search ?? "")
    .slice(0, LIMITS.searchLength)
    .replaceAll(/[\\%_]/g, "\\$&");
  const conditions = [
    sql<boolean>`not sheet."entryOut"`,
    args.states ? sql<boolean>`sheet.state = any(${[...args.states]}::text[])` : sql<boolean>`true`,
    search ? sql<boolean>`upper(sheet.judge || '-' || sheet.reference) like ${`%${search}%`}` : sql<boolean>`true`,
    where,
  ];
  const rows = await sheetRows(ctx, stage.id, sql`${sql.join(conditions, sql` and `)} ${orderBy} ${limit}`);
  const { edges, ...found } = connectionFrom(rows, page, ({ judge, reference, assignmentId }) => [judge, reference, assignmentId]);
  const shown = edges.map(({ cursor, node }) => ({ cursor, node: sheetView(ctx, stage, node) }));
  return { ...found, edges: shown, nodes: shown.map(({ node }) => node) };
}

/** The sheet with this code on it. Refuses NOT_FOUND to who may not key any in, SHEET_CODE for a code of no sheet of the stage. */
export async function readSheet(ctx: Context, stageId: string, code: string): Promise<PaperSheet> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), sheetPolicy.key);
  return sheetView(ctx, stage, await findSheet(ctx, stage, code));
}

/** The sheet of a stage by what was typed of its code. Refuses SHEET_CODE where the stage has none. */
export async function findSheet(ctx: Context, stage: Pick<JudgingStageFacts, "id">, typed: string): Promise<SheetRow> {
  const code = typedCode(typed);
  const rows = await sheetRows(ctx, stage.id, sql`starts_with(${code}, sheet.judge || '-' || sheet.reference || '-')`);
  const found = rows.find((row) => sheetCode(row) === code);
  if (!found) throw new Refusal("SHEET_CODE", { field: "code" });
  return found;
}

/** A sheet as who keys it sees it: of others' readings nothing before the asker's own is there, and then only where they differ. */
export function sheetView(ctx: Context, stage: Pick<JudgingStageFacts, "state" | "rules">, row: SheetRow): PaperSheet {
  const { assignmentId, judge, reference, state } = row;
  const isOpen = state === "OPEN" || state === "ONCE" || state === "DIFFERS";
  const keyed = state === "SIGNED" ? [] : row.keyed;
  const own = keyed.find(({ by }) => by === ctx.actor.id);
  const [first, second] = keyed;
  const takes = isOpen && TAKES_SHEETS.includes(stage.state) && !row.entryOut;
  return {
    assignmentId,
    code: sheetCode(row),
    judge,
    reference,
    state,
    keyedBy: keyed.map(({ by, name }) => ({ name, mine: by === ctx.actor.id })),
    reading: own ? readingOf(own.content, stage.rules) : null,
    differences: isOpen && first && second ? differences(first.content, second.content) : [],
    viewerCan: { key: takes && row.personId !== ctx.actor.id && (own !== undefined || keyed.length < 2) },
  };
}

/** Marks in the rubric's order. */
function readingOf({ marks, ...content }: SheetContent, { criteria }: JudgingRules): SheetReading {
  const given = criteria.flatMap(({ code }) => (marks[code] ? [{ criterion: code, ...marks[code] }] : []));
  return { ...content, marks: given };
}
