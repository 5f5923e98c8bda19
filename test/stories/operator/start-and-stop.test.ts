import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DEMO_PEOPLE } from "@isonga/server/demo/accounts";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freshDatabase, testCluster } from "../../world/database.ts";

const root = resolve(import.meta.dirname, "../../..");
const dataFolder = mkdtempSync(join(tmpdir(), "isonga-start-"));
chmodSync(dataFolder, 0o711);
const started: ChildProcess[] = [];
let port: number;

beforeAll(async () => {
  port = await freePort();
});
afterEach(async () => {
  for (const child of started.splice(0)) if (isRunning(child)) await ended(child, "SIGKILL");
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

test.each([
  ["a wrong variable", { PORT: "many" }, 'PORT is "many"'],
  ["an unreachable database", { DATABASE_URL: "postgres://a@127.0.0.1:1/a" }, "no PostgreSQL answers"],
  ["a data folder where none can be made", { ISONGA_DATA: "/proc/none/isonga" }, "/proc/none/isonga"],
  ["a data folder that is a file", { ISONGA_DATA: import.meta.filename }, "is not a folder"],
  ["production without a secret", { ISONGA_ENV: "production", PUBLIC_URL: "https://example.org" }, "AUTH_SECRET is not set"],
])("refused, in one sentence and without a stack: %s", async (_what, environment, words) => {
  const { code, output } = await outcome(start(environment));
  expect(code).toBe(1);
  expect(output).toContain(words);
  expect(output).not.toMatch(/^\s+at /m);
});

test("refused: a taken port", async () => {
  const taken = createServer().listen(port, "127.0.0.1");
  await once(taken, "listening");
  const { code, output } = await outcome(start({}));
  taken.close();
  expect([code, output]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
});

test("refused: a wrong password", async () => {
  const url = new URL(testCluster().appUrl);
  url.password = "wrong";
  const { code, output } = await outcome(start({ DATABASE_URL: url.href }));
  expect([code, output]).toEqual([1, expect.stringContaining("does not let isonga_app in")]);
  expect(output).not.toContain("wrong");
});

test("refused: production over a database with the demo's accounts, and it answers nobody", async () => {
  const database = await freshDatabase();
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  await client.query(`insert into person (id, name, email, language) values (gen_random_uuid(), 'Aline', $1, 'en')`, [
    DEMO_PEOPLE[0]?.email,
  ]);
  await client.end();
  const { code, output } = await outcome(
    start({
      ISONGA_ENV: "production",
      PUBLIC_URL: "https://awards.example.org",
      AUTH_SECRET: randomBytes(36).toString("base64url"),
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    }),
  );
  expect([code, output]).toEqual([1, expect.stringContaining("This database holds demo accounts")]);
  await expect(fetch(`http://127.0.0.1:${port}/ready`)).rejects.toThrow();
  await database.drop();
});

test("it starts, answers, and stops on SIGTERM; a kill -9 is recovered from at the next start", { timeout: 240_000 }, async () => {
  const first = start({});
  await answers(first);
  expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
  expect(await ended(first, "SIGTERM")).toBe(0);
  const second = start({});
  await answers(second);
  await ended(second, "SIGKILL");
  const third = start({});
  await answers(third);
  expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
  expect(await ended(third, "SIGINT")).toBe(0);
});

function start(environment: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [join(root, "server/scripts/start.ts")], {
    env: { PATH: process.env["PATH"], PORT: String(port), ISONGA_DATA: dataFolder, DEMO: "false", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

/** Until it says that it answers. Throws with what it said when it ends before. */
async function answers(child: ChildProcess): Promise<void> {
  let output = "";
  await new Promise<void>((done, fail) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("answers at")) done();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => fail(new Error(`It ended with ${code}:\n${output}`)));
  });
}

async function outcome(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, "exit") as Promise<[number | null]>;
  child.kill(signal);
  return (await exit)[0];
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
