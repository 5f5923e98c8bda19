import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { startApp } from "@isonga/server/app";
import { startEmbedded } from "@isonga/server/database/embedded";
import { migrate } from "@isonga/server/database/migrate";
import { readEnv } from "@isonga/server/env";
import { createLog } from "@isonga/server/log";
import { fillReports } from "./import-case.ts";
import { makeCountry, publishRoundOf } from "./national.ts";

const folder = mkdtempSync("/tmp/isonga-prof-");
chmodSync(folder, 0o711);
const database = await startEmbedded({ dataFolder: folder, log: () => undefined });
await migrate({ ownerUrl: database.ownerUrl, appRole: "isonga_app" });
await makeCountry(database.ownerUrl);
const env = readEnv({
  PORT: "34567",
  PUBLIC_URL: "http://127.0.0.1:34567",
  ISONGA_DATA: folder + "/app",
  DATABASE_URL: database.appUrl,
  DATABASE_POOL: "4",
  DEMO: "false",
});
const app = await startApp({
  env,
  databaseUrl: database.appUrl,
  secret: "x".repeat(40),
  log: createLog({ level: "warn", format: "json" }),
});
await fillReports({ app, ownerUrl: database.ownerUrl, appUrl: database.appUrl, folder });
await publishRoundOf(app, database.ownerUrl);
await app.stop();
writeFileSync("/tmp/isonga-prof-url.json", JSON.stringify({ owner: database.ownerUrl, app: database.appUrl, folder }));
console.log("ready");
process.on("SIGTERM", () => void database.stop().then(() => process.exit(0)));
setInterval(() => undefined, 1000);
