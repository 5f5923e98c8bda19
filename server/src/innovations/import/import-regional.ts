import type { CellProblem, Cells, ImportColumn, Importer } from "../../kernel/imports/importer.ts";
import { Problems } from "../../kernel/imports/importer.ts";
import { entryImporter } from "./entry-importer.ts";
import { catalogueOf, digitProblems, type EntryImportOptions, type ImportGround } from "./import-ground.ts";

/** A region's own rows, one digit each in the catalogue's order. */
export type RegionalRecord = { readonly region: string; readonly levels: string };

const COLUMNS: readonly ImportColumn[] = [
  { name: "region", aliases: ["jurisdiction", "wilayah", "daerah", "akarere"], required: true },
  { name: "levels", aliases: ["level"], required: true },
];

/** Regions' own rows of a round: the levels told are both claimed and verified, unless they shall only be submitted. */
export const regionalImporter: Importer<RegionalRecord, EntryImportOptions> = entryImporter({
  kind: "REGIONAL",
  entryKind: "REGIONAL",
  columns: COLUMNS,
  parse: parseRegional,
  staged: ({ region, levels }: RegionalRecord, { state }) => {
    const verified = state === "VERIFIED" ? levels : null;
    return [region, null, null, null, null, null, null, levels, verified];
  },
});

/** Reads one row, or says all that is wrong with it. */
export function parseRegional(ground: ImportGround, cells: Cells): RegionalRecord | Problems {
  const [region, levels] = [cells("region"), cells("levels")];
  const found: CellProblem[] = [
    ...(region === "" ? [{ column: "region", code: "REQUIRED" as const }] : []),
    ...digitProblems(catalogueOf(ground, "REGIONAL"), "levels", levels),
  ];
  return found.length > 0 ? new Problems(found) : { region, levels };
}
