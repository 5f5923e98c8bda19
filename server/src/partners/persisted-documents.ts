import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { RequestHandler } from "express";

/** The operations of now, and those that were released: an id that a partner has once been given stays valid. */
const FOLDERS = ["operations", "released/operations"].map((folder) => resolve(import.meta.dirname, "../../../schema", folder));

/** The operations kept for two readers, by `sha256:` and the hash of their text. */
export function persistedDocuments(): ReadonlyMap<string, string> {
  const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const texts = files.filter((file) => file.endsWith(".graphql")).map((file) => readFileSync(file, "utf8"));
  return new Map(texts.map((text) => [documentIdOf(text), text]));
}

/** The id of a document, as GraphQL over HTTP's persisted documents have it. */
export function documentIdOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** Lets a request name a kept document by `documentId` instead of sending its text; an unknown id is told with 404. */
export function byDocumentId(documents: ReadonlyMap<string, string> = persistedDocuments()): RequestHandler {
  return (request, response, next) => {
    const asked =
      request.method === "GET" ? request.query["documentId"] : (request.body as { documentId?: unknown } | undefined)?.documentId;
    if (typeof asked !== "string") return next();
    const query = documents.get(asked);
    if (!query)
      return void response
        .status(404)
        .json({ errors: [{ message: "Unknown document.", extensions: { code: "PERSISTED_DOCUMENT_NOT_FOUND" } }] });
    if (request.method === "GET") {
      const rest = { ...request.query, query };
      Object.defineProperty(request, "query", { value: rest, configurable: true });
      request.url = `${request.path}?${new URLSearchParams(rest as Record<string, string>)}`;
      request.headers["apollo-require-preflight"] = "true";
    } else Object.assign(request.body as object, { query });
    next();
  };
}
