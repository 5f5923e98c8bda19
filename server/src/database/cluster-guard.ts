import { spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Cluster } from "./cluster.ts";

const script = `read -r never
kill -INT "$1" 2>/dev/null
if [ -n "$2" ]; then
  while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
  rm -rf -- "$2"
fi`;

/**
 * Posts a small process that stops PostgreSQL when we are gone without having done so (`kill -9`, a crash): its input is a pipe
 * that closes with us. Files that are not durable are then removed, with the folder they lie in. Answers how to dismiss it. On Windows the next start cleans up.
 */
export function postGuard(cluster: Cluster, pid: number, durable: boolean): () => void {
  if (process.platform === "win32") return () => undefined;
  const guard = spawn("/bin/sh", ["-c", script, "isonga-guard", String(pid), durable ? "" : dirname(cluster.folder)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => undefined);
  guard.unref();
  const pipe = guard.stdin;
  pipe.on("error", () => undefined);
  if ("unref" in pipe && typeof pipe.unref === "function") pipe.unref();
  return () => {
    guard.kill("SIGKILL");
    pipe.destroy();
  };
}
