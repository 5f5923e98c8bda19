import type { IncomingMessage } from "node:http";
import { type Request, Router } from "express";
import type { Context } from "../../kernel/context.ts";
import { sendFile } from "../../kernel/files/send-file.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { evidenceView, findOpenable, opensInBrowser } from "./read-evidence.ts";

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
    const { name, kind } = evidenceView(ctx, row);
    const { fileKey: key, mediaType, sha256 } = row;
    const shown = opensInBrowser(kind) && request.query["download"] === undefined;
    await sendFile(ctx, { key, size: Number(row.size), sha256: sha256 ?? "", name, mediaType, shown }, { request, response });
  });
  return router;
}
