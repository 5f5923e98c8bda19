import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { startProblem } from "./start-words.ts";

/** A text kept in a folder, readable by this user only: made at the first asking, the same ever after. */
export function keptText(folder: string, name: string, make: () => string): string {
  ensureDataFolder(folder);
  const path = join(folder, name);
  try {
    writeFileSync(path, make(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw folderProblem(error, folder);
  }
  return readFileSync(path, "utf8");
}

/** Makes the data folder if needed, closed to other users but for going through it (PostgreSQL, when root starts us). Refuses when it cannot be written. */
export function ensureDataFolder(folder: string): void {
  try {
    makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "", { flag: "w" });
    rmSync(probe, { force: true });
  } catch (error) {
    throw folderProblem(error, folder);
  }
}

/** One level after the other: Node's own way down never ends where a parent takes no folders and says so as if it were missing (`/proc`). */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
}

/** The problem in an error of writing to the data folder, or the error itself when it is something else. */
export function folderProblem(error: unknown, folder: string): unknown {
  if (isCode(error, "EACCES", "EPERM", "EROFS", "ENOENT")) return startProblem("folderClosed", { folder });
  if (isCode(error, "ENOTDIR", "EEXIST", "ELOOP", "ENAMETOOLONG")) return startProblem("noFolder", { folder });
  if (isCode(error, "ENOSPC", "EDQUOT")) return startProblem("diskFull", { folder });
  return error;
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
