import type { IncomingMessage } from "node:http";
import { isLanguage } from "@isonga/schema/languages";
import { type Request, type Response, Router } from "express";
import { authorize } from "../authorize.ts";
import type { Context } from "../context.ts";
import { refusalsOf } from "../refusal.ts";
import { visibleRun } from "./list-imports.ts";
import { type RefusedReport, refusedXlsx, writeChangesCsv, writeRefusedCsv } from "./report-files.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * `GET /imports/<id>/refused.csv`, `refused.xlsx` and `changes.csv`, for whoever may see the run, reasons in the reader's language
 * (`?language=` chooses another).
 */
export function importRoutes(context: (request: IncomingMessage) => Promise<Context>): Router {
  const router = Router();
  const route = (name: string, send: (ctx: Context, report: RefusedReport, response: Response) => Promise<void>) =>
    router.get(`/imports/:id/${name}`, async (request: Request<{ id: string }>, response, next) => {
      try {
        const ctx = await context(request);
        authorize(ctx.actor, ctx.actor.kind === "PERSON");
        const run = await visibleRun(ctx, uuidOr(request.params.id));
        response.attachment(`${baseName(run.fileName)}-${name}`).set("cache-control", "private, no-store");
        const asked = request.query["language"];
        await send(ctx, { run, language: isLanguage(asked) ? asked : ctx.language }, response);
      } catch (error) {
        const [refusal] = refusalsOf(error) ?? [];
        if (!refusal || response.headersSent) return next(error);
        const { code, field, values } = refusal;
        response.status(code === "UNAUTHENTICATED" ? 401 : 404).json({ refusals: [{ code, field, values }] });
      }
    });
  route("refused.csv", (ctx, report, response) => writeRefusedCsv(ctx, report, response.type("text/csv")));
  route("changes.csv", (ctx, { run }, response) => writeChangesCsv(ctx, run, response.type("text/csv")));
  route("refused.xlsx", async (ctx, report, response) => void response.type(XLSX).send(await refusedXlsx(ctx, report)));
  return router;
}

function uuidOr(id: string): string {
  return /^[0-9a-f-]{36}$/.test(id) ? id : "00000000-0000-0000-0000-000000000000";
}

function baseName(fileName: string): string {
  return (
    fileName
      .replace(/\.[^.]*$/, "")
      .replace(/[^\p{L}\p{N} _.-]/gu, "_")
      .slice(0, 80) || "import"
  );
}
