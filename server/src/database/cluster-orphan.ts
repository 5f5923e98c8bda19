import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StartProblem } from "../problem.ts";

/** What PostgreSQL writes about itself into its folder. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly status: string };

/** The PostgreSQL that says it runs on these files, whether it still does or not. */
export function readPostmaster(folder: string): Postmaster | null {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? "" };
  } catch {
    return null;
  }
}

/**
 * Clears what a killed Isonga left on these files, which nobody else holds: stops its PostgreSQL if that still runs, and removes
 * the note of one whose number now belongs to another program (usual after a container's restart).
 */
export async function stopOrphan(folder: string, log: (line: string) => void): Promise<void> {
  const left = readPostmaster(folder);
  if (!left || !isAlive(left.pid)) return;
  if (!commandOf(left.pid).includes(folder)) return rmSync(join(folder, "postmaster.pid"), { force: true });
  log("Stopping the database that an earlier start left running.");
  for (let waited = 0; isAlive(left.pid) && commandOf(left.pid).includes(folder); waited += 50) {
    if (waited === 0) signal(left.pid, "SIGINT");
    if (waited === 20_000) signal(left.pid, "SIGQUIT");
    if (waited > 40_000)
      throw new StartProblem(`PostgreSQL (process ${left.pid}) on ${folder} does not stop.`, `End it with: kill -9 ${left.pid}`);
    await wait(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone meanwhile, or another user's: the loop finds out.
  }
}

/** The command line of a process; empty when it is gone, a zombie or cannot be asked. */
function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32")
      return execFileSync("powershell", ["-Command", `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`]).toString();
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)]).toString();
  } catch {
    return "";
  }
}
