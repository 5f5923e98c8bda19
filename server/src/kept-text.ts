import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartProblem } from "./problem.ts";

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
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "", { flag: "w" });
    rmSync(probe, { force: true });
  } catch (error) {
    throw folderProblem(error, folder);
  }
}

/** The problem in an error of writing to the data folder, or the error itself when it is something else. */
export function folderProblem(error: unknown, folder: string): unknown {
  const mend = "Make it writable for this user, or choose another folder with ISONGA_DATA.";
  if (isCode(error, "EACCES", "EPERM", "EROFS")) return new StartProblem(`The data folder ${folder} cannot be written.`, mend);
  if (isCode(error, "ENOTDIR", "EEXIST", "ELOOP", "ENAMETOOLONG"))
    return new StartProblem(`The data folder ${folder} is not a folder.`, "Choose a folder with ISONGA_DATA.");
  if (isCode(error, "ENOSPC", "EDQUOT"))
    return new StartProblem(
      `The disk of the data folder ${folder} is full.`,
      "Free some space, or choose another folder with ISONGA_DATA.",
    );
  return error;
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
