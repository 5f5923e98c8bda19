import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  docxFile,
  jpegFile,
  mp4File,
  odtFile,
  pdfFile,
  pngFile,
  pngPart,
  xlsxFile,
  zipFile,
} from "../../../../test/world/entries/document-files.ts";
import { sniffDocument } from "./sniff-document.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "isonga-sniff-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function sniffed(content: Buffer | string) {
  const path = join(folder, "file");
  await writeFile(path, content);
  return sniffDocument(path);
}

const script = "<script>alert(1)</script>";
const joined = (...parts: readonly (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

test.each<[string, Buffer | string]>([
  ["nothing at all", ""],
  ["a page", `<!DOCTYPE html><html>${script}</html>`],
  ["a drawing with a script", `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
  ["a program for Windows", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(400)])],
  ["a program for Linux", Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(400)])],
  ["a plain archive", zipFile([{ name: "letter.txt" }])],
  ["a text", "Dear verifier, please believe us."],
  ["a rich text", "{\\rtf1 hello}"],
  ["an old Word file, which may hold macros", Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ["a PDF behind something else", joined("x", pdfFile())],
  ["a PDF that was cut off", pdfFile().subarray(0, 300)],
  ["a PDF with a page behind it", joined(pdfFile(), `<html>${script}</html>`)],
  ["a PDF with an archive behind it", joined(pdfFile(), zipFile([{ name: "a.class" }]))],
  ["a PDF that runs a script", pdfFile("x", "6 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>endobj\n")],
  ["a PDF that starts a program", pdfFile("x", "6 0 obj<</S/Launch/F(cmd.exe)>>endobj\n")],
  ["a PDF with a file inside", pdfFile("x", "6 0 obj<</Type/EmbeddedFile>>endobj\n")],
  ["a picture with an archive behind it", joined(pngFile(), zipFile([{ name: "evil.jar" }]))],
  ["a picture with a page behind it", joined(pngFile(), script)],
  ["a picture with a page in its comment", joined(pngFile().subarray(0, 33), pngPart("tEXt", Buffer.from(script)), pngFile().subarray(33))],
  ["a picture that was cut off", pngFile().subarray(0, 60)],
  ["a picture that unpacks to a flood", pngFile(60_000, 60_000)],
  ["a photograph with a page in it", joined(jpegFile().subarray(0, 30), "<SCRIPT src=//x>", jpegFile().subarray(30))],
  ["a photograph that is an archive too", joined(jpegFile(), zipFile([{ name: "x" }]))],
  ["a film longer than it says", joined(mp4File(), "trailer")],
  ["a document with macros", docxFile([{ name: "word/vbaProject.bin" }])],
  ["a workbook with macros of the old kind", xlsxFile([{ name: "xl/macrosheets/sheet1.xml" }])],
  ["a document with a control in it", docxFile([{ name: "word/activeX/activeX1.bin" }])],
  ["a document with an object of unknown kind", docxFile([{ name: "word/embeddings/oleObject1.bin" }])],
  ["a document with a program in it", docxFile([{ name: "word/media/setup.exe" }])],
  ["a document with a page in it", docxFile([{ name: "word/afchunk.htm" }])],
  ["a document that unpacks into other folders", docxFile([{ name: "../../etc/cron.d/x" }])],
  ["a document that unpacks to the root", docxFile([{ name: "/etc/passwd" }])],
  ["a document that unpacks to a flood", docxFile([{ name: "word/media/a.png", unpacked: 900_000_000 }])],
  ["a document two thousand times its size", docxFile([{ name: "word/media/a.png", unpacked: 100_000_000 }])],
  ["a document with a name twice", docxFile([{ name: "word/document.xml" }])],
  ["two kinds at once", docxFile([{ name: "xl/workbook.xml" }])],
  ["a document behind a script", joined(script, docxFile())],
])("%s is refused", async (_what, content) => {
  expect(await sniffed(content)).toBeNull();
});

test.each<[string, Buffer, string, string]>([
  ["PDF", pdfFile(), "PDF", "application/pdf"],
  ["PNG", pngFile(), "PICTURE", "image/png"],
  ["JPEG", jpegFile(), "PICTURE", "image/jpeg"],
  ["a photograph with more behind it, as telephones make", joined(jpegFile(), Buffer.alloc(300, 1)), "PICTURE", "image/jpeg"],
  ["WebP", Buffer.from("524946460c0000005745425056503820000000002f2f2f2f".slice(0, 40), "hex"), "PICTURE", "image/webp"],
  ["MP4", mp4File(), "VIDEO", "video/mp4"],
  ["DOCX", docxFile(), "DOCUMENT", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["DOCX with a chart's workbook in it", docxFile([{ name: "word/embeddings/Microsoft_Excel_Sheet1.xlsx" }]), "DOCUMENT", ""],
  ["XLSX", xlsxFile(), "SPREADSHEET", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ODT", odtFile(), "DOCUMENT", "application/vnd.oasis.opendocument.text"],
])("%s is what it is, whatever its name", async (_what, content, kind, mediaType) => {
  const found = await sniffed(content);
  expect(found?.kind).toBe(kind);
  if (mediaType !== "") expect(found?.mediaType).toBe(mediaType);
});
