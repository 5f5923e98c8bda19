import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { startApp } from "@isonga/server/app";
import { poolOf } from "@isonga/server/database/orm";
import { readEnv } from "@isonga/server/env";
import { createLog } from "@isonga/server/log";
import pg from "pg";
import { deep, node, ranking } from "./documents.ts";

const urls = JSON.parse(readFileSync("/tmp/isonga-prof-url.json", "utf8"));
const env = readEnv({
  PORT: "34568",
  PUBLIC_URL: "http://127.0.0.1:34568",
  ISONGA_DATA: urls.folder + "/app",
  DATABASE_URL: urls.app,
  DATABASE_POOL: "4",
  DEMO: "false",
});
const app = await startApp({ env, databaseUrl: urls.app, secret: "x".repeat(40), log: createLog({ level: "warn", format: "json" }) });
const client = new pg.Client(urls.owner);
await client.connect();
const { rows } = await client.query("select id from jurisdiction where code = '1101'");
const pool = await poolOf(app.orm);
let n = 0;
const texts = new Map<string, number>();
const proto = (pool as any).Client.prototype;
const q = proto.query;
proto.query = function (...a: any[]) {
  n++;
  const t = typeof a[0] === "string" ? a[0] : a[0]?.text;
  texts.set(t, (texts.get(t) ?? 0) + 1);
  return q.apply(this, a);
};
let once = 0;
async function go(doc: any, count: number) {
  for (let i = 0; i < count; i++) {
    const r = await fetch(app.url + "/partner/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...doc, extensions: { once: ++once } }),
    });
    const t = await r.text();
    if (!r.ok || t.includes('"errors"')) throw new Error(t);
  }
}
const cases: any = { ranking, deep, node: { ...node, variables: { id: rows[0].id } } };
const which = process.argv[2] ?? "ranking";
for (const name of which === "all" ? Object.keys(cases) : [which]) {
  await go(cases[name], 300);
  n = 0;
  texts.clear();
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  const cpu = process.cpuUsage();
  const t0 = performance.now();
  await go(cases[name], 400);
  const u = process.cpuUsage(cpu);
  const { profile } = await session.post("Profiler.stop");
  console.log(
    name,
    "cpu ms",
    ((u.user + u.system) / 1000 / 400).toFixed(2),
    "wall",
    ((performance.now() - t0) / 400).toFixed(2),
    "stmts",
    n / 400,
  );
  if (process.argv[3]) {
    for (const [t, c] of texts) console.log(c / 400, t.replace(/\s+/g, " ").slice(0, 300));
    const self = new Map<string, number>();
    const dt = profile.timeDeltas!;
    const byId = new Map(profile.nodes.map((x: any) => [x.id, x]));
    profile.samples!.forEach((id: number, i: number) => {
      const f: any = byId.get(id).callFrame;
      const k = `${f.functionName} ${f.url.split("/").slice(-4).join("/")}:${f.lineNumber}`;
      self.set(k, (self.get(k) ?? 0) + dt[i]!);
    });
    for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, Number(process.argv[3])))
      console.log((v / 1000 / 400).toFixed(3), k);
  }
}
const p = await pool.query("select count(*) from pg_prepared_statements");
console.log("prepared", p.rows);
await client.end();
await app.stop();
process.exit(0);
