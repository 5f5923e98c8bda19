import { open } from "node:fs/promises";
import { zipEntries } from "./zip-entries.ts";

/** Kinds of files that can be imported. */
export const FILE_FORMATS = ["CSV", "XLSX", "JSON"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Unpacked size above which a spreadsheet is taken for an attack, in bytes. */
const LARGEST_UNPACKED = 400 * 1024 * 1024;

/** What a file is, by its content and never by its name; null for what cannot be imported. */
export async function sniffFormat(path: string): Promise<FileFormat | null> {
  const head = await headOf(path);
  if (head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) return (await isWorkbook(path)) ? "XLSX" : null;
  const encoding = unicodeOf(head);
  if (encoding === "utf-8" && head.includes(0) && !isMostlyText(head)) return null;
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (text === "" || /^(%PDF|<|\{\\rtf)/.test(text)) return null;
  return /^[[{]/.test(text) ? "JSON" : "CSV";
}

/** The Unicode encoding that the first bytes tell of: by their mark, or by where the zeros of common letters stand. */
export function unicodeOf(head: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const pairs = Math.floor(Math.min(head.length, 200) / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  if (pairs > 1 && odd > pairs * 0.6 && even === 0) return "utf-16le";
  if (pairs > 1 && even > pairs * 0.6 && odd === 0) return "utf-16be";
  return "utf-8";
}

/** A stray NUL in a text is a refused row; many control bytes are another kind of file. */
function isMostlyText(head: Buffer): boolean {
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) control++;
  return control <= head.length * 0.02;
}

async function isWorkbook(path: string): Promise<boolean> {
  const entries = await zipEntries(path);
  if (!entries?.some(({ name }) => name === "xl/workbook.xml")) return false;
  return entries.reduce((sum, { unpacked }) => sum + unpacked, 0) <= LARGEST_UNPACKED;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(4096);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
