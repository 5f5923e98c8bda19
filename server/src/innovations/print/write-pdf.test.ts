import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { printable, registerFaces } from "./print-fonts.ts";
import type { Sheet, SheetItem } from "./sheet.ts";
import { writePdf } from "./write-pdf.ts";

const item = (more: Partial<SheetItem>): SheetItem => ({ name: "Aim", notes: [], answer: null, boxes: [], lines: 0, ...more });
const sheet = (items: readonly SheetItem[]): Sheet => ({
  language: "rw",
  title: "Agashya k'irangamimerere",
  facts: [{ name: "Icyiciro", value: "IGA 2026" }],
  sections: [{ title: "Ibyerekeye agashya", items }],
  pageOf: (number, total) => `${number} kuri ${total}`,
});

describe("a sheet as a PDF", () => {
  it("is tagged, says its language and title, and breaks a long text over pages", async () => {
    const long = "Abaturage babona ibyemezo umunsi umwe. ".repeat(400);
    const bytes = await pdfOf(
      sheet([item({ answer: { text: long, language: "id" } }), item({ boxes: ["Yego", "Oya"] }), item({ lines: 10 })]),
    );
    const text = bytes.toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    for (const part of ["/StructTreeRoot", "/Marked true", "/Lang (rw)", "/DisplayDocTitle true", "/Lang (id)", "/S /H2"])
      expect(text).toContain(part);
    expect(text.match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(3);
  });

  it("writes any text, whatever its alphabet, without breaking", async () => {
    const bytes = await pdfOf(sheet([item({ answer: { text: "日本 \u0000\u202e\ud83d\ude00 <b>&amp;</b> ) ( \\", language: null } })]));
    expect(bytes.toString("latin1").trimEnd().endsWith("%%EOF")).toBe(true);
  });

  it("keeps the letters of many alphabets, and takes what the font lacks to its nearest", () => {
    const pdf = new PDFDocument();
    registerFaces(pdf);
    const written = (text: string) => printable(pdf.font("regular"), text);
    expect(written("Sanjo Barokah “é” – 5 m² …")).toBe("Sanjo Barokah “é” – 5 m² …");
    expect(written("n’ibindi, ăő, Ḥ, Ž, Россия, Ελλάδα, ₽ → ≥ ✓")).toBe("n’ibindi, ăő, Ḥ, Ž, Россия, Ελλάδα, ₽ → ≥ ✓");
    expect(written("e\u0301 日")).toBe("é ?");
    expect(written("a\u0007b\u202ec\u200fd")).toBe("abcd");
  });

  it("carries its fonts in it, as far as they are used, and says what each letter is", async () => {
    const bytes = await pdfOf(sheet([item({ answer: { text: "Россия", language: null } })]));
    const text = bytes.toString("latin1");
    for (const part of ["/FontFile2", "/ToUnicode", "DejaVuSansCondensed"]) expect(text).toContain(part);
    expect(text).not.toContain("/BaseFont /Helvetica");
    expect(bytes.length).toBeLessThan(80_000);
  });
});

async function pdfOf(from: Sheet): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writePdf(from)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
