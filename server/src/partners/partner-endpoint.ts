import { negotiateLanguage } from "@isonga/schema/languages";
import express, { type Request, type RequestHandler } from "express";
import { answerCache } from "./answer-cache.ts";
import { byDocumentId } from "./persisted-documents.ts";
import type { PublicEpoch } from "./public-epoch.ts";

/**
 * What stands before the partner schema, in order: any origin may read it, whole answers are kept, documents may be named by id. The
 * answer is the same for everybody, so no cookie is looked at.
 */
export function partnerHandlers(epoch: PublicEpoch): readonly RequestHandler[] {
  return [anyOrigin, express.json({ limit: "100kb" }), answerCache({ epoch, keyOf: partnerKey }), byDocumentId()];
}

/** Two requests get the same answer when they ask the same in the same language. */
function partnerKey(request: Request): string | null {
  const language = negotiateLanguage(request.headers["accept-language"]);
  if (request.method === "GET" || request.method === "HEAD") return `GET ${language} ${request.originalUrl}`;
  if (request.method === "POST" && request.body !== undefined) return `POST ${language} ${JSON.stringify(request.body)}`;
  return null;
}

const anyOrigin: RequestHandler = (request, response, next) => {
  response.setHeader("access-control-allow-origin", "*");
  if (request.method !== "OPTIONS") return next();
  response.setHeader("access-control-allow-methods", "GET, POST");
  response.setHeader("access-control-allow-headers", "content-type, accept-language, apollo-require-preflight");
  response.setHeader("access-control-max-age", "86400");
  response.status(204).end();
};
