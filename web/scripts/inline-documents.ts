import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

/**
 * Puts each generated document where `graphql(…)` names it. Without this, every page would carry the documents of all pages, since the
 * generated map of them cannot be split. A document that has not been generated yet stops the build.
 */
export function inlineDocuments(): Plugin {
  const generated = resolve(import.meta.dirname, "../src/gql/graphql.ts");
  let documents: Readonly<Record<string, unknown>> = {};
  return {
    name: "isonga-inline-documents",
    apply: "build",
    enforce: "pre",
    async buildStart() {
      const module: unknown = await import(`${pathToFileURL(generated).href}?at=${Date.now()}`);
      documents = typeof module === "object" && module !== null ? { ...module } : {};
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || /\/src\/(gql|public)\//.test(id) || !CALL.test(code)) return null;
      CALL.lastIndex = 0;
      return { code: code.replace(CALL, (_call, source: string) => inline(source, documents)), map: null };
    },
  };
}

const CALL = /\bgraphql\(\s*(?:\/\*.*?\*\/\s*)?`([^`]*)`,?\s*\)/g;

function inline(source: string, documents: Readonly<Record<string, unknown>>): string {
  const [, kind, name] = /\b(query|mutation|subscription|fragment)\s+(\w+)/.exec(source) ?? [];
  if (kind === undefined || name === undefined) throw new Error(`A document without a name: ${source}`);
  const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
  const candidates = [name, capitalised, name.replace(/(^|_)(\w)/g, (_, bar: string, letter: string) => bar + letter.toUpperCase())];
  const suffix = kind === "fragment" ? "FragmentDoc" : "Document";
  const found = candidates.map((candidate) => documents[candidate + suffix]).find((document) => document !== undefined);
  if (found === undefined) throw new Error(`No generated document for ${kind} ${name}: run the codegen script of web first`);
  return `(${JSON.stringify(found)})`;
}
