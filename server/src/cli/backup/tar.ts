import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

/** A file to be put into an archive, under a name of at most 100 bytes. */
export type TarEntry = { readonly name: string; readonly path: string };

const BLOCK = 512;

/** A tar archive (POSIX ustar) of files, as a stream. */
export async function* writeTar(entries: Iterable<TarEntry>): AsyncGenerator<Buffer> {
  for (const { name, path } of entries) {
    const { size } = await stat(path);
    yield header(name, size);
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
    yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** One file of an archive, its content to be read through before the next is asked for. */
export type TarContent = { readonly name: string; readonly size: number; readonly content: AsyncIterable<Buffer> };

/** The files of a tar archive in their order. Throws RangeError when it is damaged or cut off. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarContent> {
  const reader = new BlockReader(source);
  for (;;) {
    const block = await reader.take(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const { name, size } = parseHeader(block);
    yield { name, size, content: reader.stream(size) };
    await reader.take((BLOCK - (size % BLOCK)) % BLOCK);
  }
}

function header(name: string, size: number): Buffer {
  const bytes = Buffer.byteLength(name);
  if (bytes > 100) throw new RangeError(`${name} is too long a name for an archive`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write("0000600\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("0", 156);
  block.write("ustar\u000000", 257);
  block.write(`${checksum(block).toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

function parseHeader(block: Buffer): { readonly name: string; readonly size: number } {
  const told = Number.parseInt(text(block, 148, 8), 8);
  if (told !== checksum(block)) throw new RangeError("The archive is damaged");
  return { name: text(block, 0, 100), size: Number.parseInt(text(block, 124, 12), 8) };
}

/** The sum of the header's bytes, its own field counted as spaces. */
function checksum(block: Buffer): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : (block[at] ?? 0);
  return sum;
}

function text(block: Buffer, from: number, length: number): string {
  return block.toString("utf8", from, from + length).replace(/[\0 ].*$/s, "");
}

class BlockReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) this.#held = Buffer.concat([this.#held, await this.#next()]);
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async *stream(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.#held.length === 0) this.#held = await this.#next();
      const part = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#source.next();
    if (done) throw new RangeError("The archive ends too early");
    return value;
  }
}
