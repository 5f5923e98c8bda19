import "reflect-metadata";
import { startTestCluster } from "../test/world/test-cluster.ts";
import { sql } from "kysely";
process.env["X"]="1";
const cluster = await startTestCluster();
process.env["ISONGA_TEST_CLUSTER"] = JSON.stringify(cluster.urls);
const { freshDatabase } = await import("../test/world/database.ts");
const { openPlaces } = await import("./src/places/places.fixture.ts");
const { prepareRwanda, sharedFile } = await import("./src/services/reports.fixture.ts");
const { runImport } = await import("./src/kernel/imports/run-import.ts");
const { fileSource } = await import("./src/kernel/imports/row-source.ts");
const { reportsImporter } = await import("./src/services/import-reports.ts");
const db = await freshDatabase();
const o = await openPlaces(db.appUrl);
try {
  const ctx = o.context();
  await prepareRwanda(ctx);
  if (process.argv[3]==="noaudit") { const pg = (await import("pg")).default; const c = new pg.Client(db.ownerUrl); await c.connect(); await c.query("alter table monthly_report disable trigger user"); await c.end(); }
  let t = performance.now();
  const lap = (n: string) => { const now = performance.now(); console.log(n, Math.round(now - t), "ms rss", Math.round(process.memoryUsage().rss/1e6)); t = now; };
  const timed = { ...reportsImporter, begin: async (c: any, r: any) => { lap("start"); const s = await reportsImporter.begin(c, r); let addMs = 0; return { ...s, add: async (x: any) => { const a = performance.now(); await s.add(x); addMs += performance.now() - a; }, plan: async () => { lap(`read+add (add ${Math.round(addMs)})`); const p = await s.plan(); lap("plan"); return p; }, apply: async () => { await s.apply(); lap("apply"); } }; } };
  const cpu = process.cpuUsage();
  const t0 = performance.now();
  const run = await runImport(ctx, { importer: timed as never, options: { country: "RW", state: "SUBMITTED" } as never, mode: "REJECT_EVERYTHING", dryRun: false, source: fileSource(process.argv[2] ?? sharedFile("rw_reports_2022.csv")) });
  lap("rest");
  const u = process.cpuUsage(cpu);
  console.log(run.state, run.rowsNew, run.rowsRefused, "total s", ((performance.now()-t0)/1000).toFixed(2), "node cpu ms", Math.round((u.user+u.system)/1000), "maxrss MB", Math.round(process.resourceUsage().maxRSS/1e3));
  if (process.argv[4]==="twice") { await sql`vacuum analyze monthly_report`.execute(ctx.db).catch(()=>undefined); t=performance.now(); const t1 = performance.now(); const again = await runImport(ctx, { importer: timed as never, options: { country: "RW", state: "SUBMITTED" } as never, mode: "REJECT_EVERYTHING", dryRun: false, source: fileSource(process.argv[2] ?? sharedFile("rw_reports_2022.csv")) }); lap("rest"); console.log(again.state, again.rowsUnchanged, ((performance.now()-t1)/1000).toFixed(2)); }
} finally { await o.stop(); await db.drop(); await cluster.stop(); }
