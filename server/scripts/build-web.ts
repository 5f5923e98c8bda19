import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartProblem } from "../src/problem.ts";
import { runScript } from "./run-script.ts";

const root = resolve(import.meta.dirname, "../..");
const stamp = join(root, "web/dist/sources.sha256");

/** Everything a build of the web app is made from. */
const sources = [
  "web/*.{json,ts,html,mjs,js}",
  "web/{src,locales,public,scripts}/**",
  "schema/**/*.{ts,json,graphql}",
  "pnpm-lock.yaml",
  "tsconfig.base.json",
];

/** Builds `web/dist` unless it was made from these very sources. Answers whether it built. Refuses when the build fails. */
export async function buildWeb(step: (sentence: string) => void): Promise<boolean> {
  const now = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
  step("Building the web app (about half a minute, only after a change).");
  const { code, output } = await runScript(join(root, "web"), "build");
  if (code !== 0) throw new StartProblem(`The web app could not be built.\n${output.trimEnd()}\n`, "Mend that and start again.");
  writeFileSync(stamp, now);
  return true;
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const files = globSync(sources, { cwd: root, withFileTypes: true, exclude: ["**/node_modules/**", "**/*.test.*"] }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}
