import type { IncomingMessage } from "node:http";
import { Router } from "express";
import type { Context } from "../../kernel/context.ts";
import { refusalsOf } from "../../kernel/refusal.ts";
import { roundFileJsonSchema } from "../round-file.ts";
import { exportRound } from "./export-round.ts";

/** `GET /rounds/<code>.json`, the round's file to who may have it, and `GET /schemas/round-file.schema.json`, its form to everybody. */
export function roundFileRoutes(context: (request: IncomingMessage) => Promise<Context>): Router {
  const router = Router();
  let schema: string | undefined;
  router.get("/schemas/round-file.schema.json", (_request, response) => {
    schema ??= JSON.stringify(roundFileJsonSchema(), null, 2);
    response.type("application/schema+json").set("cache-control", "public, max-age=3600").send(schema);
  });
  router.get("/rounds/:code.json", async (request, response, next) => {
    try {
      const text = await exportRound(await context(request), request.params.code);
      response.attachment(`${request.params.code}.json`).type("application/json").set("cache-control", "private, no-store").send(text);
    } catch (error) {
      const [refusal] = refusalsOf(error) ?? [];
      if (!refusal) return next(error);
      const { code, field, values } = refusal;
      response.status(code === "NOT_FOUND" ? 404 : 409).json({ refusals: [{ code, field, values }] });
    }
  });
  return router;
}
