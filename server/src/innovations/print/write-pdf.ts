import PDFDocument from "pdfkit";
import type { Sheet, SheetItem } from "./sheet.ts";

type Pdf = InstanceType<typeof PDFDocument>;
type Parent = ReturnType<Pdf["struct"]>;

/**
 * Lays a sheet out on A4 as a tagged PDF: a document with headings, paragraphs and lists, its language said, so that it can be read aloud.
 * Set in the standard Helvetica, which holds the letters of the three languages; a character that it lacks is written as “?”.
 */
export function writePdf(sheet: Sheet): Pdf {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: 56, bottom: 64, left: 56, right: 56 },
    pdfVersion: "1.7",
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: printable(sheet.title) },
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  put(pdf, root, { tag: "H1", text: sheet.title, size: 20, bold: true, after: 6 });
  for (const { name, value } of sheet.facts) put(pdf, root, { tag: "P", text: `${name}: ${value}`, size: 10, after: 1 });
  for (const section of sheet.sections) {
    pdf.moveDown(1);
    keepTogether(pdf, 90);
    put(pdf, root, { tag: "H2", text: section.title, size: 14, bold: true, after: 5 });
    for (const item of section.items) putItem(pdf, root, item);
  }
  root.end();
  numberPages(pdf, sheet);
  pdf.end();
  return pdf;
}

function putItem(pdf: Pdf, root: Parent, item: SheetItem): void {
  keepTogether(pdf, 54);
  put(pdf, root, { tag: "H3", text: item.name, size: 10.5, bold: true, after: 1 });
  for (const note of item.notes) put(pdf, root, { tag: "P", text: note, size: 9, after: 1 });
  if (item.answer) put(pdf, root, { tag: "P", text: item.answer.text, size: 10.5, after: 7, language: item.answer.language });
  for (const box of item.boxes) putBox(pdf, root, box);
  for (let line = 0; line < item.lines; line += 1) putLine(pdf);
  if (!item.answer) pdf.y += 7;
}

type Text = {
  readonly tag: "H1" | "H2" | "H3" | "P";
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Space below, in points. */
  readonly after: number;
  readonly language?: string | null;
};

function put(pdf: Pdf, parent: Parent, { tag, text, size, bold = false, after, language = null }: Text): void {
  const write = (): void => {
    pdf
      .font(bold ? "Helvetica-Bold" : "Helvetica")
      .fontSize(size)
      .fillColor("#14232a")
      .text(printable(text), { lineGap: 1.5 });
  };
  parent.add(pdf.struct(tag, language === null ? {} : { lang: language }, write));
  pdf.y += after;
}

/** An empty box with what it stands for. */
function putBox(pdf: Pdf, parent: Parent, text: string): void {
  keepTogether(pdf, 24);
  const { x, y } = pdf;
  decorate(pdf, () => pdf.lineWidth(0.7).strokeColor("#14232a").rect(x, y, 9, 9).stroke());
  const write = (): void => {
    pdf
      .font("Helvetica")
      .fontSize(10)
      .fillColor("#14232a")
      .text(printable(text), x + 16, y, { lineGap: 1.5 });
  };
  parent.add(pdf.struct("P", {}, write));
  pdf.x = x;
  pdf.y += 3;
}

function putLine(pdf: Pdf): void {
  keepTogether(pdf, 24);
  const y = pdf.y + 20;
  decorate(pdf, () =>
    pdf
      .lineWidth(0.5)
      .strokeColor("#7b8b91")
      .moveTo(pdf.page.margins.left, y)
      .lineTo(pdf.page.width - pdf.page.margins.right, y)
      .stroke(),
  );
  pdf.y = y;
}

/** What is drawn only for the eye, and not read aloud. */
function decorate(pdf: Pdf, draw: () => void): void {
  pdf.markContent("Artifact", { type: "Layout" });
  draw();
  pdf.endMarkedContent();
}

function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
}

function numberPages(pdf: Pdf, sheet: Sheet): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    const { margins, height, width } = pdf.page;
    pdf.page.margins = { ...margins, bottom: 0 };
    pdf.markContent("Artifact", { type: "Pagination" });
    const text = printable(`${sheet.title}  ·  ${sheet.pageOf(index - start + 1, count)}`);
    const across = width - margins.left - margins.right;
    pdf
      .font("Helvetica")
      .fontSize(8)
      .fillColor("#47575e")
      .text(text, margins.left, height - 40, { width: across, lineBreak: false, ellipsis: true });
    pdf.endMarkedContent();
    pdf.page.margins = margins;
  }
}

/** The text with what the font cannot write taken to its nearest: accents of other alphabets off, typographic signs to plain ones. */
export function printable(text: string): string {
  const plain = text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2012]/g, "-")
    .replaceAll("\u00a0", " ")
    .replaceAll("\t", " ");
  return [...plain].map((sign) => (WRITABLE.test(sign) ? sign : nearest(sign))).join("");
}

function nearest(sign: string): string {
  const bare = sign.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare !== "" && [...bare].every((part) => WRITABLE.test(part)) ? bare : /\p{C}/u.test(sign) ? "" : "?";
}

/** The signs of WinAnsi, the encoding of the standard fonts. */
const WRITABLE =
  /[\n\u0020-\u007e\u00a0-\u00ff\u20ac\u2013\u2014\u201c\u201d\u2022\u2026\u0160\u0161\u017d\u017e\u0152\u0153\u0178\u0192\u2122]/;
