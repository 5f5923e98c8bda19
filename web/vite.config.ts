/**
 * One browser build, `web/dist`:
 *
 *   dist/index.html      the app: the server answers it (no-cache) for /app, /app/*, /<language>/app and /<language>/app/*
 *   dist/assets/*        hashed files: the server answers them immutable, for a year; `<file>.br` beside each is what it sends
 *   dist/.vite/          manifest.json: which hashed file stands for which source (public pages look their style sheet up here)
 *
 * `base` is `/`, so each URL of an asset is `/assets/<hash>.<ext>`. The public pages are rendered on the server by a second
 * build with its own entry (`vite build --ssr <entry> --outDir dist/ssr`, after this one, since this one empties `dist`).
 * The styles that Mantine sets at run time need `style-src 'unsafe-inline'`; no inline script is ever needed.
 */
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { compressAssets } from "./scripts/compress-assets.ts";
import { inlineDocuments } from "./scripts/inline-documents.ts";
import { leaveOut } from "./scripts/leave-out.ts";
import { sortPreloads } from "./scripts/sort-preloads.ts";

/**
 * What is sent as one file. Left alone, a page asks for thirty small ones (sixty for an entry's task), six at a time: on a slow line they
 * are waited for in turn, each costs a browser some milliseconds, and they compress worse. So: what every page needs; what every page
 * behind sign-in needs on top of it; home; the front door; what five pages or more share; and of what fewer share, whatever goes together.
 * A group takes along what its modules import, and the one named first has the first choice.
 */
const TOGETHER = [
  { name: "start", tags: ["$initial" as const], test: (id: string) => !/\/(index\.html|main\.tsx)$/.test(id), priority: 4 },
  {
    name: "signed-in",
    test: /\/src\/(router\/shell\/(top-bar|side-nav|bottom-bar|network-strip|use-focus-return)|lib\/(session\/(me|sign-in-again)|offline\/service-worker)|features\/home\/deadline-strip|ui\/empty-state)\.tsx?$/,
    priority: 3,
  },
  { name: "home", test: /\/web\/src\/features\/home\//, priority: 2 },
  { name: "open", test: /\/web\/src\/(router\/open\/open-frame|features\/people\/sign-in\.page)\.tsx$/, priority: 2 },
  { name: "shared", test: /\/web\/src\/(ui|lib)\//, minShareCount: 5, priority: 1 },
  {
    name: "few",
    test: /\/web\/src\/(ui|lib|features)\//,
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 15_000,
    priority: 0,
  },
];

/**
 * Pages' files are called by their hash alone (the manifest tells which is whose): the first page names every page's files, and names are
 * what compresses worst.
 */
const SHORT_NAMES = {
  entryFileNames: "assets/[name]-[hash:8].js",
  chunkFileNames: "assets/[hash:8].js",
  assetFileNames: "assets/[hash:8][extname]",
};

export default defineConfig(({ isSsrBuild }) => ({
  base: "/",
  plugins: [inlineDocuments(), leaveOut(), react(), sortPreloads(), compressAssets()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    reportCompressedSize: false,
    assetsInlineLimit: 2048,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild ? {} : { output: { ...SHORT_NAMES, codeSplitting: { groups: TOGETHER } } },
  },
  json: { namedExports: false },
  resolve: {
    dedupe: ["react", "react-dom", "graphql"],
    // rxjs: its modern build instead of the one for browsers of 2015.
    conditions: ["es2015", ...defaultClientConditions],
  },
  server: {
    // `vite` alone, for work on pages: everything that is not a page comes from a running server.
    proxy: Object.fromEntries(
      ["/graphql", "/partner", "/auth", "/files"].map((path) => [path, process.env["ISONGA_SERVER"] ?? "http://localhost:4000"]),
    ),
  },
}));
