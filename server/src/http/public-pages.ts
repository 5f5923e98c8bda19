import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isLanguage, type Language } from "@isonga/schema/languages";
import { type Request, type RequestHandler, Router } from "express";
import { type DocumentNode, execute, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Context } from "../kernel/context.ts";
import { refusalsOf } from "../kernel/refusal.ts";
import { answerCache } from "../partners/answer-cache.ts";
import type { PublicEpoch } from "../partners/public-epoch.ts";

const bundle = resolve(import.meta.dirname, "../../../web/dist/ssr/entry-server.js");

type RenderPage = (request: {
  readonly language: Language;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly origin: string;
  readonly ask: (document: DocumentNode, variables: Record<string, unknown>) => Promise<unknown>;
}) => Promise<{ readonly status: number; readonly html: string }>;

export type PublicPagesOptions = {
  readonly schema: GraphQLSchema;
  readonly context: (request: Request, language: Language) => Promise<Context>;
  readonly epoch: PublicEpoch;
  readonly origin: string;
  readonly log: Logger;
};

/**
 * The pages that everybody may read, rendered here from the partner schema by the web's own components: whole HTML without script. What
 * stays the same is kept and sent at once.
 */
export function publicPages(options: PublicPagesOptions): Router {
  const router = Router();
  let renderer: Promise<RenderPage> | undefined;
  const render: RequestHandler = async (request, response, next) => {
    const { language } = request.params;
    if (!isLanguage(language)) return next();
    if (!existsSync(bundle)) return void response.status(503).type("text").send("The public pages have not been built.");
    renderer ??= import(pathToFileURL(bundle).href).then((module: { renderPage: RenderPage }) => module.renderPage);
    const page = await renderOrNothing(await renderer, request, { ...options, language });
    response.status(page.status).set("cache-control", "no-cache").type("html").send(page.html);
  };
  const kept = answerCache({ epoch: options.epoch, keyOf: (request) => (request.method === "GET" ? `page ${request.originalUrl}` : null) });
  router.get(["/:language", "/:language/rounds/*path", "/:language/areas/*path"], kept, render);
  router.get("/:language/*path", render);
  return router;
}

async function renderOrNothing(
  renderPage: RenderPage,
  request: Request,
  { schema, context, language, origin }: PublicPagesOptions & { readonly language: Language },
): Promise<{ readonly status: number; readonly html: string }> {
  const url = new URL(request.originalUrl, origin);
  const ctx = await context(request, language);
  const base = { language, path: url.pathname.slice(3), query: url.searchParams, origin };
  try {
    return await renderPage({ ...base, ask: (document, variables) => ask(schema, ctx, { document, variables }) });
  } catch (error) {
    if (!refusalsOf(error) && !(error instanceof URIError)) throw error;
    return renderPage({ ...base, path: "/nothing", ask: () => Promise.resolve(null) });
  }
}

type Question = { readonly document: DocumentNode; readonly variables: Record<string, unknown> };

async function ask(schema: GraphQLSchema, ctx: Context, { document, variables }: Question): Promise<unknown> {
  const { data, errors } = await execute({ schema, document, contextValue: ctx, variableValues: variables });
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  return data;
}
