import type { CellProblem, Cells, ImportColumn, Importer } from "../../kernel/imports/importer.ts";
import { Problems } from "../../kernel/imports/importer.ts";
import { addToStage, createStage } from "../../kernel/imports/stage.ts";
import { applyEntries } from "./apply-entries.ts";
import {
  authorizeEntryImport,
  catalogueOf,
  digitProblems,
  type EntryImportOptions,
  entryImportOptions,
  type ImportGround,
  loadImportGround,
} from "./import-ground.ts";
import { ENTRY_STAGE, planEntries } from "./plan-entries.ts";

/** A region's own rows, one digit each in the catalogue's order. */
export type RegionalRecord = { readonly region: string; readonly levels: string };

const COLUMNS: readonly ImportColumn[] = [
  { name: "region", aliases: ["jurisdiction", "wilayah", "daerah", "akarere"], required: true },
  { name: "levels", aliases: ["level"], required: true },
];

/** Regions' own rows of a round: the levels told are both claimed and verified, unless they shall only be submitted. */
export const regionalImporter: Importer<RegionalRecord, EntryImportOptions> = {
  kind: "REGIONAL",
  formats: ["CSV", "XLSX", "JSON"],
  columns: COLUMNS,
  options: entryImportOptions,
  counting: { state: "VERIFIED" },
  authorize: authorizeEntryImport,
  begin: async (ctx, { options }) => {
    const ground = await loadImportGround(ctx, options, "REGIONAL");
    await createStage(ctx, ENTRY_STAGE);
    const staged = ({ region, levels }: RegionalRecord) => {
      const verified = ground.state === "VERIFIED" ? levels : null;
      return [region, null, null, null, null, null, null, levels, verified];
    };
    return {
      parse: (cells) => parseRegional(ground, cells),
      add: (rows) =>
        addToStage(
          ctx,
          ENTRY_STAGE,
          rows.map(({ line, row }) => [line, ...staged(row)]),
        ),
      plan: () => planEntries(ctx, ground, "REGIONAL"),
      apply: () => applyEntries(ctx, ground, "REGIONAL"),
    };
  },
};

/** Reads one row, or says all that is wrong with it. */
export function parseRegional(ground: ImportGround, cells: Cells): RegionalRecord | Problems {
  const [region, levels] = [cells("region"), cells("levels")];
  const found: CellProblem[] = [
    ...(region === "" ? [{ column: "region", code: "REQUIRED" as const }] : []),
    ...digitProblems(catalogueOf(ground, "REGIONAL"), "levels", levels),
  ];
  return found.length > 0 ? new Problems(found) : { region, levels };
}
