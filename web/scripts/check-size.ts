import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";

/** What a visitor fetches before a page can be used, and the most its script may weigh, in bytes of gzip. */
export type PageSize = { readonly page: string; readonly script: number; readonly style: number; readonly budget: number };

/**
 * The size of the first pages of a build: the sign-in page, and home for who is already signed in; each with the phrases of its heaviest
 * language. Pages that are opened later are not counted.
 */
export function measureFirstPages(dist: string): readonly PageSize[] {
  const manifest = readManifest(dist);
  return FIRST_PAGES.map(({ page, sources, phrases, budget }) => {
    const files = closure(manifest, ["index.html", ...sources]);
    const words = phrases.map((name) => Math.max(...LANGUAGES.map((language) => phraseSize(dist, manifest, language, name))));
    const size = (list: ReadonlySet<string>): number => [...list].reduce((sum, file) => sum + gzipSize(dist, file), 0);
    return { page, script: size(files.scripts) + words.reduce((sum, bytes) => sum + bytes, 0), style: size(files.styles), budget };
  });
}

const LANGUAGES = ["en", "rw", "id"];

/** The promise to people with a slow phone. Sent as Brotli it is an eighth less (test/browser/pages/pages-first-load.test.ts). */
const PROMISE = 200_000;

const FIRST_PAGES = [
  {
    page: "sign-in",
    budget: PROMISE,
    sources: ["src/router/open/open-frame.tsx", "src/features/people/sign-in.page.tsx"],
    phrases: ["locales/{}/common.json", "locales/{}/people.json"],
  },
  {
    page: "home",
    budget: PROMISE,
    sources: ["src/router/shell/frame.tsx", "src/features/home/home.page.tsx"],
    phrases: ["locales/{}/common.json", "locales/{}/shell.json", "locales/{}/home.json"],
  },
];

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

function closure(
  manifest: Manifest,
  keys: readonly string[],
): { readonly scripts: ReadonlySet<string>; readonly styles: ReadonlySet<string> } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`Not in the build: ${key}`);
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return { scripts, styles };
}

function phraseSize(dist: string, manifest: Manifest, language: string, name: string): number {
  const chunk = manifest[name.replace("{}", language)];
  return chunk === undefined ? 0 : gzipSize(dist, chunk.file);
}

function gzipSize(dist: string, file: string): number {
  return gzipSync(readFileSync(resolve(dist, file)), { level: 9 }).length;
}

function readManifest(dist: string): Manifest {
  const path = resolve(dist, ".vite/manifest.json");
  if (!existsSync(path)) throw new Error(`No build at ${dist}: run the build script of web first`);
  return JSON.parse(readFileSync(path, "utf8"));
}

if (import.meta.main) {
  for (const { page, script, style, budget } of measureFirstPages(resolve(import.meta.dirname, "../dist"))) {
    const over = script > budget;
    process.stdout.write(
      `${page}: script ${kilobytes(script)}, style ${kilobytes(style)}, budget ${kilobytes(budget)}${over ? ": OVER" : ""}\n`,
    );
    if (over) process.exitCode = 1;
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB gz`;
}
