import { type FileHandle, open } from "node:fs/promises";

/** A file to look into at chosen places, without reading it whole. */
export type Peek = {
  readonly size: number;
  /** At most so many bytes from a place on; fewer at the end. */
  at(position: number, length: number): Promise<Buffer>;
};

/** Opens a file for peeking while the work runs. */
export async function peekInto<T>(path: string, work: (peek: Peek) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await work({ size, at: (position, length) => readAt(file, position, Math.max(0, Math.min(length, size - position))) });
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
