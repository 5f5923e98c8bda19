import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { isLanguage } from "@isonga/schema/languages";
import { type Request, type Response, Router } from "express";
import { type Context, createContext } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { blankSheet, entrySheet } from "./entry-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { writePdf } from "./write-pdf.ts";

/**
 * `GET /print/entries/<id>.pdf` and `GET /print/forms/<round code>.pdf`, in the reader's language or in `?language=`: for whoever may see the
 * entry or the round; to everybody else they do not exist.
 */
export function printRoutes(context: (request: IncomingMessage) => Promise<Context>): Router {
  const router = Router();
  router.get("/print/entries/:id.pdf", async (request: Request<{ id: string }>, response) => {
    const ctx = await readerOf(context, request);
    if (!isId(request.params.id)) throw new Refusal("NOT_FOUND");
    await sendSheet(response, await entrySheet(ctx, request.params.id), `entry-${request.params.id.slice(0, 8)}`);
  });
  router.get("/print/forms/:code.pdf", async (request: Request<{ code: string }>, response) => {
    const ctx = await readerOf(context, request);
    await sendSheet(response, await blankSheet(ctx, request.params.code), `form-${request.params.code.replaceAll(/[^a-z0-9-]/gi, "")}`);
  });
  return router;
}

/** The asker, reading in `?language=` where that is told. Refuses UNAUTHENTICATED. */
export async function readerOf(
  context: (request: IncomingMessage) => Promise<Context>,
  request: Request<Record<string, string>>,
): Promise<Context> {
  const ctx = await context(request);
  if (ctx.actor.kind === "PUBLIC") throw new Refusal("UNAUTHENTICATED");
  const { language } = request.query;
  if (!isLanguage(language) || language === ctx.language) return ctx;
  const { actor, requestId, log, em, files } = ctx;
  return createContext({ actor, language, requestId, log, em, clock: () => ctx.now(), files });
}

/** Answers a sheet as a PDF to be saved. */
export async function sendSheet(response: Response, sheet: Sheet, name: string): Promise<void> {
  response.attachment(`${name}-${sheet.language}.pdf`);
  response.set({ "content-type": "application/pdf", "cache-control": "private, no-store", "x-content-type-options": "nosniff" });
  // a reader who leaves in the middle is no fault
  await pipeline(writePdf(sheet), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}
