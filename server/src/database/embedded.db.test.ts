import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { StartProblem } from "../problem.ts";
import { readPostmaster, stopOrphan } from "./cluster-orphan.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { openDatabase } from "./open-database.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "isonga-embedded-"));
chmodSync(dataFolder, 0o711);
const log = () => undefined;
let running: Embedded | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

test("a first start makes a database in UTF-8 whose order of letters depends on no locale, with an owner and an app role", async () => {
  running = await startEmbedded({ dataFolder, log });
  const [row] = await ask(
    running.ownerUrl,
    "select datlocprovider::text as provider, datlocale as locale, current_user as role from pg_database where datname = 'isonga'",
  );
  expect(row).toEqual({ provider: "b", locale: "C.UTF-8", role: "isonga_owner" });
  await ask(running.ownerUrl, "create table kept (n int)");
  await ask(running.ownerUrl, "insert into kept values (42)");
  await expect(ask(running.appUrl, "select * from kept")).rejects.toThrow(/permission denied/);
  await expect(ask(running.appUrl, "create table mine (n int)")).rejects.toThrow(/permission denied/);
});

test("nobody gets in without the password", async () => {
  running = await startEmbedded({ dataFolder, log });
  await expect(ask(running.ownerUrl.replace(/:[^:@/]+@/, ":wrong@"), "select 1")).rejects.toThrow(/authentication failed/);
});

test("a second one on the same folder is told who holds it", async () => {
  running = await startEmbedded({ dataFolder, log });
  const second = startEmbedded({ dataFolder, log });
  await expect(second).rejects.toThrow(StartProblem);
  await expect(second).rejects.toThrow(`already runs on ${dataFolder} (process ${process.pid})`);
});

test("a command works beside the server, and starts the database when none runs", async () => {
  const env = { dataFolder, database: null };
  const alone = await openDatabase(env, { purpose: "command", log });
  expect(await ask(alone.ownerUrl, "select n from kept")).toEqual([{ n: 42 }]);
  await alone.stop();
  running = await startEmbedded({ dataFolder, log });
  const beside = await openDatabase(env, { purpose: "command", log });
  expect(beside.appUrl).toBe(running.appUrl);
  await beside.stop();
  expect(await ask(running.ownerUrl, "select n from kept")).toEqual([{ n: 42 }]);
});

test("what was committed survives a kill -9 of the server and of its PostgreSQL", async () => {
  const { child, ownerUrl } = await startApart();
  await ask(ownerUrl, "insert into kept values (43)");
  const postgres = readPostmaster(join(dataFolder, "postgres"));
  child.kill("SIGKILL");
  process.kill(postgres?.pid ?? 0, "SIGKILL");
  running = await startEmbedded({ dataFolder, log });
  expect(await ask(running.ownerUrl, "select n from kept order by n")).toEqual([{ n: 42 }, { n: 43 }]);
});

test("the note of a PostgreSQL whose number now belongs to another program is thrown away, and the program left alone", async () => {
  running = await startEmbedded({ dataFolder, log });
  await running.stop();
  const other = spawn("sleep", ["60"]);
  const note = join(dataFolder, "postgres/postmaster.pid");
  writeFileSync(note, `${other.pid}\n${dataFolder}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`);
  await stopOrphan(join(dataFolder, "postgres"), log);
  expect(existsSync(note)).toBe(false);
  expect(other.exitCode ?? other.signalCode).toBeNull();
  other.kill();
  running = await startEmbedded({ dataFolder, log });
});

test("lost passwords are not answered by an empty database", async () => {
  const other = mkdtempSync(join(tmpdir(), "isonga-embedded-"));
  try {
    writeFileSync(join(other, "postgres"), "");
    await expect(startEmbedded({ dataFolder: other, log })).rejects.toThrow("postgres.json is missing");
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

test("a data folder that cannot be is refused", async () => {
  await expect(startEmbedded({ dataFolder: join(import.meta.filename, "x"), log })).rejects.toThrow(StartProblem);
});

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The same in a process of its own, which can be killed. */
function startApart(): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const program = `const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, "embedded.ts"))});
    const { ownerUrl } = await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, log: () => undefined });
    console.log(ownerUrl);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("It ended.")));
    child.stdout.setEncoding("utf8").once("data", (line: string) => resolve({ child, ownerUrl: line.trim() }));
  });
}
