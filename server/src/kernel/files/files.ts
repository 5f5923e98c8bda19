import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { FileConfigstore } from "@tus/file-store";
import { Refusal } from "../refusal.ts";
import { clamdScanner, type Scanner } from "./clamd.ts";
import { filesOnDisk, type KeptFiles } from "./kept-files.ts";
import { filesInS3, type S3Place } from "./s3-files.ts";

/** A file somebody uploaded, whole and of a kind we accept. */
export type StoredFile = {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly ownerId: string;
  /** What the upload endpoint noted when it admitted the file. */
  readonly notes: UploadMetadata;
};

/** Where files lie and who looks through them. */
export type FilesOptions = { readonly dataFolder: string; readonly s3: S3Place | null; readonly clamdUrl: string | null };

/** An upload that lies here, whole or not, and when it was last written to. */
export type UploadLeft = { readonly key: string; readonly at: Date };

/** The uploaded files of this data folder, and those that stay. */
export type Files = {
  /** Where uploads lie. */
  readonly folder: string;
  /** The finished upload with this key, if it is this person's (or, without a person, whoever's). Refuses NOT_FOUND. */
  open(key: string, ownerId: string | null): Promise<StoredFile>;
  /** The uploads for a purpose that still lie here. */
  uploads(purpose: string): Promise<readonly UploadLeft[]>;
  /** Files that stay after their upload: on this disk or in S3. */
  readonly kept: KeptFiles;
  /** Null where no virus scanner is configured. */
  readonly scanner: Scanner | null;
};

/** What the upload endpoint keeps beside a file. */
export type UploadMetadata = {
  readonly filename?: string | null;
  readonly owner?: string | null;
  readonly checked?: string | null;
  readonly purpose?: string | null;
  /** What the purpose it is for has to know again. */
  readonly note?: string | null;
};

/** The files below a data folder, and those kept where the options say. */
export function openFiles({ dataFolder, s3, clamdUrl }: FilesOptions): Files {
  const folder = join(dataFolder, "files");
  const records = new FileConfigstore(folder);
  return {
    folder,
    kept: s3 ? filesInS3(s3) : filesOnDisk(join(dataFolder, "kept")),
    scanner: clamdUrl ? clamdScanner(clamdUrl) : null,
    uploads: (purpose) => uploadsIn(folder, purpose),
    async open(key, ownerId) {
      if (!/^[0-9a-f]{32}$/.test(key)) throw new Refusal("NOT_FOUND", { field: "fileKey" });
      const record = await records.get(key).catch(() => undefined);
      const metadata = record?.metadata as UploadMetadata | undefined;
      const path = join(folder, key);
      const size = await stat(path).then(
        (found) => found.size,
        () => -1,
      );
      const whole = record !== undefined && size === record.size && metadata?.checked === "yes";
      const owner = metadata?.owner ?? null;
      if (!whole || owner === null || (ownerId !== null && owner !== ownerId)) throw new Refusal("NOT_FOUND", { field: "fileKey" });
      return { key, path, name: metadata?.filename || key, size, ownerId: owner, notes: metadata ?? {} };
    },
  };
}

async function uploadsIn(folder: string, purpose: string): Promise<readonly UploadLeft[]> {
  const records = new FileConfigstore(folder);
  const found: UploadLeft[] = [];
  for (const key of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{32}$/.test(key)) continue;
    const record = await records.get(key).catch(() => undefined);
    const written = await stat(join(folder, key)).catch(() => null);
    if (written && (record?.metadata as UploadMetadata | undefined)?.purpose === purpose) found.push({ key, at: written.mtime });
  }
  return found;
}

/** For contexts that have no data folder: whatever is asked is not found. */
export const noFiles: Files = {
  folder: "",
  open: () => Promise.reject(new Refusal("NOT_FOUND", { field: "fileKey" })),
  uploads: () => Promise.resolve([]),
  kept: {
    put: () => Promise.reject(new Error("There is no place for files here.")),
    read: () => Promise.reject(new Refusal("NOT_FOUND")),
    remove: () => Promise.resolve(),
  },
  scanner: null,
};
