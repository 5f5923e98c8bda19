import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import type { Context } from "../context.ts";
import type { ByteRange } from "./kept-files.ts";

/** A kept file as it is answered. `shown`: it may open in the browser, else it is saved. */
export type SentFile = {
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly shown: boolean;
};

export type Exchange = { readonly request: Request<Record<string, string>>; readonly response: Response };

/**
 * Answers a file that somebody sent us: nothing in it may run, load anything or be taken for another kind than it is. Parts are answered, and
 * whoever has it already is told so.
 */
export async function sendFile(ctx: Context, file: SentFile, { request, response }: Exchange): Promise<void> {
  describe(file, response);
  if (request.headers["if-none-match"] === response.getHeader("etag")) return void response.status(304).end();
  const range = rangeOf(request, file.size);
  if (range === "NONE") return void response.status(416).set("content-range", `bytes */${file.size}`).end();
  if (range) response.status(206).set("content-range", `bytes ${range.start}-${range.end}/${file.size}`);
  response.set("content-length", String(range ? range.end - range.start + 1 : file.size));
  if (request.method === "HEAD") return void response.end();
  const content = await ctx.files.kept.read(file.key, range ?? undefined);
  // a reader who leaves in the middle is no fault
  await pipeline(content, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

function describe({ name, mediaType, sha256, shown }: SentFile, response: Response): void {
  response.attachment(name);
  if (shown) response.set("content-disposition", String(response.getHeader("content-disposition")).replace(/^attachment/, "inline"));
  response.set({
    "content-type": mediaType ?? "application/octet-stream",
    "content-security-policy":
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache, no-transform",
    "accept-ranges": "bytes",
    etag: `"${sha256}"`,
  });
}

/** The one part that is asked for; null for the whole, also where several are asked. */
function rangeOf(request: Exchange["request"], size: number): ByteRange | "NONE" | null {
  const asked = request.range(size, { combine: true });
  if (asked === -1) return "NONE";
  if (asked === undefined || asked === -2 || asked.length !== 1 || asked.type !== "bytes") return null;
  const [part] = asked;
  return part ? { start: part.start, end: part.end } : null;
}
