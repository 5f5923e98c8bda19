import { open } from "node:fs/promises";

/** A file inside a zip archive: its name and its size packed and unpacked, in bytes. */
export type ZipEntry = { readonly name: string; readonly packed: number; readonly unpacked: number };

/** What a zip archive says it holds (PKWARE APPNOTE 4.3.12), without unpacking anything; null when it is no whole archive. */
export async function zipEntries(path: string): Promise<readonly ZipEntry[] | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 66_000));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || end + 22 > tail.length) return null;
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (start + length > size) return null;
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, start);
    return [...entriesOf(directory)];
  } finally {
    await file.close();
  }
}

function* entriesOf(directory: Buffer): Generator<ZipEntry> {
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const packed = directory.readUInt32LE(at + 20);
    const unpacked = directory.readUInt32LE(at + 24);
    yield { name: directory.toString("utf8", at + 46, at + 46 + nameLength), packed, unpacked };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}
