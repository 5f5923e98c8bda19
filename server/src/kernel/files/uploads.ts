import { mkdirSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { LIMITS } from "@isonga/schema/limits";
import { FileConfigstore, FileStore } from "@tus/file-store";
import { Server, type Upload } from "@tus/server";
import type { Actor } from "../actor.ts";
import type { Files, UploadMetadata } from "./files.ts";
import { sniffFormat } from "./sniff.ts";

export type UploadOptions = {
  readonly files: Files;
  /** Origin of the web app: no other site's script may upload. */
  readonly publicUrl: string;
  /** Who asks, by the session. */
  readonly actorOf: (request: IncomingMessage) => Promise<Actor>;
};

/** Milliseconds for which an uploaded file is kept: long enough to mend and repeat an import. */
export const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

type TusRequest = Parameters<NonNullable<ConstructorParameters<typeof Server>[0]["onUploadCreate"]>>[0];

/**
 * Resumable uploads (tus 1.0) at `/files` for people who are signed in, each seeing their own only. What a file is, is told by its content:
 * anything but CSV, Excel and JSON is refused with 415 and removed. Answers 401, 404, 413 and 415 with a refusal code as the body.
 */
export function uploadHandler(options: UploadOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { folder } = options.files;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const records = new FileConfigstore(folder);
  const actors = new WeakMap<IncomingMessage, Actor>();
  const ownerOf = (request: TusRequest): string => {
    const node = request.runtime?.node?.req;
    return (node && actors.get(node as IncomingMessage)?.id) ?? "";
  };
  const server = new Server({
    path: "/files",
    datastore: new FileStore({ directory: folder, configstore: records, expirationPeriodInMilliseconds: KEPT_FOR }),
    maxSize: LIMITS.importBytes,
    relativeLocation: true,
    allowedOrigins: [options.publicUrl],
    onIncomingRequest: async (request, id) => {
      const record = await records.get(id).catch(() => undefined);
      if (record && (record.metadata as UploadMetadata | undefined)?.owner !== ownerOf(request)) throw answer(404, "NOT_FOUND");
    },
    onUploadCreate: async (request, upload) => ({
      metadata: { filename: (upload.metadata?.["filename"] ?? "").slice(0, LIMITS.nameLength), owner: ownerOf(request) },
    }),
    onUploadFinish: async (_request, upload) => {
      await keepChecked(upload, { folder, records });
      return {};
    },
  });
  return async (request, response) => {
    const actor = await options.actorOf(request);
    if (request.method === "GET") return end(response, 404, "NOT_FOUND");
    if (actor.kind !== "PERSON" && request.method !== "OPTIONS") return end(response, 401, "UNAUTHENTICATED");
    actors.set(request, actor);
    await server.handle(request, response);
  };
}

/** Removes uploads that are older than they are kept. */
export async function removeExpiredUploads(files: Files, now: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(files.folder).catch(() => [])) {
    const path = join(files.folder, name);
    const found = await stat(path).catch(() => null);
    if (!found || now.getTime() - found.mtimeMs < KEPT_FOR) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

type Place = { readonly folder: string; readonly records: FileConfigstore };

async function keepChecked(upload: Upload, { folder, records }: Place): Promise<void> {
  const format = await sniffFormat(join(folder, upload.id)).catch(() => null);
  if (format === null) {
    await rm(join(folder, upload.id), { force: true });
    await records.delete(upload.id);
    throw answer(415, "FILE_KIND");
  }
  upload.metadata = { ...upload.metadata, checked: "yes" };
  await records.set(upload.id, upload);
}

function answer(status: number, code: string): { readonly status_code: number; readonly body: string } {
  return { status_code: status, body: code };
}

function end(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "text/plain" }).end(code);
}
