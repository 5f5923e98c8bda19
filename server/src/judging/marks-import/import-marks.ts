import { isMark } from "@isonga/schema/scorecard";
import { type CellProblem, type Cells, type ImportColumn, type Importer, Problems } from "../../kernel/imports/importer.ts";
import { addToStage, createStage } from "../../kernel/imports/stage.ts";
import { decimalText } from "../../programmes/jury-instrument.ts";
import { plainDecimal } from "../cards/merge-card.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import { applyMarks } from "./apply-marks.ts";
import { authorizeMarks, loadMarksGround, type MarksOptions, marksOptions } from "./marks-ground.ts";
import { MARKS_STAGE, type PlannedCard, planMarks } from "./plan-marks.ts";

/** A card as a file has it: the entry by reference, the judge by code or address, every criterion's mark. */
export type MarksRecord = { readonly entry: string; readonly judge: string; readonly marks: Readonly<Record<string, string>> };

const COLUMNS: readonly ImportColumn[] = [
  { name: "entry", aliases: ["usulan", "dosiye", "reference"], required: true },
  { name: "judge", aliases: ["juri", "umukemurampaka"], required: true },
];

/** Signed cards of a judging stage from CSV, Excel and JSON: one a row, a column for each criterion by its code. */
export const marksImporter: Importer<MarksRecord, MarksOptions> = {
  kind: "MARKS",
  formats: ["CSV", "XLSX", "JSON"],
  columns: COLUMNS,
  options: marksOptions,
  authorize: authorizeMarks,
  begin: async (ctx, { options }) => {
    const stage = await loadMarksGround(ctx, options);
    await createStage(ctx, MARKS_STAGE);
    let planned: readonly PlannedCard[] = [];
    return {
      alsoReads: (header) => stage.rules.criteria.some(({ code }) => code.toLowerCase() === header.trim().toLowerCase()),
      parse: (cells, record) => parseMarks(stage, cells, record()),
      add: (rows) =>
        addToStage(
          ctx,
          MARKS_STAGE,
          rows.map(({ line, row }) => [line, row.entry, row.judge, JSON.stringify(row.marks)]),
        ),
      plan: async () => {
        const { cards, ...plan } = await planMarks(ctx, stage);
        planned = cards;
        return plan;
      },
      apply: () => applyMarks(ctx, stage, planned),
    };
  },
};

/** Reads one row, or says all that is wrong with it: REQUIRED for what is empty, NOT_ON_SCALE for what is no mark, COLUMN_MISSING for a criterion. */
export function parseMarks(
  { rules }: Pick<JudgingStageFacts, "rules">,
  cells: Cells,
  record: Readonly<Record<string, string>>,
): MarksRecord | Problems {
  const [entry, judge] = [cells("entry").toUpperCase(), cells("judge")];
  const empty = (["entry", "judge"] as const).filter((column) => cells(column) === "");
  const found: CellProblem[] = empty.map((column) => ({ column, code: "REQUIRED" }));
  const byHeader = new Map(Object.entries(record).map(([header, cell]) => [header.trim().toLowerCase(), cell]));
  const marks: Record<string, string> = {};
  for (const { code, ...criterion } of rules.criteria) {
    const cell = byHeader.get(code.toLowerCase())?.replace(",", ".");
    const scale = { min: decimalText(criterion.min), max: decimalText(criterion.max), step: decimalText(criterion.step) };
    if (cell === undefined) found.push({ column: code, code: "COLUMN_MISSING", values: { column: code } });
    else if (cell === "") found.push({ column: code, code: "REQUIRED" });
    else if (!/^-?\d+(\.\d+)?$/.test(cell) || !isMark(scale, cell))
      found.push({ column: code, code: "NOT_ON_SCALE", values: { ...scale, value: cell.slice(0, 40) } });
    else marks[code] = plainDecimal(cell);
  }
  return found.length > 0 ? new Problems(found) : { entry, judge, marks };
}
