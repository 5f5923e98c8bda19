import { isAscii } from "node:buffer";
import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { unicodeOf } from "../files/sniff.ts";
import { Refusal } from "../refusal.ts";
import type { OpenSource, RawRow } from "./row-source.ts";

/** Characters a record may have; more is an unclosed quote or an attack. */
const LONGEST_RECORD = 100_000;

/** Opens a CSV file as a stream: UTF-8 (with or without a mark), UTF-16 or, failing that, Windows-1252; `,` `;` or tab. */
export async function openCsv(path: string): Promise<OpenSource> {
  const scan = await scanFile(path);
  const delimiter = delimiterOf(scan.firstLine);
  const records = csvRecords(path, { encoding: scan.encoding, delimiter });
  const first = await records.next();
  if (first.done) throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
  const headers = first.value.raw.map((header) => header.trim());
  return {
    understood: { format: "CSV", headers, encoding: scan.encoding, delimiter },
    rowsTotal: Math.max(0, scan.lines - 1),
    rows: dataRows(records, headers.length),
  };
}

type CsvShape = { readonly encoding: string; readonly delimiter: string };
type CsvChunk = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function* csvRecords(path: string, shape: CsvShape): AsyncGenerator<{ readonly line: number; readonly raw: readonly string[] }> {
  const parser = parse({
    delimiter: shape.delimiter,
    info: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  const text = Readable.toWeb(createReadStream(path)).pipeThrough(new TextDecoderStream(shape.encoding) as never);
  pipeline(Readable.fromWeb(text as never), parser, () => undefined);
  let line = 1;
  try {
    for await (const chunk of parser as AsyncIterable<CsvChunk>) {
      const { record, info } = chunk;
      line = info.lines - newlinesIn(record);
      yield { line, raw: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal("FILE_UNREADABLE", { values: { line: line + 1 } });
    throw error;
  }
}

async function* dataRows(
  records: AsyncIterable<{ readonly line: number; readonly raw: readonly string[] }>,
  width: number,
): AsyncGenerator<RawRow> {
  for await (const { line, raw } of records) {
    if (raw.every((cell) => cell.trim() === "")) continue;
    const nul = raw.findIndex((cell) => cell.includes("\0"));
    if (nul >= 0) yield { line, raw: raw.map((cell) => cell.replaceAll("\0", "\uFFFD")), broken: { code: "INVALID_VALUE" } };
    else if (raw.length > width && raw.slice(width).some((cell) => cell.trim() !== ""))
      yield { line, raw, broken: { code: "INVALID_VALUE" } };
    else yield { line, raw };
  }
}

function newlinesIn(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) if (cell.includes("\n")) count += cell.split("\n").length - 1;
  return count;
}

/** The separator that the header line holds most of, outside of quotes. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => bare.split(delimiter).length - 1;
  const [best = ","] = [",", ";", "\t"].sort((a, b) => count(b) - count(a));
  return best;
}

type Scan = { readonly encoding: string; readonly lines: number; readonly firstLine: string };

/** Goes through the bytes once: whether they are valid UTF-8, and how many lines there are. */
async function scanFile(path: string): Promise<Scan> {
  let encoding: string | null = null;
  let firstLine = "";
  let lines = 0;
  let last = 10;
  let checker: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (encoding === null) {
      encoding = unicodeOf(chunk);
      firstLine = new TextDecoder(encoding).decode(chunk.subarray(0, 16_384)).split(/\r?\n/, 1)[0] ?? "";
      if (encoding === "utf-8") checker = new TextDecoder("utf-8", { fatal: true });
    }
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    last = chunk.at(-1) ?? last;
    if (checker && !decodes(checker, chunk)) {
      checker = null;
      encoding = "windows-1252";
    }
  }
  if (encoding === null) throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
  return { encoding, lines: last === 10 ? lines : lines + 1, firstLine };
}

function decodes(checker: InstanceType<typeof TextDecoder>, chunk: Buffer): boolean {
  if (isAscii(chunk)) return true;
  try {
    checker.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}
