import { type CellProblem, type Cells, type ImportColumn, type Importer, Problems } from "../../../kernel/imports/importer.ts";
import { addToStage, createStage } from "../../../kernel/imports/stage.ts";
import { authorizeMarks, lockNamedStage, type MarksOptions, marksOptions } from "../../marks-import/marks-ground.ts";
import { refuseUnlessIn } from "../../stages/load-stage.ts";
import { tellJudges } from "../tell-judges.ts";
import { type NewAssignment, writeAssignments } from "../write-assignments.ts";
import { PAIRS_STAGE, planPairs } from "./plan-pairs.ts";

/** A pair as a file has it: the entry by reference, the judge by code or address. */
export type PairRecord = { readonly entry: string; readonly judge: string };

/** What a file of marks begins with, too. */
const COLUMNS: readonly ImportColumn[] = [
  { name: "entry", aliases: ["usulan", "dosiye", "reference"], required: true },
  { name: "judge", aliases: ["juri", "umukemurampaka"], required: true },
];

/**
 * Assignments of a judging stage from CSV, Excel and JSON, one a row, to those that are there; nothing is taken away. The rule of conflicts is that of
 * every other path. Refuses WRONG_STATE once scoring is over. Judges are told by letter once the file is taken.
 */
export const assignmentsImporter: Importer<PairRecord, MarksOptions> = {
  kind: "ASSIGNMENTS",
  formats: ["CSV", "XLSX", "JSON"],
  columns: COLUMNS,
  options: marksOptions,
  authorize: authorizeMarks,
  begin: async (ctx, { options }) => {
    const stage = await lockNamedStage(ctx, options);
    refuseUnlessIn(stage, "SET_UP", "CALIBRATING", "SCORING");
    await createStage(ctx, PAIRS_STAGE);
    let planned: readonly NewAssignment[] = [];
    return {
      parse: parsePair,
      add: (rows) =>
        addToStage(
          ctx,
          PAIRS_STAGE,
          rows.map(({ line, row }) => [line, row.entry, row.judge]),
        ),
      plan: async () => {
        const { pairs, ...plan } = await planPairs(ctx, stage);
        planned = pairs;
        return plan;
      },
      apply: async () => tellJudges(ctx, stage, await writeAssignments(ctx, stage.id, { origin: "FILE", pairs: planned })),
    };
  },
};

/** Reads one row, or says REQUIRED for what is empty. */
function parsePair(cells: Cells): PairRecord | Problems {
  const empty = (["entry", "judge"] as const).filter((column) => cells(column) === "");
  const found = empty.map((column): CellProblem => ({ column, code: "REQUIRED" }));
  return found.length > 0 ? new Problems(found) : { entry: cells("entry").toUpperCase(), judge: cells("judge") };
}
