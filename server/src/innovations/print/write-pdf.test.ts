import { describe, expect, it } from "vitest";
import type { Sheet, SheetItem } from "./sheet.ts";
import { printable, writePdf } from "./write-pdf.ts";

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

  it("takes what the font lacks to its nearest, and keeps the letters of the three languages", () => {
    expect(printable("Sanjo Barokah “é” – 5 m² …")).toBe("Sanjo Barokah “é” – 5 m² …");
    expect(printable("n’ibindi, ăő, 日")).toBe("n'ibindi, ao, ?");
    expect(printable("a\u0007b\u202ec")).toBe("abc");
  });
});

async function pdfOf(from: Sheet): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writePdf(from)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
