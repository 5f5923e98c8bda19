import type { Cells, ImportColumn, Importer, ImportKind, Problems } from "../../kernel/imports/importer.ts";
import { addToStage, createStage } from "../../kernel/imports/stage.ts";
import type { EntryKind } from "../entries/entry-states.ts";
import { applyEntries } from "./apply-entries.ts";
import { authorizeEntryImport, type EntryImportOptions, entryImportOptions, type ImportGround, loadImportGround } from "./import-ground.ts";
import { ENTRY_STAGE, planEntries } from "./plan-entries.ts";

/** What is different between the importers of entries: the rows of their files. */
type EntryFile<Row extends object> = {
  readonly kind: ImportKind;
  readonly entryKind: EntryKind;
  readonly columns: readonly ImportColumn[];
  /** Columns that a file of this round must have besides. */
  readonly needs?: (ground: ImportGround) => readonly string[];
  /** Reads one row, or says all that is wrong with it. */
  readonly parse: (ground: ImportGround, cells: Cells) => Row | Problems;
  /** A row as the stage's columns stand, the line aside. */
  readonly staged: (row: Row, ground: ImportGround) => readonly (string | null)[];
};

/** An importer of a round's entries from CSV, Excel and JSON: who may, what the round's rules are, staging, comparing and writing are the same. */
export function entryImporter<Row extends object>(file: EntryFile<Row>): Importer<Row, EntryImportOptions> {
  const { kind, entryKind, columns } = file;
  return {
    kind,
    formats: ["CSV", "XLSX", "JSON"],
    columns,
    options: entryImportOptions,
    counting: { state: "VERIFIED" },
    authorize: authorizeEntryImport,
    begin: async (ctx, { options }) => {
      const ground = await loadImportGround(ctx, options, entryKind);
      await createStage(ctx, ENTRY_STAGE);
      return {
        needs: file.needs?.(ground) ?? [],
        parse: (cells) => file.parse(ground, cells),
        add: (rows) =>
          addToStage(
            ctx,
            ENTRY_STAGE,
            rows.map(({ line, row }) => [line, ...file.staged(row, ground)]),
          ),
        plan: () => planEntries(ctx, ground, entryKind),
        apply: () => applyEntries(ctx, ground, entryKind),
      };
    },
  };
}
