import { basename } from "node:path";
import { type FileFormat, sniffFormat } from "../files/sniff.ts";
import { Refusal } from "../refusal.ts";
import type { CellProblem } from "./importer.ts";
import { openCsv } from "./read-csv.ts";
import { openJson, openRecords } from "./read-json.ts";
import { openXlsx } from "./read-xlsx.ts";

/** One row of a file as it stands there, aligned with the headers. `broken` says why it is no row at all. */
export type RawRow = { readonly line: number; readonly raw: readonly string[]; readonly broken?: CellProblem };

/** How a file was understood before its rows were read. */
export type Understood = {
  readonly format: FileFormat;
  readonly headers: readonly string[];
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
};

/** A file with its header read. `rows` can be gone through once. */
export type OpenSource = {
  readonly understood: Understood;
  /** How many rows there will be, nearly; null when only reading tells. */
  readonly rowsTotal: number | null;
  readonly rows: AsyncIterable<RawRow>;
};

/** Rows to import, from wherever they come; can be opened again to look a line up. */
export type RowSource = { readonly name: string; readonly open: (shape: SourceShape) => Promise<OpenSource> };

/** What an importer says about its files. */
export type SourceShape = {
  readonly formats: readonly FileFormat[];
  readonly records?: (json: unknown) => Iterable<Readonly<Record<string, unknown>>>;
};

/** A file on this machine. Opening it refuses FILE_KIND and FILE_UNREADABLE. */
export function fileSource(path: string, name: string = basename(path)): RowSource {
  return {
    name,
    open: async (shape) => {
      const format = await sniffFormat(path);
      if (!format || !shape.formats.includes(format)) throw new Refusal("FILE_KIND", { values: { kinds: shape.formats.join(", ") } });
      if (format === "XLSX") return openXlsx(path);
      return format === "JSON" ? openJson(path, shape.records) : openCsv(path);
    },
  };
}

/** Rows that are in memory already: a partner's, or a generator's. */
export function recordsSource(records: readonly Readonly<Record<string, unknown>>[], name = "rows"): RowSource {
  return { name, open: async () => openRecords(records) };
}
