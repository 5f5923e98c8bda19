import type { Peek } from "./read-part.ts";

/** Pixels above which a picture is taken for an attack on whoever opens it. */
const LARGEST_PICTURE = 100_000_000;

/** Whether the parts of a PNG follow each other up to its end mark, with nothing behind it (PNG 5.3). */
export async function pngWhole(peek: Peek): Promise<boolean> {
  for (let at = 8, count = 0; at + 12 <= peek.size && count < 20_000; count++) {
    const part = await peek.at(at, 16);
    const length = part.readUInt32BE(0);
    const type = part.toString("latin1", 4, 8);
    if (count === 0 && (type !== "IHDR" || part.readUInt32BE(8) * part.readUInt32BE(12) > LARGEST_PICTURE)) return false;
    at += 12 + length;
    if (type === "IEND") return at === peek.size;
  }
  return false;
}

/** Whether a RIFF file is a WebP picture as long as it says. */
export async function webpWhole(peek: Peek): Promise<boolean> {
  const head = await peek.at(0, 12);
  if (head.length < 12 || head.toString("latin1", 8, 12) !== "WEBP") return false;
  const said = head.readUInt32LE(4) + 8;
  return said === peek.size || said + (said % 2) === peek.size;
}

/** Whether the boxes of an MP4 follow each other to the file's end, and a film is among them (ISO 14496-12, 4.2). */
export async function mp4Whole(peek: Peek): Promise<boolean> {
  const brand = (await peek.at(8, 4)).toString("latin1");
  if (!BRANDS.includes(brand)) return false;
  let film = false;
  for (let at = 0, count = 0; count < 20_000; count++) {
    if (at === peek.size) return film;
    const box = await peek.at(at, 16);
    if (box.length < 8) return false;
    const size = box.readUInt32BE(0);
    film ||= box.toString("latin1", 4, 8) === "moov";
    const length = size === 1 && box.length === 16 ? Number(box.readBigUInt64BE(8)) : size === 0 ? peek.size - at : size;
    if (length < 8 || at + length > peek.size) return false;
    at += length;
  }
  return false;
}

const BRANDS = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "3gp4", "3gp5", "dash"];
