import { existsSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { negotiateLanguage } from "@isonga/schema/languages";
import express, { type RequestHandler, Router } from "express";

const dist = resolve(import.meta.dirname, "../../../web/dist");
const YEAR = 365 * 24 * 60 * 60 * 1000;

/** The browser's app: hashed assets for a year, its one page for every path under `/app`. */
export function webAppRoutes(): Router {
  const router = Router();
  const assets = join(dist, "assets");
  router.use("/assets", compressedAssets(assets), express.static(assets, { immutable: true, maxAge: YEAR, fallthrough: false }));
  router.use(express.static(dist, { index: false, setHeaders: (response) => response.setHeader("cache-control", "no-cache") }));
  router.get(["/app", "/app/*path", "/:language/app", "/:language/app/*path"], (_request, response) => {
    if (!existsSync(join(dist, "index.html"))) return void response.status(503).type("text").send("The web app has not been built.");
    response.sendFile(join(dist, "index.html"), { cacheControl: false, headers: { "cache-control": "no-cache" } });
  });
  router.get("/", (request, response) => {
    response.vary("accept-language").redirect(302, `/${negotiateLanguage(request.headers["accept-language"])}`);
  });
  return router;
}

/** The Brotli file that the build put beside an asset, to browsers that take it: smaller than anything made while they wait. */
function compressedAssets(folder: string): RequestHandler {
  const send = express.static(folder, {
    immutable: true,
    maxAge: YEAR,
    setHeaders: (response, path) => {
      response.set({
        "content-encoding": "br",
        "content-type": TYPES[extname(path.slice(0, -".br".length))] ?? "application/octet-stream",
      });
    },
  });
  return (request, response, next) => {
    response.vary("accept-encoding");
    if (request.acceptsEncodings("br") !== "br") return next();
    const { url } = request;
    request.url = `${request.path}.br`;
    send(request, response, (error?: unknown) => {
      request.url = url;
      next(error);
    });
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};
