import { createRequire } from "node:module";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

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

/** The kinds of tests, quick ones first. Those with `database` get the one PostgreSQL of the run: see `test/world/database.ts`. */
const projects: readonly Project[] = [
  { name: "unit", include: ["{server,web,schema}/{src,scripts}/**/*.test.{ts,tsx}"], exclude: ["**/*.db.test.ts"] },
  { name: "architecture", include: ["test/architecture/**/*.test.ts"] },
  { name: "db", include: ["server/src/**/*.db.test.ts"], database: true },
  { name: "contract", include: ["test/contract/**/*.test.ts"], database: true },
  { name: "migrations", include: ["test/migrations/**/*.test.ts"], database: true },
  { name: "stories", include: ["test/stories/**/*.test.ts"], database: true },
  { name: "browser", include: ["test/browser/**/*.test.{ts,tsx}"], database: true },
];

export default defineConfig({
  resolve: { alias: [graphql] },
  test: {
    projects: projects.map(({ name, include, exclude, database }) => ({
      extends: true,
      test: {
        name,
        root,
        include: [...include],
        exclude: ["**/node_modules/**", "**/dist/**", ...(exclude ?? [])],
        environment: "node",
        pool: "forks",
        maxWorkers: 2,
        testTimeout: database ? 60_000 : 15_000,
        hookTimeout: database ? 300_000 : 120_000,
        // A real browser on a busy machine may miss a moment once; a fault misses it twice.
        retry: name === "browser" ? 1 : 0,
        // Browsers measure and wait: they have the machine to themselves, after all others.
        sequence: { groupOrder: name === "browser" ? 1 : 0 },
        globalSetup: database ? [resolve(root, "test/world/global-setup.ts")] : [],
      },
    })),
  },
});
