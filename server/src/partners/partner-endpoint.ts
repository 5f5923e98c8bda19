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
  return [anyOrigin, headAsGet, express.json({ limit: "100kb" }), answerCache({ epoch, keyOf: partnerKey }), byDocumentId()];
}

/** Two requests get the same answer when they ask the same in the same language. */
function partnerKey(request: Request): string | null {
  const how = `${negotiateLanguage(request.headers["accept-language"])} ${mediaType(request)}`;
  if (request.method === "GET") return `GET ${how} ${request.originalUrl}`;
  if (request.method === "POST" && request.body !== undefined) return `POST ${how} ${JSON.stringify(request.body)}`;
  return null;
}

/** GraphQL's answers have two media types, as the reader prefers. */
function mediaType({ headers: { accept } }: Request): string {
  return accept?.includes("graphql-response") || accept?.includes("multipart") ? accept : "json";
}

/** A HEAD is answered like a GET; the body stays behind, since the response knows how it was asked. */
const headAsGet: RequestHandler = (request, _response, next) => {
  if (request.method === "HEAD") request.method = "GET";
  next();
};

const anyOrigin: RequestHandler = (request, response, next) => {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-expose-headers", "etag");
  if (request.method !== "OPTIONS") return next();
  response.setHeader("access-control-allow-methods", "GET, HEAD, POST");
  response.setHeader("access-control-allow-headers", "content-type, accept-language, if-none-match, apollo-require-preflight");
  response.setHeader("access-control-max-age", "86400");
  response.status(204).end();
};
