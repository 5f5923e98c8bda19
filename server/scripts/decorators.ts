import { readFileSync } from "node:fs";
import { enableCompileCache, registerHooks } from "node:module";
import { resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type TransformOptions, transformSync } from "oxc-transform";

/*
 * Imported before the server's code, this lets a process run it with its decorators, which Node alone does not. Loaders that run beside
 * Node ask another thread for each of some thousand modules; asked in the same one, and for our own files only, a start takes less than
 * half the time.
 */
const server = resolve(import.meta.dirname, "..");
const ours = pathToFileURL(resolve(server, "..") + sep).href;
const HELPERS = "@oxc-project/runtime/";
/** As the server's `tsconfig.json` says. */
const OPTIONS: TransformOptions = {
  lang: "ts",
  sourceType: "module",
  target: "es2024",
  decorator: { legacy: true, emitDecoratorMetadata: true },
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
  sourcemap: true,
};

enableCompileCache(resolve(server, "node_modules/.cache/compiled"));
process.setSourceMapsEnabled(true);

registerHooks({
  // The helpers are the server's, whichever package needs them.
  resolve: (specifier, context, next) =>
    next(specifier, specifier.startsWith(HELPERS) ? { ...context, parentURL: import.meta.url } : context),
  load: (url, context, next) => (isOurs(url) ? { format: "module", source: transformed(url), shortCircuit: true } : next(url, context)),
});

function isOurs(url: string): boolean {
  return url.startsWith(ours) && url.endsWith(".ts") && !url.slice(ours.length).includes("node_modules/");
}

function transformed(url: string): string {
  const path = fileURLToPath(url);
  const { code, map, errors } = transformSync(path, readFileSync(path, "utf8"), OPTIONS);
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}\n${errors[0].codeframe ?? ""}`);
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`;
}
