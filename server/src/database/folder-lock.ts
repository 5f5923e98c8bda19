import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartProblem } from "../problem.ts";

/** Who holds a data folder: a server, or a command that started the database for itself. */
export type Holder = { readonly pid: number; readonly purpose: "server" | "command" };

/** Held until released or until the process ends, however it ends: the lock is a listening socket. */
export type FolderLock = { release(): Promise<void> };

/** Takes the folder, or answers who holds it. */
export async function takeFolder(folder: string, purpose: Holder["purpose"]): Promise<FolderLock | Holder> {
  const address = addressOf(folder);
  const greeting = JSON.stringify({ pid: process.pid, purpose } satisfies Holder);
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await listen(address, greeting);
    if (server) return { release: () => new Promise((done) => server.close(() => done())) };
    const holder = await holderOf(folder);
    if (holder) return holder;
    if (process.platform !== "win32") rmSync(address, { force: true });
  }
  throw new StartProblem(`The data folder ${folder} could not be locked.`, "Choose another folder with ISONGA_DATA.");
}

/** Who holds the folder now, if anybody. */
export function holderOf(folder: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(addressOf(folder));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("end", () => resolve(JSON.parse(text) as Holder));
    socket.on("error", () => resolve(null));
  });
}

/** Whether {@link takeFolder} got the lock. */
export function isLock(answer: FolderLock | Holder): answer is FolderLock {
  return "release" in answer;
}

function listen(address: string, greeting: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.end(greeting);
    });
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** A socket in the folder; under a path too long for one, in the system's folder for temporary files; on Windows a named pipe. */
function addressOf(folder: string): string {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 20);
  if (process.platform === "win32") return `\\\\.\\pipe\\isonga-${name}`;
  const inside = join(folder, "lock.sock");
  return Buffer.byteLength(inside) < 100 ? inside : join(tmpdir(), `isonga-${name}.sock`);
}
