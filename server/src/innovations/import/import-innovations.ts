import type { CellProblem, Cells, ImportColumn, Importer } from "../../kernel/imports/importer.ts";
import { Problems } from "../../kernel/imports/importer.ts";
import { INNOVATION_FORMS, INNOVATION_STAGES } from "../entries/innovation.entity.ts";
import { entryImporter } from "./entry-importer.ts";
import { catalogueOf, digitProblems, type EntryImportOptions, type ImportGround } from "./import-ground.ts";

/**
 * A row of innovations: what is empty is not told, and stays as it is known. `claimed` and `verified` are digits; in a round without levels
 * both are empty, and `verified` is null where the row does not say that the entry was verified.
 */
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
  { name: "claimed", aliases: ["klaim"] },
  { name: "verified", aliases: ["terverifikasi"] },
];

/**
 * Innovations of a round from CSV, Excel and JSON, each with its claimed and verified levels as digits in the catalogue's order; for a jury's
 * round without levels, `verified` saying yes or no. Without the column `claimed` a file is of no index.
 */
export const innovationsImporter: Importer<InnovationRecord, EntryImportOptions> = entryImporter({
  kind: "INNOVATIONS",
  entryKind: "INNOVATION",
  columns: COLUMNS,
  needs: ({ hasLevels }) => (hasLevels ? ["claimed"] : []),
  parse: parseInnovation,
  staged: stagedOf,
});

/** Reads one row, or says all that is wrong with it. Verified levels are left out where entries shall only be submitted. */
export function parseInnovation(ground: ImportGround, cells: Cells): InnovationRecord | Problems {
  const [region, agency, title] = [cells("region"), cells("agency"), cells("innovation").replace(/\s+/g, " ")];
  const levels = ground.hasLevels ? levelsOf(ground, cells) : verdictOf(ground, cells);
  const form = oneOf(INNOVATION_FORMS, "form", cells);
  const stage = oneOf(INNOVATION_STAGES, "stage", cells);
  const digital = yesOrNo(cells("digital"));
  const found: CellProblem[] = [
    ...required("region", region),
    ...required("agency", agency),
    ...required("innovation", title),
    ...(title.length > LONGEST_TITLE ? [{ column: "innovation", code: "TOO_LONG" as const, values: { max: LONGEST_TITLE } }] : []),
    ...(agency.length > LONGEST_TITLE ? [{ column: "agency", code: "TOO_LONG" as const, values: { max: LONGEST_TITLE } }] : []),
    ...form.problems,
    ...stage.problems,
    ...(digital === undefined ? [{ column: "digital", code: "INVALID_VALUE" as const }] : []),
    ...levels.problems,
    ...affairProblems(ground, cells("affair")),
  ];
  if (found.length > 0) return new Problems(found);
  const affairs = affairsOf(cells("affair"));
  return {
    ...{ region, agency, title, affairs, claimed: levels.claimed, verified: levels.verified },
    form: form.value,
    stage: stage.value,
    digital: digital ?? null,
  };
}

type Levels = Pick<InnovationRecord, "claimed" | "verified"> & { readonly problems: readonly CellProblem[] };

function levelsOf(ground: ImportGround, cells: Cells): Levels {
  const rows = catalogueOf(ground, "INNOVATION");
  const [claimed, verified] = [cells("claimed"), ground.state === "VERIFIED" ? cells("verified") : ""];
  const problems = [...digitProblems(rows, "claimed", claimed), ...(verified === "" ? [] : digitProblems(rows, "verified", verified))];
  return { claimed, verified: verified === "" ? null : verified, problems };
}

/** Where no levels are claimed, none may be told, and the entry was verified or not. */
function verdictOf(ground: ImportGround, cells: Cells): Levels {
  const verdict = yesOrNo(cells("verified"));
  const isVerified = verdict === "true" && ground.state === "VERIFIED";
  const problems = [
    ...(cells("claimed") === "" ? [] : [{ column: "claimed", code: "LEVELS_WRONG" as const, values: { count: 0 } }]),
    ...(verdict === undefined ? [{ column: "verified", code: "INVALID_VALUE" as const }] : []),
  ];
  return { claimed: "", verified: isVerified ? "" : null, problems };
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
function yesOrNo(text: string): string | null | undefined {
  const word = text.toLowerCase();
  if (word === "") return null;
  if (["true", "1", "yes", "ya", "yego", "digital"].includes(word)) return "true";
  return ["false", "0", "no", "tidak", "oya", "non-digital"].includes(word) ? "false" : undefined;
}

/** One code, or several with semicolons between. */
function affairsOf(text: string): readonly string[] {
  return [...new Set(text.split(/[;|]/).map((code) => code.trim().toUpperCase()))].filter((code) => code !== "").sort();
}

function affairProblems({ rules }: ImportGround, text: string): readonly CellProblem[] {
  const known = new Set(rules.affairs.map(({ code }) => code));
  return affairsOf(text)
    .filter((code) => !known.has(code))
    .map((value) => ({ column: "affair", code: "UNKNOWN_REFERENCE", values: { value } }));
}
