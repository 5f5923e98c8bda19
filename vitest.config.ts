import { createRequire } from "node:module";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./vitest.sequencer.ts";

const root = import.meta.dirname;
const server = createRequire(resolve(root, "server/package.json"));

/** Without this, graphql is loaded twice, as CommonJS and as a module, and its values do not know each other. */
const graphql = { find: /^graphql$/, replacement: server.resolve("graphql").replace(/index\.(c?js|mjs)$/, "index.js") };

type Project = {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly database?: boolean;
};

/** Tests that go through all pages, several at once. */
const EVERY_PAGE = ["test/browser/pages/pages-behind-sign-in.test.ts", "test/browser/pages/pages-of-the-public.test.ts"];

/** Browsers measure and wait: they have the machine to themselves, after all others; and those that fill it come last. */
const ORDER: Readonly<Record<string, number>> = { browser: 1, pages: 2 };

/** The kinds of tests, quick ones first. Those with `database` get the one PostgreSQL of the run: see `test/world/database.ts`. */
const projects: readonly Project[] = [
  { name: "unit", include: ["{server,web,schema}/{src,scripts}/**/*.test.{ts,tsx}"], exclude: ["**/*.db.test.ts"] },
  { name: "architecture", include: ["test/architecture/**/*.test.ts"] },
  { name: "db", include: ["server/src/**/*.db.test.ts"], database: true },
  { name: "contract", include: ["test/contract/**/*.test.ts"], database: true },
  { name: "migrations", include: ["test/migrations/**/*.test.ts"], database: true },
  { name: "stories", include: ["test/stories/**/*.test.ts"], database: true },
  { name: "browser", include: ["test/browser/**/*.test.ts"], exclude: EVERY_PAGE, database: true },
  { name: "pages", include: EVERY_PAGE, database: true },
];

export default defineConfig({
  resolve: { alias: [graphql] },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: projects.map(({ name, include, exclude, database }) => ({
      extends: true,
      test: {
        name,
        root,
        include: [...include],
        exclude: ["**/node_modules/**", "**/dist/**", ...(exclude ?? [])],
        environment: "node",
        pool: "forks",
        // Browsers fill a core each; what waits for a database or a clock leaves room for one more.
        maxWorkers: name in ORDER ? 2 : 3,
        // A few processes, which load the platform once each: a file leaves nothing behind but what it stops itself.
        isolate: false,
        testTimeout: database ? 60_000 : 15_000,
        // What is saved a second after the last key, on a busy machine, is saved later than that.
        expect: { poll: { timeout: 10_000 } },
        hookTimeout: database ? 300_000 : 120_000,
        // A real browser on a busy machine may miss a moment once; a fault misses it twice.
        retry: name in ORDER ? 1 : 0,
        sequence: { groupOrder: ORDER[name] ?? 0 },
        globalSetup: database ? [resolve(root, "test/world/global-setup.ts")] : [],
      },
    })),
  },
});
