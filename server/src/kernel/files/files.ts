import { stat } from "node:fs/promises";
import { join } from "node:path";
import { FileConfigstore } from "@tus/file-store";
import { Refusal } from "../refusal.ts";

/** A file somebody uploaded, whole and of a kind we accept. */
export type StoredFile = {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly ownerId: string;
};

/** The uploaded files of this data folder. */
export type Files = {
  /** Where uploads lie. */
  readonly folder: string;
  /** The finished upload with this key, if it is this person's (or, without a person, whoever's). Refuses NOT_FOUND. */
  open(key: string, ownerId: string | null): Promise<StoredFile>;
};

/** What the upload endpoint keeps beside a file. */
export type UploadMetadata = { readonly filename?: string | null; readonly owner?: string | null; readonly checked?: string | null };

/** The files below a data folder. */
export function openFiles(dataFolder: string): Files {
  const folder = join(dataFolder, "files");
  const records = new FileConfigstore(folder);
  return {
    folder,
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
      return { key, path, name: metadata?.filename || key, size, ownerId: owner };
    },
  };
}

/** For contexts that have no data folder: whatever is asked is not found. */
export const noFiles: Files = {
  folder: "",
  open: () => Promise.reject(new Refusal("NOT_FOUND", { field: "fileKey" })),
};
