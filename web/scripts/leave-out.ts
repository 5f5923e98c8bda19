import type { Plugin } from "vite";

/**
 * Leaves parts of libraries out that this app never asks for, and that a build cannot know to be unused because they hang on an option
 * at run time. A library that no longer has such a place stops the build, so that nobody believes it still works.
 */
export function leaveOut(): Plugin {
  const seen = new Set<Unused>();
  return {
    name: "isonga-leave-out",
    apply: (config, { command }) => command === "build" && !config.build?.ssr,
    transform(code, id) {
      const here = UNUSED.filter(({ file }) => id.split("?")[0]?.endsWith(file));
      for (const unused of here) seen.add(unused);
      return here.length === 0 ? null : { code: here.reduce(without, code), map: null };
    },
    generateBundle() {
      for (const unused of UNUSED) if (!seen.has(unused)) throw new Error(`Not in the build: ${unused.file}`);
    },
  };
}

function without(code: string, { file, where, times, instead }: Unused): string {
  const parts = code.split(where);
  if (parts.length !== times + 1) throw new Error(`Not ${times} times in ${file}: ${where}`);
  return parts.join(instead);
}

/** Where an option is asked for, how often the file does, and the answer that is always ours. */
type Unused = { readonly file: string; readonly where: string; readonly times: number; readonly instead: string };

const UNUSED: readonly Unused[] = [
  // We give no `instrumentations` to the router.
  { file: "/react-router/dist/production/lib/router/router.js", where: "if (init.instrumentations)", times: 2, instead: "if (false)" },
  // No `<Link prefetch>`: it fetches ahead only in apps made with the router's own framework.
  {
    file: "/react-router/dist/production/lib/dom/lib.js",
    where: "return shouldPrefetch && !isAbsolute ?",
    times: 1,
    instead: "return false ?",
  },
  // Fragments are masked by their types (gql/fragment-masking.ts), not by the client: no `dataMasking`.
  { file: "/@apollo/client/core/QueryManager.js", where: "this.dataMasking ?", times: 2, instead: "false ?" },
  // Every operation is posted, and none is answered in parts (`@defer`, subscriptions).
  { file: "/@apollo/client/link/http/BaseHttpLink.js", where: 'if (options.method === "GET")', times: 1, instead: "if (false)" },
  {
    file: "/@apollo/client/link/http/BaseHttpLink.js",
    where: "if (ctype !== null && /^multipart\\/mixed/i.test(ctype))",
    times: 1,
    instead: "if (false)",
  },
];
