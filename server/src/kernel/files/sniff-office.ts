import type { Sniffed } from "./sniff-document.ts";
import { type ZipEntry, zipEntries } from "./zip-entries.ts";

/** Unpacked size, and how many times the packed one, above which an office file is taken for an attack. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;
const LARGEST_RATIO = 200;
const MOST_ENTRIES = 5_000;

/** What an archive is: a text document or a workbook without programs in it, or nothing that we take. `head` is its beginning. */
export async function officeOf(path: string, head: Buffer): Promise<Sniffed | null> {
  const entries = await zipEntries(path).catch(() => null);
  if (!entries || !harmless(entries)) return null;
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("[Content_Types].xml")) {
    if (names.has("word/document.xml")) return names.has("xl/workbook.xml") ? null : DOCX;
    return names.has("xl/workbook.xml") ? XLSX : null;
  }
  // the first entry of an OpenDocument file is its media type, not packed (ODF 1.3 part 2, 3.3)
  const start = head.toString("latin1", 30, 120);
  if (!names.has("content.xml") || !start.startsWith("mimetype")) return null;
  return [ODT, ODS].find(({ mediaType }) => start.slice(8).startsWith(mediaType)) ?? null;
}

const DOCX: Sniffed = {
  kind: "DOCUMENT",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ending: "docx",
};
const XLSX: Sniffed = {
  kind: "SPREADSHEET",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ending: "xlsx",
};
const ODT: Sniffed = { kind: "DOCUMENT", mediaType: "application/vnd.oasis.opendocument.text", ending: "odt" };
const ODS: Sniffed = { kind: "SPREADSHEET", mediaType: "application/vnd.oasis.opendocument.spreadsheet", ending: "ods" };

/** Names that hold programs: macros, controls, embedded objects of unknown kind, and whatever a system would run. */
const PROGRAMS =
  /vbaproject|vbadata|macrosheets|activex|oleobject|^basic\/|^scripts\/|\.(exe|dll|com|scr|bat|cmd|ps1|js|jse|vbs|vbe|wsf|hta|jar|lnk|msi|html?|svg|swf|zip)$/i;

function harmless(entries: readonly ZipEntry[]): boolean {
  if (entries.length === 0 || entries.length > MOST_ENTRIES) return false;
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) return false;
  if (entries.some(({ name }) => PROGRAMS.test(name) || isElsewhere(name))) return false;
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  return unpacked <= LARGEST_UNPACKED && unpacked <= Math.max(packed, 50_000) * LARGEST_RATIO;
}

/** A name that would lead out of the folder it is unpacked into. */
function isElsewhere(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes("..");
}
