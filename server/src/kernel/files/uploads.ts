import { mkdirSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { LIMITS } from "@isonga/schema/limits";
import { FileConfigstore, FileStore } from "@tus/file-store";
import { Server, Upload } from "@tus/server";
import type { Context } from "../context.ts";
import { Refusal, refusalsOf } from "../refusal.ts";
import type { Files, UploadMetadata } from "./files.ts";
import { sniffFormat } from "./sniff.ts";

export type UploadOptions = {
  readonly files: Files;
  /** Origin of the web app: no other site's script may upload. */
  readonly publicUrl: string;
  /** Who asks, by the session. */
  readonly contextOf: (request: IncomingMessage) => Promise<Context>;
  /** What may be uploaded for beside imports. */
  readonly purposes: readonly UploadPurpose[];
};

/** Something files are uploaded for, named in the metadata `purpose`: who may, how large, and what. */
export type UploadPurpose = {
  readonly name: string;
  /** Refuses before a byte is sent; else what to note beside the file, and the most bytes it may have. */
  readonly admit: (
    ctx: Context,
    metadata: Readonly<Record<string, string | null>>,
  ) => Promise<{ readonly largest: number; readonly note: string }>;
  /** Whether the whole file is of a kind that is taken, told by its content. */
  readonly accepts: (path: string) => Promise<boolean>;
};

/** Milliseconds for which an uploaded file is kept: long enough to mend and repeat an import. */
export const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

type TusRequest = Parameters<NonNullable<ConstructorParameters<typeof Server>[0]["onUploadCreate"]>>[0];

/** What is uploaded to be imported, where no purpose is named. */
const IMPORT: UploadPurpose = {
  name: "import",
  admit: () => Promise.resolve({ largest: LIMITS.importBytes, note: "" }),
  accepts: async (path) => (await sniffFormat(path)) !== null,
};

/** More than this no purpose takes, in bytes. */
const LARGEST = 100 * 1024 * 1024;

/**
 * Resumable uploads (tus 1.0) at `/files` for people who are signed in, each seeing their own only. What a file is, is told by its content:
 * anything that its purpose does not take (an import: CSV, Excel and JSON) is refused with 415 and removed. Answers 401, 403, 404, 413, 415
 * and 422 with a refusal code as the body.
 */
export function uploadHandler(options: UploadOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { folder } = options.files;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const records = new FileConfigstore(folder);
  const purposes = [IMPORT, ...options.purposes];
  const contexts = new WeakMap<IncomingMessage, Context>();
  const contextOf = (request: TusRequest): Context | undefined => {
    const node = request.runtime?.node?.req;
    return node && contexts.get(node as IncomingMessage);
  };
  const ownerOf = (request: TusRequest): string => contextOf(request)?.actor.id ?? "";
  const server = new Server({
    path: "/files",
    datastore: new FileStore({ directory: folder, configstore: records, expirationPeriodInMilliseconds: KEPT_FOR }),
    maxSize: LARGEST,
    relativeLocation: true,
    allowedOrigins: [options.publicUrl],
    onIncomingRequest: async (request, id) => {
      const record = await records.get(id).catch(() => undefined);
      if (record && (record.metadata as UploadMetadata | undefined)?.owner !== ownerOf(request)) throw answer(404, "NOT_FOUND");
    },
    onUploadCreate: async (request, upload) => {
      const admitted = await admit({ purposes, ctx: contextOf(request), upload });
      const filename = (upload.metadata?.["filename"] ?? "").slice(0, LIMITS.nameLength);
      return { metadata: { filename, owner: ownerOf(request), ...admitted } };
    },
    onUploadFinish: async (_request, upload) => {
      if (!(await keepWhole(upload, { folder, records, purpose: purposeOf(purposes, upload) }))) throw answer(415, "FILE_KIND");
      return {};
    },
  });
  return async (request, response) => {
    const ctx = await options.contextOf(request);
    if (request.method === "GET") return end(response, 404, "NOT_FOUND");
    if (ctx.actor.kind !== "PERSON" && request.method !== "OPTIONS") return end(response, 401, "UNAUTHENTICATED");
    contexts.set(request, ctx);
    await server.handle(request, response);
  };
}

/** A file that the platform itself has at hand. */
export type BroughtFile = {
  readonly filename: string;
  readonly content: Buffer;
  readonly metadata: Readonly<Record<string, string | null>>;
};

/**
 * Uploads a file as its person would from a browser, without one: the purpose is asked first, then the bytes lie where uploads lie and are told
 * by their content. Answers the key. Refuses what the purpose refuses, FILE_TOO_LARGE, and FILE_KIND.
 */
export async function bringUpload(ctx: Context, purpose: UploadPurpose, { filename, content, metadata }: BroughtFile): Promise<string> {
  const { largest, note } = await purpose.admit(ctx, metadata);
  if (content.length > largest) throw new Refusal("FILE_TOO_LARGE", { field: "fileKey" });
  const { folder } = ctx.files;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const records = new FileConfigstore(folder);
  const store = new FileStore({ directory: folder, configstore: records });
  const told = { ...metadata, filename, owner: ctx.actor.id, purpose: purpose.name, note };
  const upload = new Upload({ id: ctx.newId().replaceAll("-", ""), offset: 0, size: content.length, metadata: told });
  await store.create(upload);
  await store.write(Readable.from([content]), upload.id, 0);
  const accepted = await keepWhole(upload, { folder, records, purpose });
  if (!accepted) throw new Refusal("FILE_KIND", { field: "fileKey" });
  return upload.id;
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

type Admission = { readonly purposes: readonly UploadPurpose[]; readonly ctx: Context | undefined; readonly upload: Upload };

/** Asks the purpose before anything is sent. */
async function admit({ purposes, ctx, upload }: Admission): Promise<{ readonly purpose: string; readonly note: string }> {
  const purpose = purposeOf(purposes, upload);
  if (!ctx || !purpose) throw answer(422, "INVALID_VALUE");
  try {
    const { largest, note } = await purpose.admit(ctx, upload.metadata ?? {});
    if (upload.size === undefined || upload.size > largest) throw answer(413, "FILE_TOO_LARGE");
    return { purpose: purpose.name, note };
  } catch (error) {
    const [refusal] = refusalsOf(error) ?? [];
    throw refusal ? answer(STATUSES[refusal.code] ?? 422, refusal.code) : error;
  }
}

const STATUSES: Readonly<Record<string, number>> = { NOT_FOUND: 404, FORBIDDEN: 403 };

function purposeOf(purposes: readonly UploadPurpose[], upload: Upload): UploadPurpose | undefined {
  const asked = upload.metadata?.["purpose"] ?? IMPORT.name;
  return purposes.find(({ name }) => name === asked);
}

type Place = { readonly folder: string; readonly records: FileConfigstore; readonly purpose: UploadPurpose | undefined };

/** Marks a whole file as one that its purpose takes, or removes it: whether it was taken. */
async function keepWhole(upload: Upload, { folder, records, purpose }: Place): Promise<boolean> {
  const accepted = await purpose?.accepts(join(folder, upload.id)).catch(() => false);
  if (accepted !== true) {
    await rm(join(folder, upload.id), { force: true });
    await records.delete(upload.id);
    return false;
  }
  upload.metadata = { ...upload.metadata, checked: "yes" };
  await records.set(upload.id, upload);
  return true;
}

function answer(status: number, code: string): { readonly status_code: number; readonly body: string } {
  return { status_code: status, body: code };
}

function end(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "text/plain" }).end(code);
}
