import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanFileName, neutralName } from "./evidence-names.ts";

test.each([
  ["laporan.pdf", "pdf", "laporan.pdf"],
  ["LAPORAN.PDF", "pdf", "LAPORAN.PDF"],
  ["photo.jpeg", "jpg", "photo.jpeg"],
  ["photo.png.exe", "png", "photo.png.exe.png"],
  ["../../etc/passwd", "pdf", "passwd.pdf"],
  ["C:\\Users\\sari\\SK.pdf", "pdf", "SK.pdf"],
  ["gpj.\u202Eexe", "jpg", "gpj.exe.jpg"],
  ["a\r\nSet-Cookie: x.pdf", "pdf", "aSet-Cookie_ x.pdf"],
  ["...", "pdf", "evidence.pdf"],
  ["", "xlsx", "evidence.xlsx"],
])("%j becomes a name that can be kept", (name, ending, kept) => {
  expect(cleanFileName(name, ending)).toBe(kept);
});

test("no name leads anywhere, controls anything or hides its ending", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
      const kept = cleanFileName(name, "pdf");
      expect(kept).toMatch(/^[^\p{C}/\\":<>|*?]+\.pdf$/iu);
      expect(kept.startsWith(".")).toBe(false);
      expect(kept.length).toBeLessThanOrEqual(200);
    }),
  );
});

test("a judge is told a number and a kind", () => {
  expect([neutralName(3, "pdf"), neutralName(4, null)]).toEqual(["evidence-3.pdf", "link-4"]);
});
