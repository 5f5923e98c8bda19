import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import type { PublicEpoch } from "./public-epoch.ts";

type Encoding = "br" | "gzip" | "identity";
type Kept = { readonly epoch: number; readonly etag: string; readonly type: string; readonly bodies: Map<Encoding, Buffer> };

/** Seconds a reader may use an answer without asking again; after that it is asked with its ETag. */
const FRESH_SECONDS = 30;
const SMALLEST_COMPRESSED = 1024;
const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

export type AnswerCacheOptions = {
  readonly epoch: PublicEpoch;
  /** Bytes of answers kept at most; the least recently used go first. */
  readonly bytes?: number;
  /** What tells two requests apart; null when the answer must not be kept. */
  readonly keyOf: (request: Request) => string | null;
};

/**
 * Keeps whole answers to public reads, ready to send, for as long as nothing public changes: a hit costs neither GraphQL nor the
 * database. Answers carry an ETag and are given as 304 to whoever has them.
 */
export function answerCache({ epoch, keyOf, bytes = 64 * 1024 * 1024 }: AnswerCacheOptions): RequestHandler {
  const kept = new LeastRecentlyUsed(bytes);
  return (request, response, next) => {
    const key = keyOf(request);
    if (key === null) return next();
    const now = epoch.now();
    const hit = kept.get(key);
    if (hit && hit.epoch === now) return void send(request, response, hit);
    intercept(response, (body, end) => {
      if (response.headersSent) return end(body);
      if (now === null || response.statusCode !== 200 || body.includes('"errors":')) {
        response.removeHeader("etag");
        response.setHeader("cache-control", "no-store");
        return end(body);
      }
      const bodies = new Map<Encoding, Buffer>([["identity", body]]);
      const fresh: Kept = { epoch: now, etag: etagOf(body), type: String(response.getHeader("content-type")), bodies };
      if (epoch.now() === now) kept.set(key, fresh);
      void send(request, response, fresh);
    });
    next();
  };
}

/** Gives the answer's whole body to `take` instead of sending it, with the means to send it. */
function intercept(response: Response, take: (body: Buffer, end: (body: Buffer) => void) => void): void {
  const end = response.end.bind(response);
  const write = response.write.bind(response);
  const chunks: Buffer[] = [];
  const restore = () => Object.assign(response, { end, write });
  const collect = (chunk: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  Object.assign(response, {
    write: (chunk: unknown) => {
      collect(chunk);
      return true;
    },
    end: (chunk: unknown) => {
      collect(chunk);
      restore();
      take(Buffer.concat(chunks), end);
      return response;
    },
  });
}

async function send(request: Request, response: Response, kept: Kept): Promise<void> {
  response.setHeader("etag", kept.etag);
  response.setHeader("cache-control", `public, max-age=${FRESH_SECONDS}`);
  response.setHeader("vary", "accept-encoding, accept-language, accept");
  if (request.headers["if-none-match"]?.includes(kept.etag.slice(2))) {
    response.removeHeader("content-length");
    response.statusCode = 304;
    return void response.end();
  }
  const encoding = encodingFor(request, kept);
  const body = kept.bodies.get(encoding) ?? (await encoded(kept, encoding));
  response.setHeader("content-type", kept.type);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}

async function encoded(kept: Kept, encoding: Encoding): Promise<Buffer> {
  const plain = kept.bodies.get("identity") ?? Buffer.alloc(0);
  if (encoding === "identity") return plain;
  const made =
    encoding === "br" ? await compress.br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await compress.gzip(plain);
  kept.bodies.set(encoding, made);
  return made;
}

function encodingFor(request: Request, kept: Kept): Encoding {
  if ((kept.bodies.get("identity")?.length ?? 0) < SMALLEST_COMPRESSED) return "identity";
  const header = request.headers["accept-encoding"];
  if (header === undefined) return "identity";
  const accepted = String(header);
  return accepts(accepted, "br") ? "br" : accepts(accepted, "gzip") ? "gzip" : "identity";
}

/** Whether the header names the encoding without refusing it (`q=0`). */
function accepts(header: string, encoding: Encoding): boolean {
  const at = header.indexOf(encoding);
  return at >= 0 && !/^\s*;\s*q=0(\.0*)?\s*(,|$)/.test(header.slice(at + encoding.length));
}

/** Weak: one for the plain body and its compressed forms. */
function etagOf(body: Buffer): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

class LeastRecentlyUsed {
  readonly #entries = new Map<string, Kept>();
  readonly #limit: number;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Kept | undefined {
    const found = this.#entries.get(key);
    if (found) {
      this.#entries.delete(key);
      this.#entries.set(key, found);
    }
    return found;
  }

  set(key: string, value: Kept): void {
    this.#remove(key);
    this.#entries.set(key, value);
    this.#size += key.length + sizeOf(value);
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#limit) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const found = this.#entries.get(key);
    if (!found) return;
    this.#entries.delete(key);
    this.#size -= key.length + sizeOf(found);
  }
}

/** The plain body and, roughly, its two compressed forms. */
function sizeOf(kept: Kept): number {
  return Math.ceil((kept.bodies.get("identity")?.length ?? 0) * 1.5) + 500;
}
