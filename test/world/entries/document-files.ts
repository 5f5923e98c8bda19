import { crc32, deflateSync } from "node:zlib";

/** Small real files of every kind that evidence may be, and of some that it may not. */

/** A page of PDF that says the words. */
export function pdfFile(words = "Proof", more = ""): Buffer {
  const stream = `BT /F1 24 Tf 40 150 Td (${words}) Tj ET`;
  const parts = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const objects = parts.map((part, index) => `${index + 1} 0 obj${part}endobj\n`);
  return Buffer.from(`%PDF-1.4\n${objects.join("")}${more}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`);
}

/** A picture of one colour, large or small. */
export function pngFile(width = 40, height = 30): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.alloc(1), Buffer.alloc(Math.min(width, 2000) * 3, 0x55)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: Math.min(height, 2000) }, () => line)));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, pngPart("IHDR", head), pngPart("IDAT", pixels), pngPart("IEND", Buffer.alloc(0))]);
}

/** A part of a PNG. */
export function pngPart(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The bytes with which a photograph begins and ends. */
export function jpegFile(): Buffer {
  return Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"), Buffer.alloc(400, 7), Buffer.from("ffd9", "hex")]);
}

/** An MP4's boxes, without a film to see in them. */
export function mp4File(): Buffer {
  return Buffer.concat([box("ftyp", Buffer.from("isom\0\0\x02\0isommp41")), box("moov", Buffer.alloc(32)), box("mdat", Buffer.alloc(64))]);
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}

/** A file in an archive; `unpacked` is the size it claims to have. */
export type ArchiveFile = { readonly name: string; readonly content?: string; readonly unpacked?: number };

/** A zip archive, its files not packed. */
export function zipFile(files: readonly ArchiveFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = "<x/>", unpacked } of files) {
    const [title, body] = [Buffer.from(name), Buffer.from(content)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(unpacked ?? body.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, title, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), fields, tail, title]));
    bodies.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, listed, Buffer.from("PK\x05\x06", "latin1"), end]);
}

/** A text document as far as its archive goes, with whatever else is put into it. */
export function docxFile(more: readonly ArchiveFile[] = []): Buffer {
  return zipFile([{ name: "[Content_Types].xml" }, { name: "word/document.xml" }, ...more]);
}

/** A workbook as far as its archive goes. */
export function xlsxFile(more: readonly ArchiveFile[] = []): Buffer {
  return zipFile([{ name: "[Content_Types].xml" }, { name: "xl/workbook.xml" }, ...more]);
}

/** An OpenDocument text. */
export function odtFile(): Buffer {
  return zipFile([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text" }, { name: "content.xml" }]);
}
