import { createReadStream } from "node:fs";
import { chmod, copyFile, link, mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Refusal } from "../refusal.ts";

/** What is known of a file before it is kept. `sha256` is hexadecimal. */
export type FileFacts = { readonly key: string; readonly size: number; readonly sha256: string; readonly mediaType: string };

/** Bytes from the first to the last, both included. */
export type ByteRange = { readonly start: number; readonly end: number };

/** Files that stay: on this machine's disk, or in a store that speaks S3. */
export type KeptFiles = {
  /** Keeps a copy of the file at the path; keeping the same key again does no harm. */
  put(path: string, file: FileFacts): Promise<void>;
  /** The content, or a part of it. Refuses NOT_FOUND when there is none. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Forgets the content, whether there was any or not. */
  remove(key: string): Promise<void>;
};

/** Files kept in a folder of this machine, two letters of the key a subfolder, readable by this user only. */
export function filesOnDisk(folder: string): KeptFiles {
  const placeOf = (key: string): { readonly folder: string; readonly path: string } => {
    const inner = join(folder, key.slice(0, 2));
    return { folder: inner, path: join(inner, checkedKey(key)) };
  };
  return {
    async put(path, { key }) {
      const place = placeOf(key);
      await mkdir(place.folder, { recursive: true, mode: 0o700 });
      const draft = `${place.path}.part`;
      await rm(draft, { force: true });
      // a link costs nothing; where the two lie on different disks the bytes are copied
      await link(path, draft).catch(() => copyFile(path, draft));
      await chmod(draft, 0o600);
      await rename(draft, place.path);
      await rm(draft, { force: true });
    },
    async read(key, range) {
      const { path } = placeOf(key);
      await stat(path).catch(() => {
        throw new Refusal("NOT_FOUND");
      });
      return createReadStream(path, range);
    },
    remove: (key) => rm(placeOf(key).path, { force: true }),
  };
}

/** A key is what the upload endpoint made of chance; anything else could lead out of the folder. */
export function checkedKey(key: string): string {
  if (!/^[0-9a-f]{32}$/.test(key)) throw new Refusal("NOT_FOUND");
  return key;
}
