import type { IncomingMessage } from "node:http";
import { type Request, Router } from "express";
import { sourceFile } from "../../innovations/desk-source.ts";
import { opensInBrowser } from "../../innovations/evidence/read-evidence.ts";
import type { Context } from "../../kernel/context.ts";
import { type SentFile, sendFile } from "../../kernel/files/send-file.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { judgedEntry } from "./judged-entry.ts";
import { myCard } from "./read-queue.ts";

/**
 * `GET /judging/evidence/<assignment>/<evidence>`: a file of an entry for a judge who was given it, under its neutral name; to everybody else,
 * and where what it proves is blind, it does not exist. PDF, pictures and films open in the page; all else, and all with `?download`, is saved.
 */
export function deskRoutes(context: (request: IncomingMessage) => Promise<Context>): Router {
  const router = Router();
  router.get("/judging/evidence/:assignment/:evidence", async (request: Request<{ assignment: string; evidence: string }>, response) => {
    const ctx = await context(request);
    const { assignment, evidence } = request.params;
    if (ctx.actor.kind === "PUBLIC") throw new Refusal("UNAUTHENTICATED");
    const file = isId(assignment) && isId(evidence) ? await judgedFile(ctx, { assignment, evidence }) : null;
    if (!file) throw new Refusal("NOT_FOUND");
    await sendFile(ctx, { ...file, shown: file.shown && request.query["download"] === undefined }, { request, response });
  });
  return router;
}

async function judgedFile(ctx: Context, asked: { readonly assignment: string; readonly evidence: string }): Promise<SentFile | null> {
  const { stage, row } = await myCard(ctx, asked.assignment);
  const { sections } = await judgedEntry(ctx, { ...row, rules: stage.rules });
  if (!sections.some(({ evidence }) => evidence.some(({ id }) => id === asked.evidence))) return null;
  const file = await sourceFile(ctx, row.entryId, asked.evidence);
  return file && { ...file, name: file.neutralName, shown: opensInBrowser(file.kind) };
}
