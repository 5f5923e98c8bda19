import { negotiateLanguage } from "@isonga/schema/languages";
import { refusalWords } from "@isonga/schema/refusal-words";
import type { ErrorRequestHandler } from "express";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import { refusalsOf } from "../kernel/refusal.ts";

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, TOO_MANY_ATTEMPTS: 429 };

/** What a plain request is told when it fails: a refusal in its reader's words, or the id of a fault that was logged whole. */
export function answerFaults(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const [refusal] = refusalsOf(error) ?? [];
    if (refusal) {
      const words = refusalWords(negotiateLanguage(request.headers["accept-language"]), refusal.code, refusal.values);
      return void response.status(STATUS[refusal.code] ?? 400).json({ code: refusal.code, field: refusal.field, message: words });
    }
    const status = statusOf(error);
    if (status < 500) return void response.status(status).json({ code: "BAD_REQUEST" });
    const faultId = uuidv7();
    log.error({ faultId, err: error, path: request.path }, "fault");
    response.status(500).json({ code: "FAULT", faultId });
  };
}

/** What body parsers and the like say of the asker's mistake. */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}
