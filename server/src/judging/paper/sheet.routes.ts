import type { IncomingMessage } from "node:http";
import { type Request, Router } from "express";
import { readerOf, sendSheet } from "../../innovations/print/print.routes.ts";
import type { Context } from "../../kernel/context.ts";
import { ownSheets, sheetsOfJudge } from "./judge-sheets.ts";

/**
 * `GET /print/judging/<stage>.pdf`: the asker's own score sheets; `GET /print/judging/<stage>/<judge>.pdf`: a judge's, for whoever leads the
 * judging. In the reader's language or in `?language=`; to everybody else they do not exist.
 */
export function sheetRoutes(context: (request: IncomingMessage) => Promise<Context>): Router {
  const router = Router();
  router.get("/print/judging/:stage.pdf", async (request: Request<{ stage: string }>, response) => {
    const ctx = await readerOf(context, request);
    await sendSheet(response, await ownSheets(ctx, request.params.stage), "score-sheets");
  });
  router.get("/print/judging/:stage/:judge.pdf", async (request: Request<{ stage: string; judge: string }>, response) => {
    const ctx = await readerOf(context, request);
    await sendSheet(response, await sheetsOfJudge(ctx, request.params.stage, request.params.judge), "score-sheets");
  });
  return router;
}
