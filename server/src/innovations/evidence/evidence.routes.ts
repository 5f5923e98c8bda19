import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import type { Context } from "../../kernel/context.ts";
import type { ByteRange } from "../../kernel/files/kept-files.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type EvidenceRow, evidenceView, findOpenable } from "./read-evidence.ts";

/**
 * `GET /evidence/<id>`: the content of a file, for whoever may see its entry; to everybody else it does not exist. Pictures, films and PDF
 * open in the browser, as a document without rights of its own; all else, and all with `?download`, is saved. Parts are answered.
 */
export function evidenceRoutes(context: (request: IncomingMessage) => Promise<Context>): Router {
  const router = Router();
  router.get("/evidence/:id", async (request: Request<{ id: string }>, response) => {
    const ctx = await context(request);
    const row = isId(request.params.id) ? await findOpenable(ctx, request.params.id) : null;
    if (!row?.fileKey || row.size === null) throw new Refusal(ctx.actor.kind === "PUBLIC" ? "UNAUTHENTICATED" : "NOT_FOUND");
    describe(ctx, row, { request, response });
    if (request.headers["if-none-match"] === response.getHeader("etag")) return void response.status(304).end();
    await send(ctx, { key: row.fileKey, size: Number(row.size) }, { request, response });
  });
  return router;
}

type Exchange = { readonly request: Request<{ id: string }>; readonly response: Response };

/** Nothing in the answer may run, load anything or be taken for another kind than it is. */
function describe(ctx: Context, row: EvidenceRow, { request, response }: Exchange): void {
  const { name, kind } = evidenceView(ctx, row);
  const shown = (kind === "PDF" || kind === "PICTURE" || kind === "VIDEO") && request.query["download"] === undefined;
  response.attachment(name);
  if (shown) response.set("content-disposition", String(response.getHeader("content-disposition")).replace(/^attachment/, "inline"));
  response.set({
    "content-type": row.mediaType ?? "application/octet-stream",
    "content-security-policy":
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache, no-transform",
    "accept-ranges": "bytes",
    etag: `"${row.sha256}"`,
  });
}

async function send(ctx: Context, file: { readonly key: string; readonly size: number }, { request, response }: Exchange): Promise<void> {
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

/** The one part that is asked for; null for the whole, also where several are asked. */
function rangeOf(request: Request<{ id: string }>, size: number): ByteRange | "NONE" | null {
  const asked = request.range(size, { combine: true });
  if (asked === -1) return "NONE";
  if (asked === undefined || asked === -2 || asked.length !== 1 || asked.type !== "bytes") return null;
  const [part] = asked;
  return part ? { start: part.start, end: part.end } : null;
}
