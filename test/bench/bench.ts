import { spawn } from "node:child_process";
import { resolve } from "node:path";

/**
 * `pnpm bench`: measures the platform against a bare `node:http` server with one SQL statement, on one database of national size, and
 * prints ratios. The server's decorators need their metadata, so the work is done in a process that compiles them as it loads; it is
 * started in the server's folder, where that compiler is found.
 */
const child = spawn(
  process.execPath,
  ["--import", "reflect-metadata", "--import", "./scripts/decorators.ts", resolve(import.meta.dirname, "run.ts"), ...process.argv.slice(2)],
  {
    cwd: resolve(import.meta.dirname, "../../server"),
    stdio: "inherit",
  },
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
