import { createRequire } from "node:module";

/** The fonts that pictures are written in, regular and bold; they cover every language of the platform and more. */
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];

const resolve = createRequire(import.meta.url).resolve;

/**
 * Draws an SVG of our own making as a PNG in its own size. Nothing outside the SVG is read but the fonts that come with the platform, so
 * that a picture looks the same on every machine. The library is loaded with the first picture.
 */
export async function rasterise(svg: string): Promise<Buffer> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const fontFiles = FONTS.map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`));
  const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "DejaVu Sans" } });
  return image.asPng();
}
