import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runCommand } from "../../server/scripts/run-script.ts";
import type { Tally } from "./tally.ts";

const root = resolve(import.meta.dirname, "../..");

export type VitestRun = {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Names of projects of `vitest.config.ts`; none: all of them. */
  readonly projects: readonly string[];
};

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
};

/** Runs Vitest and adds its counts. A file that does not load, a fault outside of tests and a skipped test are failures too. */
export async function runVitest(tally: Tally, run: VitestRun): Promise<void> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "isonga-report-"));
  const file = join(folder, "report.json");
  try {
    const projects = run.projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code } = await runCommand("vitest", ["run", "--allowOnly=false", ...reporters, ...projects], {
      folder: root,
      environment: run.environment,
      onOutput: (text) => process.stdout.write(text),
    });
    tally.add(run.name, { ...countsOf(file, code), began });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsOf(file: string, code: number): { passed: number; failed: number } {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.log(`${skipped} tests were skipped: a test passes or fails.`);
  // A file may fail without a failing test in it: it did not load, or its hooks failed.
  const unloaded = report.testResults.filter(
    (result) => result.status === "failed" && !result.assertionResults.some(({ status }) => status === "failed"),
  );
  const failed = report.numFailedTests + skipped + unloaded.length;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return null;
  }
}
