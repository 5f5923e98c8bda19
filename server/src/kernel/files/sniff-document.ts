import { createReadStream } from "node:fs";
import { type Peek, peekInto } from "./read-part.ts";
import { officeOf } from "./sniff-office.ts";
import { mp4Whole, pngWhole, webpWhole } from "./sniff-pictures.ts";

/** Kinds of documents that can prove something. */
export const DOCUMENT_KINDS = ["PDF", "PICTURE", "VIDEO", "SPREADSHEET", "DOCUMENT"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a file is, by its content: its media type, and the ending that its name ought to have. */
export type Sniffed = { readonly kind: DocumentKind; readonly mediaType: string; readonly ending: string };

/**
 * What a document is, by its content and never by its name. Null for every kind that is not listed here, and for what is two things at
 * once (an archive behind a picture, markup in its comments), holds a program (macros, scripts, things to launch) or unpacks to a flood.
 */
export async function sniffDocument(path: string): Promise<Sniffed | null> {
  const sniffed = await peekInto(path, (peek) => sniff(peek, path));
  if (sniffed === null || sniffed.kind === "SPREADSHEET" || sniffed.kind === "DOCUMENT") return sniffed;
  const words = sniffed.kind === "PDF" ? PDF_PROGRAMS : MARKUP;
  return (await holdsAny(path, words)) ? null : sniffed;
}

const picture = (ending: string, mediaType = `image/${ending}`): Sniffed => ({ kind: "PICTURE", mediaType, ending });

async function sniff(peek: Peek, path: string): Promise<Sniffed | null> {
  const head = await peek.at(0, 4096);
  if (head.subarray(0, 4).equals(ZIP_START)) return officeOf(path, head);
  if (await hidesArchive(peek)) return null;
  if (/^%PDF-[12]\.\d/.test(head.toString("latin1", 0, 8))) return (await pdfWhole(peek, head)) ? PDF : null;
  if (head.subarray(0, 8).equals(PNG_START)) return (await pngWhole(peek)) ? picture("png") : null;
  if (head.subarray(0, 3).equals(JPEG_START)) return picture("jpg", "image/jpeg");
  if (head.toString("latin1", 0, 4) === "RIFF") return (await webpWhole(peek)) ? picture("webp") : null;
  if (head.toString("latin1", 4, 8) === "ftyp") return (await mp4Whole(peek)) ? VIDEO : null;
  return null;
}

const PDF: Sniffed = { kind: "PDF", mediaType: "application/pdf", ending: "pdf" };
const VIDEO: Sniffed = { kind: "VIDEO", mediaType: "video/mp4", ending: "mp4" };
const ZIP_START = Buffer.from([0x50, 0x4b, 3, 4]);
const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** What makes a picture a page for whoever reads it as one. */
const MARKUP = ["<script", "<html", "<svg", "<iframe", "<!doctype", "<?php"];
/** What makes a PDF do something when it is opened (ISO 32000-1, 12.6.4). */
const PDF_PROGRAMS = ["/javascript", "/launch", "/richmedia", "/embeddedfile", "<script", "<?php"];

/** A PDF ends with its mark, and nothing but white space after it. */
async function pdfWhole(peek: Peek, head: Buffer): Promise<boolean> {
  const tail = (await peek.at(Math.max(0, peek.size - 2048), 2048)).toString("latin1");
  const end = tail.lastIndexOf("%%EOF");
  return end >= 0 && /^[\s\0]*$/.test(tail.slice(end + 5)) && !/<html/i.test(head.toString("latin1"));
}

/** Whether the end of a zip archive stands at the end of the file (PKWARE APPNOTE 4.3.16), whatever its beginning says. */
async function hidesArchive(peek: Peek): Promise<boolean> {
  const tail = await peek.at(Math.max(0, peek.size - 66_000), 66_000);
  for (let at = tail.lastIndexOf("PK\x05\x06", undefined, "latin1"); at >= 0; ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    at = at === 0 ? -1 : tail.lastIndexOf("PK\x05\x06", at - 1, "latin1");
  }
  return false;
}

/** Whether one of the words, in small letters, stands anywhere in the file, in small or capital letters. */
async function holdsAny(path: string, words: readonly string[]): Promise<boolean> {
  let before = "";
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = before + piece.toString("latin1").toLowerCase();
    if (words.some((word) => text.includes(word))) return true;
    before = text.slice(-16);
  }
  return false;
}
