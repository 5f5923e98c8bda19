import { existsSync, globSync } from "node:fs";
import { resolve } from "node:path";
import { buildWeb } from "../../server/scripts/build-web.ts";
import { runCommand, runScript } from "../../server/scripts/run-script.ts";
import { unpackChromium } from "../world/carried-chromium.ts";
import { isMain, Tally } from "./tally.ts";
import { runVitest } from "./vitest-run.ts";

const root = resolve(import.meta.dirname, "../..");
const web = resolve(root, "web");

/**
 * Where the suite must pass: all of it under the locale whose digits, order and calendar are the least like English, and its quick
 * half under the others, each in another time zone. ICU reads the variables; the system need not have the locales installed.
 */
const everything = { LC_ALL: "ar_EG.UTF-8", LANG: "ar_EG.UTF-8" };
const elsewhere = [
  { LC_ALL: "en_US.UTF-8", LANG: "en_US.UTF-8", TZ: "America/St_Johns" },
  { LC_ALL: "fr_FR.UTF-8", LANG: "fr_FR.UTF-8", TZ: "Pacific/Kiritimati" },
  { LC_ALL: "id_ID.UTF-8", LANG: "id_ID.UTF-8", TZ: "Asia/Jayapura" },
];

if (isMain(import.meta.url)) await main();

async function main(): Promise<void> {
  const tally = new Tally();
  const lintAndServer = checkAll(tally);
  await Promise.all([prepareWeb(tally), prepareBrowser()]);
  // What waits for a database, a clock or a browser leaves time for the checks of the code, and these for it.
  await Promise.all([lintAndServer.then(() => checkWeb(tally)), runTests(tally)]);
  tally.finish();
}

async function checkAll(tally: Tally): Promise<void> {
  await tally.check("format and lint", () => runCommand("biome", ["ci", "--colors=off", "--error-on-warnings", "."], { folder: root }));
  for (const part of ["schema", "server", "test"])
    await tally.check(`types of ${part}`, () => runCommand("tsc", ["-p", part, "--singleThreaded"], { folder: root }));
}

/** What the tests of browsers need: the web app, built. */
async function prepareWeb(tally: Tally): Promise<void> {
  if (!existsSync(resolve(web, "src/gql/graphql.ts"))) await tally.check("documents of web", () => runScript(web, "codegen"));
  await tally.check("build of web", () =>
    buildWeb(() => undefined).then(
      () => ({ code: 0, output: "" }),
      (error: Error) => ({ code: 1, output: error.message }),
    ),
  );
}

/** Unpacked before two tests ask for it at once. Where none is carried, the tests look for an installed one and say so. */
async function prepareBrowser(): Promise<void> {
  if (!process.env["CHROMIUM"]) await unpackChromium().catch(() => undefined);
}

async function checkWeb(tally: Tally): Promise<void> {
  await tally.check("types of web", () => runCommand("tsc", ["-p", "web", "--singleThreaded"], { folder: root }));
  await tally.check("size of web", () => runScript(web, "size"));
  await tally.check("no words in the code of web", () => runScript(web, "literals"));
}

async function runTests(tally: Tally): Promise<void> {
  await import("../../server/scripts/decorators.ts");
  const { startTestCluster } = await import("../world/test-cluster.ts");
  const cluster = await startTestCluster();
  const database = { ISONGA_TEST_CLUSTER: JSON.stringify(cluster.urls) };
  try {
    await runVitest(tally, { name: "all tests, as in Egypt", environment: { ...everything, ...database }, projects: [] });
    const quick = ["unit", ...(globSync("test/contract/**/*.test.ts", { cwd: root }).length > 0 ? ["contract"] : [])];
    for (const place of elsewhere)
      await runVitest(tally, { name: `quick tests under ${place.LC_ALL}`, environment: { ...place, ...database }, projects: quick });
  } finally {
    await cluster.stop();
  }
}
