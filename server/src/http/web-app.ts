import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { negotiateLanguage } from "@isonga/schema/languages";
import express, { Router } from "express";

const dist = resolve(import.meta.dirname, "../../../web/dist");
const YEAR = 365 * 24 * 60 * 60 * 1000;

/** The browser's app: hashed assets for a year, its one page for every path under `/app`. */
export function webAppRoutes(): Router {
  const router = Router();
  router.use("/assets", express.static(join(dist, "assets"), { immutable: true, maxAge: YEAR, fallthrough: false }));
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
