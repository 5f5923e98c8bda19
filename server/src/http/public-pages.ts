import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isLanguage, type Language } from "@isonga/schema/languages";
import { type Request, type RequestHandler, Router, urlencoded } from "express";
import { type DocumentNode, execute, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Context } from "../kernel/context.ts";
import { type Refusal, refusalsOf } from "../kernel/refusal.ts";
import { answerCache } from "../partners/answer-cache.ts";
import type { PublicEpoch } from "../partners/public-epoch.ts";
import { rasterise } from "../results/podium/rasterise.ts";

const bundle = resolve(import.meta.dirname, "../../../web/dist/ssr/entry-server.js");

type RenderPage = (request: {
  readonly language: Language;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly origin: string;
  readonly ask: (document: DocumentNode, variables: Record<string, unknown>) => Promise<unknown>;
  readonly posted?: PostedForm | null;
}) => Promise<Rendered>;

/** A form that was sent and refused: the page shows it again with what was typed. */
type PostedForm = { readonly values: Readonly<Record<string, string>>; readonly refusals: readonly Refusal[] };

/** HTML, or an SVG to be sent as a picture. */
type Rendered = { readonly status: number; readonly html: string } | { readonly status: 200; readonly svg: string };

export type PublicPagesOptions = {
  readonly schema: GraphQLSchema;
  readonly context: (request: Request, language: Language) => Promise<Context>;
  readonly epoch: PublicEpoch;
  readonly origin: string;
  readonly log: Logger;
  /** Takes an objection of the public; refuses as the verb does. */
  readonly object: (ctx: Context, form: Readonly<Record<string, string>>, request: Request) => Promise<void>;
};

/**
 * The pages that everybody may read, rendered here from the partner schema by the web's own components: whole HTML without script. What
 * stays the same is kept and sent at once. The picture of a podium comes the same way, and so is no more public than the page it belongs to.
 */
export function publicPages(options: PublicPagesOptions): Router {
  const router = Router();
  let renderer: Promise<RenderPage> | undefined;
  const posted = new WeakMap<Request, PostedForm>();
  const render: RequestHandler = async (request, response, next) => {
    const { language } = request.params;
    if (!isLanguage(language)) return next();
    if (!existsSync(bundle)) return void response.status(503).type("text").send("The public pages have not been built.");
    renderer ??= import(pathToFileURL(bundle).href).then((module: { renderPage: RenderPage }) => module.renderPage);
    const page = await renderOrNothing(await renderer, request, { ...options, language, posted: posted.get(request) ?? null });
    response.status(posted.has(request) && page.status === 200 ? 422 : page.status).set("cache-control", "no-cache");
    if ("svg" in page) response.type("png").send(await rasterise(page.svg));
    else response.type("html").send(page.html);
  };
  const kept = answerCache({ epoch: options.epoch, keyOf: (request) => (request.method === "GET" ? `page ${request.originalUrl}` : null) });
  router.get(["/:language", "/:language/rounds/*path", "/:language/areas/*path"], kept, render);
  router.post("/:language/objections/:round", urlencoded({ extended: false, limit: "20kb" }), async (request, response, next) => {
    const { language, round } = request.params;
    if (!isLanguage(language) || round === undefined) return next();
    const ctx = await options.context(request, language);
    const values = formOf(request.body, round);
    try {
      await options.object(ctx, values, request);
      response.redirect(303, `/${language}/objections/${encodeURIComponent(round)}?made=1`);
    } catch (error) {
      const refusals = refusalsOf(error);
      if (!refusals) throw error;
      posted.set(request, { values, refusals });
      return render(request, response, next);
    }
  });
  router.get("/:language/*path", render);
  return router;
}

/** The fields of a form as text; what is no text is left out. */
function formOf(body: unknown, round: string): Readonly<Record<string, string>> {
  const fields = Object.entries(typeof body === "object" && body !== null ? body : {});
  return { ...Object.fromEntries(fields.filter(([, value]) => typeof value === "string")), round };
}

async function renderOrNothing(
  renderPage: RenderPage,
  request: Request,
  { schema, context, language, origin, posted }: PublicPagesOptions & { readonly language: Language; readonly posted: PostedForm | null },
): Promise<Rendered> {
  const url = new URL(request.originalUrl, origin);
  const ctx = await context(request, language);
  const base = { language, path: url.pathname.slice(3), query: url.searchParams, origin, posted };
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
