import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type RunningApp, startApp } from "@isonga/server/app";
import { startEmbedded } from "@isonga/server/database/embedded";
import { migrate } from "@isonga/server/database/migrate";
import { readEnv } from "@isonga/server/env";
import { createLog } from "@isonga/server/log";
import { startBare } from "./bare-server.ts";
import { eveningCase } from "./evening/evening-case.ts";
import { fillReports, importCase } from "./import-case.ts";
import { indexCase } from "./index-case.ts";
import { judgingCase } from "./judging/judging-case.ts";
import { tableCase } from "./judging/table-case.ts";
import { makeCountry, publishRoundOf } from "./national.ts";
import { publishCase } from "./publish-case.ts";
import { readCases } from "./read-cases.ts";
import {
  printEvening,
  printImport,
  printIndex,
  printJudging,
  printPublish,
  printReads,
  printSearch,
  printStanding,
  printTable,
} from "./report.ts";
import { saveCase } from "./save-case.ts";
import { searchCase } from "./search-case.ts";
import { standingCase } from "./standing-case.ts";

const CONNECTIONS = 4;
const folder = mkdtempSync(join(tmpdir(), "isonga-bench-"));
chmodSync(folder, 0o711);
/** `pnpm bench evening index import judging standing publish reads save search table`: only these parts; all of them unless told. */
const wanted = (part: string) => process.argv.length < 3 || process.argv.includes(part);
const say = (line: string) => console.log(line);

/** Everything in one run on one durable database; what was started is stopped and removed whatever happens. */
async function main(): Promise<void> {
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const end = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end().then(() => process.exit(130)));
  try {
    const database = await startEmbedded({ dataFolder: folder, log: () => undefined });
    undo.push(() => database.stop());
    await migrate({ ownerUrl: database.ownerUrl, appRole: "isonga_app" });
    const app = await startPlatform(database.appUrl);
    undo.push(() => app.stop());
    const parts = { app, ownerUrl: database.ownerUrl, appUrl: database.appUrl, folder };
    if (wanted("judging")) printJudging(await judgingCase(), say);
    if (wanted("table")) printTable(await tableCase(parts), say);
    if (wanted("evening")) printEvening(await eveningCase({ ...parts, port: freePort }), say);
    if (wanted("index")) printIndex(await indexCase(parts), say);
    if (["import", "standing", "publish", "reads", "save"].some(wanted)) await nationalCases(parts, undo);
    // Last: its names would be in the way of the others.
    if (wanted("search")) printSearch(await searchCase(parts), say);
  } finally {
    await end();
  }
}

type Parts = { readonly app: RunningApp; readonly ownerUrl: string; readonly appUrl: string; readonly folder: string };

/** What is measured over one country's reports of a year. */
async function nationalCases(parts: Parts, undo: (() => unknown)[]): Promise<void> {
  const { app, ownerUrl, appUrl } = parts;
  await makeCountry(ownerUrl);
  if (wanted("import")) printImport(await importCase(parts), say);
  else await fillReports(parts);
  await publishRoundOf(app, ownerUrl);
  if (wanted("standing")) printStanding(await standingCase(parts), say);
  if (wanted("publish")) printPublish(await publishCase(parts), say);
  const bare = await startBare(appUrl, CONNECTIONS);
  undo.push(() => bare.stop());
  const load = startLoad();
  undo.push(() => load.kill());
  const target = { app, bareUrl: bare.url, ownerUrl, load, connections: CONNECTIONS * 2 };
  if (wanted("reads")) printReads(await readCases(target), say);
  if (wanted("save")) printReads([await saveCase(target)], say);
}

async function startPlatform(databaseUrl: string): Promise<RunningApp> {
  const port = await freePort();
  const env = readEnv({
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ISONGA_DATA: join(folder, "app"),
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(CONNECTIONS),
    DEMO: "false",
  });
  const log = createLog({ level: "warn", format: "json" });
  return startApp({ env, databaseUrl, secret: randomUUID(), log, slowGuessing: false });
}

/** The platform tells its own address in what it checks, so the port is known before. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return String(port);
}

function startLoad(): ChildProcess {
  return fork(resolve(import.meta.dirname, "load.ts"), { execArgv: [] });
}

await main();
