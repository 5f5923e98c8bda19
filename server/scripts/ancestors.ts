import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that stands above us, and the one above it when we began. */
export type Ancestor = { readonly pid: number; readonly parent: number };

/**
 * The chain of `npm`, `npx`, `pnpm` and their shells that started this process, nearest first: the outermost of them is the one a
 * person or a supervisor signals. Empty when we were started without them.
 */
export function startedBy(): readonly Ancestor[] {
  const chain: Ancestor[] = [{ pid: process.pid, parent: process.ppid }];
  let outermost = 0;
  for (let pid = process.ppid; pid > 1 && chain.length < 12; pid = parentOf(pid)) {
    const command = commandOf(pid);
    if (/\b(p?np[mx])\b/.test(command)) outermost = chain.length;
    else if (!/^\S*sh\b/.test(command)) break;
    chain.push({ pid, parent: parentOf(pid) });
  }
  return chain.slice(0, outermost);
}

/** Whether each of the chain still stands under the one that it stood under: when one of them ends, the next is given away. */
export function stillTogether(chain: readonly Ancestor[]): boolean {
  return chain.every(({ pid, parent }) => parentOf(pid) === parent);
}

/** The parent of a process; 0 when it is gone. */
function parentOf(pid: number): number {
  if (pid === process.pid) return process.ppid;
  try {
    if (process.platform === "linux") return Number(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) \S+ (\d+) .*$/s, "$1"));
    return Number(ask(pid, "ppid="));
  } catch {
    return 0;
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return ask(pid, "command=");
  } catch {
    return "";
  }
}

function ask(pid: number, field: string): string {
  return execFileSync("ps", ["-ww", "-o", field, "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
    .toString()
    .trim();
}
