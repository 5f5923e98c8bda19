import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { Language } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import {
  PublicHomeDocument,
  PublicObjectionsDocument,
  PublicPlaceDocument,
  PublicRankingDocument,
  PublicResultsDocument,
} from "./gql/graphql.ts";
import { HomePage } from "./home/home-page.tsx";
import { MissingPage } from "./missing-page.tsx";
import { ObjectionPage, type PostedObjection } from "./objections/objection-page.tsx";
import { PlacePage } from "./place/place-page.tsx";
import { CeremonyPage } from "./results/ceremony-page.tsx";
import { hasPodium, PodiumPicture } from "./results/podium-picture.tsx";
import { ResultsPage } from "./results/results-page.tsx";
import { type Words, wordsOf } from "./words.ts";

/** Asks the partner schema, in the page's language. */
export type Ask = <Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) => Promise<Data>;

export type PageRequest = {
  readonly language: Language;
  /** Path below the language, beginning with a slash, or empty. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly origin: string;
  readonly ask: Ask;
  /** A form that was sent and refused, to be shown again as it was typed. */
  readonly posted?: PostedObjection | null;
};

/** A page as HTML, or a picture as SVG for the server to draw. */
export type RenderedPage = { readonly status: number; readonly html: string } | { readonly status: 200; readonly svg: string };

const PAGE_SIZE = 100;

/** Renders a public page to whole HTML; an unknown path gives a page that says so, with status 404. */
export async function renderPage(request: PageRequest): Promise<RenderedPage> {
  const words = wordsOf(request.language);
  const picture = await podiumPicture(request, words);
  if (picture) return { status: 200, svg: renderToStaticMarkup(picture) };
  const page = await pageOf(request, words);
  const found = page ?? <MissingPage words={words} origin={request.origin} path={request.path} />;
  return { status: page ? 200 : 404, html: `<!doctype html>${renderToStaticMarkup(found)}` };
}

async function pageOf(request: PageRequest, words: Words): Promise<ReactElement | null> {
  const [kind, ...rest] = request.path.split("/").filter(Boolean).map(decodeURIComponent);
  if (kind === undefined) return homePage(request, words);
  if (kind === "areas" && rest.length === 2) return placePage(request, words);
  if (kind === "objections" && rest[0] !== undefined && rest.length === 1) return objectionPage(request, words, rest[0]);
  if (kind !== "rounds" || rest[0] === undefined) return null;
  if (rest.length === 1) return resultsPage(request, words, { round: rest[0], number: null });
  if (rest[1] === "ceremony" && rest.length === 2) return ceremonyPage(request, words, rest[0]);
  const number = rest[1] === "publications" && rest.length === 3 && /^\d{1,6}$/.test(rest[2] ?? "") ? Number(rest[2]) : null;
  return number === null ? null : resultsPage(request, words, { round: rest[0], number });
}

/** `/rounds/x/podium.png`, and that of a publication with its number: the picture that a shared page of results is shown with. */
async function podiumPicture({ ask, path }: PageRequest, words: Words): Promise<ReactElement | null> {
  const match = /^\/rounds\/([^/]+)(?:\/publications\/(\d{1,6}))?\/podium\.png$/.exec(path);
  if (!match) return null;
  const number = match[2] === undefined ? null : Number(match[2]);
  const { round } = await ask(PublicResultsDocument, { round: decodeURIComponent(match[1] ?? ""), number });
  return round && hasPodium(round) ? <PodiumPicture words={words} round={round} /> : null;
}

async function homePage({ ask, origin }: PageRequest, words: Words): Promise<ReactElement> {
  const { programmes } = await ask(PublicHomeDocument, {});
  return <HomePage words={words} origin={origin} programmes={programmes.nodes} />;
}

async function placePage({ ask, origin, path }: PageRequest, words: Words): Promise<ReactElement | null> {
  const [, country = "", code = ""] = path.split("/").filter(Boolean).map(decodeURIComponent);
  const { jurisdiction } = await ask(PublicPlaceDocument, { country, code });
  return jurisdiction ? <PlacePage words={words} origin={origin} place={jurisdiction} path={path} /> : null;
}

async function resultsPage(
  { ask, origin, path, query }: PageRequest,
  words: Words,
  { round: code, number }: { readonly round: string; readonly number: number | null },
): Promise<ReactElement | null> {
  const { round } = await ask(PublicResultsDocument, { round: code, number });
  if (!round || (number !== null && !round.publication)) return null;
  const levels = round.publication?.levels.map(({ level }) => level) ?? [];
  const level = levels.find((candidate) => candidate === query.get("level")) ?? levels[0];
  const after = query.get("after");
  const page = level
    ? (await ask(PublicRankingDocument, { round: code, number, level, first: PAGE_SIZE, after })).round?.publication?.results
    : null;
  const shown = query.size > 0 ? `?${query}` : "";
  const ranking = level && page ? { level, page } : null;
  return <ResultsPage words={words} origin={origin} round={round} ranking={ranking} path={path} query={shown} fromTop={after === null} />;
}

async function objectionPage(
  { ask, origin, path, query, posted = null }: PageRequest,
  words: Words,
  code: string,
): Promise<ReactElement | null> {
  const { round } = await ask(PublicObjectionsDocument, { round: code });
  const asked = round?.stages.some(({ kind }) => kind === "OBJECTION");
  if (!round || !asked) return null;
  return <ObjectionPage words={words} origin={origin} round={round} path={path} posted={posted} isMade={query.has("made")} />;
}

async function ceremonyPage({ ask, origin, path, query }: PageRequest, words: Words, code: string): Promise<ReactElement | null> {
  const { round } = await ask(PublicResultsDocument, { round: code, number: null });
  const step = Math.max(1, Math.min(999, Math.trunc(Number(query.get("step")) || 1)));
  return round?.publication ? <CeremonyPage words={words} origin={origin} round={round} path={path} step={step} /> : null;
}
