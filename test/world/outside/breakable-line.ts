import { createServer, request, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A line between a browser and the server that can really be cut: a forward proxy whose sockets are torn down. */
export type BreakableLine = {
  /** For a browser context's `proxy.server`. */
  readonly url: string;
  /** Bytes of uploads that went through so far. */
  readonly sent: () => number;
  /** Cuts the line, now or once so many more bytes of uploads have passed. Answers when it is cut. */
  cut(afterBytes?: number): Promise<void>;
  mend(): void;
  stop(): Promise<void>;
};

/** Opens a line on a free port. */
export async function openLine(): Promise<BreakableLine> {
  const sockets = new Set<Socket>();
  let broken = false;
  let sent = 0;
  let limit = Number.POSITIVE_INFINITY;
  let whenCut: () => void = () => undefined;
  const tear = (): void => {
    broken = true;
    limit = Number.POSITIVE_INFINITY;
    for (const socket of sockets) socket.destroy();
    whenCut();
  };
  const server: Server = createServer((incoming, outgoing) => {
    const onward = request(incoming.url ?? "", { method: incoming.method, headers: incoming.headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.on("data", (piece: Buffer) => {
      onward.write(piece);
      if (incoming.method === "PATCH") sent += piece.length;
      if (sent >= limit) tear();
    });
    incoming.on("end", () => onward.end());
  });
  server.on("connection", (socket) => {
    if (broken) return void socket.destroy();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    cut: (afterBytes = 0) =>
      new Promise((done) => {
        whenCut = done;
        if (afterBytes === 0) tear();
        else limit = sent + afterBytes;
      }),
    mend: () => {
      broken = false;
    },
    stop: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
