import { globSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { literalsIn } from "./literals.ts";

/** Every word in the pages' code that should be a key: `file:line: text`. */
export function literalsOfPages(): readonly string[] {
  const root = resolve(import.meta.dirname, "..");
  const files = globSync(`${root}/src/**/*.{ts,tsx}`).filter((file) => !/\/gql\/|\.test\.tsx?$|\.d\.ts$/.test(file));
  return files
    .sort()
    .flatMap((file) => literalsIn(file, readFileSync(file, "utf8")).map(({ line, text }) => `${relative(root, file)}:${line}: ${text}`));
}

if (import.meta.main) {
  const found = literalsOfPages();
  for (const literal of found) process.stderr.write(`${literal}\n`);
  process.stdout.write(`${found.length} words in the code of the pages\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
