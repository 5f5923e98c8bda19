import PDFDocument from "pdfkit";
import { type Face, printable, registerFaces } from "./print-fonts.ts";
import type { Sheet, SheetItem } from "./sheet.ts";

type Pdf = InstanceType<typeof PDFDocument>;
type Parent = ReturnType<Pdf["struct"]>;

/**
 * Lays a sheet out on A4 as a tagged PDF: a document with headings, paragraphs and lists, its language said, so that it can be read aloud.
 * Its fonts are in it, as far as they are used; a character that they lack is written as “?”.
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
    info: { Title: sheet.title.replaceAll(/\p{C}/gu, "") },
  });
  registerFaces(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  put(pdf, root, { tag: "H1", text: sheet.title, size: 20, bold: true, after: 6 });
  for (const { name, value } of sheet.facts) put(pdf, root, { tag: "P", text: `${name}: ${value}`, size: 10, after: 1 });
  for (const [index, section] of sheet.sections.entries()) {
    if (section.ownPage && index > 0) pdf.addPage();
    else pdf.moveDown(1);
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
    setIn(pdf, bold ? "bold" : "regular", size)
      .fillColor("#14232a")
      .text(printable(pdf, text), { lineGap: 1.5 });
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
    setIn(pdf, "regular", 10)
      .fillColor("#14232a")
      .text(printable(pdf, text), x + 16, y, { lineGap: 1.5 });
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
    const across = width - margins.left - margins.right;
    setIn(pdf, "regular", 8).fillColor("#47575e");
    const text = printable(pdf, `${sheet.title}  ·  ${sheet.pageOf(index - start + 1, count)}`);
    pdf.text(text, margins.left, height - 40, { width: across, lineBreak: false, ellipsis: true });
    pdf.endMarkedContent();
    pdf.page.margins = margins;
  }
}

/** Sizes are told as of Helvetica, whose letters are a tenth lower. */
function setIn(pdf: Pdf, face: Face, size: number): Pdf {
  return pdf.font(face).fontSize(size * 0.93);
}
