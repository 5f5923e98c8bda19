import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";

type Pdf = InstanceType<typeof PDFDocument>;

/** The two faces that a sheet is set in. */
export type Face = "regular" | "bold";

/**
 * DejaVu Sans (condensed, free to embed): Latin with all its accents, Greek, Cyrillic, Armenian, Georgian, Arabic and the usual signs. Only the
 * letters used go into a document.
 */
const FILES: Readonly<Record<Face, string>> = { regular: "DejaVuSansCondensed.ttf", bold: "DejaVuSansCondensed-Bold.ttf" };

const { resolve } = createRequire(import.meta.url);
const read = new Map<Face, Buffer>();

/** Makes the faces known to a document, under their names. */
export function registerFaces(pdf: Pdf): void {
  for (const face of Object.keys(FILES) as readonly Face[]) pdf.registerFont(face, fileOf(face));
}

/** The text with what the face of the document cannot write taken to its nearest: accents of what it lacks off, signs without a form left out. */
export function printable(pdf: Pdf, text: string): string {
  const { font } = (pdf as unknown as WithFont)._font;
  const isWritable = (sign: string): boolean => sign === "\n" || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
  return [...text.normalize("NFC").replaceAll("\t", " ")]
    .map((sign) => {
      if (INVISIBLE.test(sign)) return "";
      return isWritable(sign) ? sign : nearest(sign, isWritable);
    })
    .join("");
}

/** The face in use, which the document keeps to itself. */
type WithFont = { readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } } };

/** Controls and marks that turn the direction of a line, which could make it read as another. */
const INVISIBLE = /[^\n\P{C}]/u;

function nearest(sign: string, isWritable: (sign: string) => boolean): string {
  const bare = sign.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare !== "" && [...bare].every(isWritable) ? bare : "?";
}

function fileOf(face: Face): Buffer {
  const known = read.get(face) ?? readFileSync(resolve(`dejavu-fonts-ttf/ttf/${FILES[face]}`));
  read.set(face, known);
  return known;
}
