import type { CellProblem, Cells, ImportColumn, Importer } from "../../kernel/imports/importer.ts";
import { Problems } from "../../kernel/imports/importer.ts";
import { addToStage, createStage } from "../../kernel/imports/stage.ts";
import { INNOVATION_FORMS, INNOVATION_STAGES } from "../entries/innovation.entity.ts";
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

/** A row of innovations: what is empty is not told, and stays as it is known. */
export type InnovationRecord = {
  readonly region: string;
  readonly agency: string;
  readonly title: string;
  readonly form: string | null;
  readonly digital: string | null;
  readonly stage: string | null;
  readonly affairs: readonly string[];
  readonly claimed: string;
  readonly verified: string | null;
};

const COLUMNS: readonly ImportColumn[] = [
  { name: "region", aliases: ["jurisdiction", "wilayah", "daerah", "akarere"], required: true },
  { name: "agency", aliases: ["opd", "perangkat daerah", "urwego"], required: true },
  { name: "innovation", aliases: ["title", "inovasi", "judul", "agashya"], required: true },
  { name: "form", aliases: ["bentuk"] },
  { name: "digital" },
  { name: "stage", aliases: ["tahapan"] },
  { name: "affair", aliases: ["affairs", "urusan"] },
  { name: "claimed", aliases: ["klaim"], required: true },
  { name: "verified", aliases: ["terverifikasi"] },
];

/** Innovations of a round from CSV, Excel and JSON, each with its claimed and verified levels as digits in the catalogue's order. */
export const innovationsImporter: Importer<InnovationRecord, EntryImportOptions> = {
  kind: "INNOVATIONS",
  formats: ["CSV", "XLSX", "JSON"],
  columns: COLUMNS,
  options: entryImportOptions,
  counting: { state: "VERIFIED" },
  authorize: authorizeEntryImport,
  begin: async (ctx, { options }) => {
    const ground = await loadImportGround(ctx, options);
    await createStage(ctx, ENTRY_STAGE);
    return {
      parse: (cells) => parseInnovation(ground, cells),
      add: (rows) =>
        addToStage(
          ctx,
          ENTRY_STAGE,
          rows.map(({ line, row }) => [line, ...stagedOf(row)]),
        ),
      plan: () => planEntries(ctx, ground, "INNOVATION"),
      apply: () => applyEntries(ctx, ground, "INNOVATION"),
    };
  },
};

/** Reads one row, or says all that is wrong with it. Verified levels are left out where entries shall only be submitted. */
export function parseInnovation(ground: ImportGround, cells: Cells): InnovationRecord | Problems {
  const rows = catalogueOf(ground, "INNOVATION");
  const [region, agency, title] = [cells("region"), cells("agency"), cells("innovation").replace(/\s+/g, " ")];
  const [claimed, verified] = [cells("claimed"), ground.state === "VERIFIED" ? cells("verified") : ""];
  const form = oneOf(INNOVATION_FORMS, "form", cells);
  const stage = oneOf(INNOVATION_STAGES, "stage", cells);
  const digital = digitalOf(cells("digital"));
  const found: CellProblem[] = [
    ...required("region", region),
    ...required("agency", agency),
    ...required("innovation", title),
    ...(title.length > LONGEST_TITLE ? [{ column: "innovation", code: "TOO_LONG" as const, values: { max: LONGEST_TITLE } }] : []),
    ...(agency.length > LONGEST_TITLE ? [{ column: "agency", code: "TOO_LONG" as const, values: { max: LONGEST_TITLE } }] : []),
    ...form.problems,
    ...stage.problems,
    ...(digital === undefined ? [{ column: "digital", code: "INVALID_VALUE" as const }] : []),
    ...digitProblems(rows, "claimed", claimed),
    ...(verified === "" ? [] : digitProblems(rows, "verified", verified)),
    ...affairProblems(ground, cells("affair")),
  ];
  if (found.length > 0) return new Problems(found);
  const affairs = affairsOf(cells("affair"));
  return {
    ...{ region, agency, title, affairs, claimed },
    form: form.value,
    stage: stage.value,
    digital: digital ?? null,
    verified: verified === "" ? null : verified,
  };
}

/** As the stage's columns stand, the line aside. */
function stagedOf(row: InnovationRecord): readonly (string | null)[] {
  const affairs = row.affairs.length === 0 ? null : `{${row.affairs.join(",")}}`;
  return [row.region, row.agency, row.title, row.form, row.digital, row.stage, affairs, row.claimed, row.verified];
}

const LONGEST_TITLE = 200;

function required(column: string, value: string): readonly CellProblem[] {
  return value === "" ? [{ column, code: "REQUIRED" }] : [];
}

function oneOf(
  known: readonly string[],
  column: string,
  cells: Cells,
): { readonly value: string | null; readonly problems: CellProblem[] } {
  const value = cells(column)
    .toUpperCase()
    .replace(/[\s-]+/g, "_");
  if (value === "") return { value: null, problems: [] };
  return { value, problems: known.includes(value) ? [] : [{ column, code: "INVALID_VALUE" }] };
}

/** "true" or "false"; null when nothing is said, undefined for anything else. */
function digitalOf(text: string): string | null | undefined {
  const word = text.toLowerCase();
  if (word === "") return null;
  if (["true", "1", "yes", "ya", "yego", "digital"].includes(word)) return "true";
  return ["false", "0", "no", "tidak", "oya", "non-digital"].includes(word) ? "false" : undefined;
}

/** One code, or several with semicolons between. */
function affairsOf(text: string): readonly string[] {
  return [...new Set(text.split(/[;|]/).map((code) => code.trim().toUpperCase()))].filter((code) => code !== "").sort();
}

function affairProblems({ round }: ImportGround, text: string): readonly CellProblem[] {
  const known = new Set(round.instrument.affairs.map(({ code }) => code));
  return affairsOf(text)
    .filter((code) => !known.has(code))
    .map((value) => ({ column: "affair", code: "UNKNOWN_REFERENCE", values: { value } }));
}
