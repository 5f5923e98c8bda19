import type { PieceKind } from "./evidence-documents.ts";

/** What rounds take unless they say otherwise, for a device that has not asked yet. */
export const DEFAULT_KINDS: readonly PieceKind[] = ["PDF", "PICTURE", "VIDEO", "SPREADSHEET", "DOCUMENT", "LINK"];
/** The largest file that rounds take unless they say otherwise, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** Endings of file names that people choose among; the server tells by the content. */
export function endingsOf(kinds: readonly PieceKind[]): readonly string[] {
  return kinds.flatMap((kind) => ENDINGS[kind]);
}

const ENDINGS: Readonly<Record<PieceKind, readonly string[]>> = {
  PDF: [".pdf"],
  PICTURE: [".png", ".jpg", ".jpeg", ".webp"],
  VIDEO: [".mp4"],
  SPREADSHEET: [".xlsx", ".ods"],
  DOCUMENT: [".docx", ".odt"],
  LINK: [],
};
