import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What a virus scanner says of a file. */
export type ScanVerdict = { readonly infected: boolean; readonly signature: string | null };

/** Something that looks for viruses in a stream of bytes; throws when it cannot tell. */
export type Scanner = { scan(content: Readable): Promise<ScanVerdict> };

/** Milliseconds without a word from the scanner after which it is given up. */
const PATIENCE = 60_000;

/** A scanner at `tcp://host:port` or `unix:///path`, asked by clamd's INSTREAM command. */
export function clamdScanner(url: string): Scanner {
  return {
    async scan(content) {
      const socket = openSocket(url);
      try {
        const answered = answerOf(socket);
        answered.catch(() => undefined);
        const sent = pipeline(Readable.from(framed(content)), socket, { end: false });
        // it may answer before everything was sent, when a file is larger than it takes
        await Promise.race([sent, answered]);
        return verdictOf(await answered);
      } finally {
        socket.destroy();
        content.destroy();
      }
    },
  };
}

function openSocket(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  const socket = protocol === "unix:" ? connect(pathname) : connect(Number(port || 3310), hostname);
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("The virus scanner does not answer.")));
  return socket;
}

/** Each piece after its length in four bytes, and a length of nought at the end (clamd(8), INSTREAM). */
async function* framed(content: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  for await (const piece of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield Buffer.concat([length, piece]);
  }
  yield Buffer.alloc(4);
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((done, failed) => {
    const pieces: Buffer[] = [];
    socket.on("data", (piece: Buffer) => {
      pieces.push(piece);
      if (piece.includes(0)) done(Buffer.concat(pieces).toString("utf8").replaceAll("\0", "").trim());
    });
    socket.on("error", failed);
    socket.on("close", () => failed(new Error("The virus scanner hung up without an answer.")));
  });
}

/** `stream: OK`, `stream: <signature> FOUND`; anything else is no answer. */
function verdictOf(answer: string): ScanVerdict {
  if (/: OK$/.test(answer)) return { infected: false, signature: null };
  const found = /: (.+) FOUND$/.exec(answer);
  if (found) return { infected: true, signature: found[1] ?? null };
  throw new Error(`The virus scanner answered: ${answer}`);
}
