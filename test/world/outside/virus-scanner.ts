import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** The harmless test virus that every scanner knows (eicar.org), in two parts so that none finds it in this file. */
export const TEST_VIRUS = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** A running scanner that knows the test virus and nothing else. */
export type VirusScanner = { readonly url: string; stop(): Promise<void> };

/**
 * Starts the machine's clamd (Debian: clamav-daemon) with a signature of our own making, on a socket in a folder of its own. No package brings
 * clamd along, so a machine without it gets a listener that speaks the same protocol: it proves our side of it, and less of theirs.
 */
export async function startVirusScanner(): Promise<VirusScanner> {
  const program = clamd();
  return program ? startClamd(program) : startListener();
}

async function startClamd(program: string): Promise<VirusScanner> {
  const folder = await mkdtemp(join(tmpdir(), "isonga-clamd-"));
  chmodSync(folder, 0o755);
  const socket = join(folder, "clamd.sock");
  await writeFile(join(folder, "test.ndb"), `Isonga.Test.Virus:0:*:${Buffer.from(TEST_VIRUS).toString("hex")}\n`);
  const settings = [`LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, "Foreground yes", `TemporaryDirectory ${folder}`, ...owner()];
  await writeFile(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  const child = spawn(program, ["--config-file", join(folder, "clamd.conf")], { stdio: ["ignore", "pipe", "pipe"] });
  await listening(child, socket);
  return {
    url: `unix://${socket}`,
    async stop() {
      child.kill();
      await new Promise((done) => child.once("exit", done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Reads INSTREAM (clamd(8)): pieces after their lengths in four bytes, nought at the end; answers whether the test virus was among them. */
async function startListener(): Promise<VirusScanner> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("data", (piece) => {
      received = Buffer.concat([received, piece]);
      const content = streamed(received);
      if (content) socket.end(`stream: ${content.includes(TEST_VIRUS) ? "Isonga.Test.Virus.UNOFFICIAL FOUND" : "OK"}\0`);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `tcp://127.0.0.1:${port}`, stop: () => new Promise((done) => server.close(() => done())) };
}

/** What was sent, once all of it is here; null before. */
function streamed(received: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > received.length) return null;
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const COMMAND = "zINSTREAM\0";

/** Root gives itself up to the user that the package made, unless it is told who to be. */
function owner(): readonly string[] {
  return process.getuid?.() === 0 ? ["User root"] : [];
}

async function listening(child: ChildProcess, socket: string): Promise<void> {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => said.push(text.toString()));
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    if (existsSync(socket)) return;
    await wait(100);
  }
  child.kill();
  throw new Error(`clamd did not start: ${said.join("").slice(-1000)}`);
}

function clamd(): string | null {
  if (process.platform === "win32") return null;
  try {
    return execFileSync("/bin/sh", ["-c", "PATH=$PATH:/usr/sbin:/usr/local/sbin command -v clamd"]).toString().trim() || null;
  } catch {
    return null;
  }
}
