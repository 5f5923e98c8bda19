import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Where the facts that tests read, but the project does not hold, lie: the folder that `ISONGA_SHARED` names, or `../shared`. */
const SHARED = process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../shared");

/** Path of a file of the shared test data. */
export function sharedPath(name: string): string {
  return resolve(SHARED, "data", name);
}

/** A file of the shared test data, read where it lies; a clear failure where it is absent. */
export function sharedData(name: string): string {
  return readFileSync(sharedPath(name), "utf8");
}
