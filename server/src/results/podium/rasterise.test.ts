import { expect, test } from "vitest";
import { rasterise } from "./rasterise.ts";

const picture = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><rect width="400" height="100" fill="#fff"/><text x="10" y="60" font-family="DejaVu Sans" font-size="30">${words}</text></svg>`;

test("an SVG becomes a PNG of its size", async () => {
  const png = await rasterise(picture("Ogan Ilir"));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([400, 100]);
});

test("words are drawn with the platform's own fonts", async () => {
  const [blank, words, others] = await Promise.all([
    rasterise(picture("")),
    rasterise(picture("Ogan Ilir")),
    rasterise(picture("Œuvre żółć")),
  ]);
  expect(new Set([blank, words, others].map((png) => png.toString("base64"))).size).toBe(3);
});
