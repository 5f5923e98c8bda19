import { LIMITS } from "@isonga/schema/limits";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Jurisdiction } from "./jurisdiction.type.ts";
import { type JurisdictionRow, jurisdictionColumns, jurisdictionOf } from "./jurisdiction-rows.ts";
import { likeText, SEARCH_TEXT, searchTerm } from "./search-text.ts";
import { errorsForgiven, typingErrors } from "./typing-errors.ts";

/** What is looked for, and where. */
export type PlaceSearch = {
  readonly text: string;
  readonly country?: string | null;
  readonly level?: string | null;
  /** Only in the subtree of this dotted path. */
  readonly below?: string | null;
  readonly first?: number | null;
};

/** Share of a name's letter triples that a misspelt word must have to be looked at closely. */
const LIKENESS = 0.3;
const CANDIDATES = 100;
const SHORTEST_PART = 3;
const LONGEST_MASKED = 6;
const MOST_WORDS = 6;

/**
 * Areas by code or by part of a name in any language: exact ones first, then names that begin with it, then names that hold it, larger areas before
 * smaller ones. Only when there is none: areas named together with one above them ("Remera Gasabo"), then names that are a few typing errors away, the nearest first. Refuses TOO_LONG and PAGE_TOO_LARGE.
 */
export async function searchPlaces(ctx: Context, search: PlaceSearch): Promise<readonly Jurisdiction[]> {
  const term = searchTerm(search.text);
  const first = search.first ?? LIMITS.pageSizeDefault;
  if (first < 0 || first > LIMITS.pageSize) throw new Refusal("PAGE_TOO_LARGE", { field: "first", values: { max: LIMITS.pageSize } });
  if (term.length > LIMITS.searchLength) throw new Refusal("TOO_LONG", { field: "text", values: { max: LIMITS.searchLength } });
  if (term === "" || first === 0) return [];
  const sure = await matching(ctx, holding(term), { ...search, first, term });
  if (sure.length > 0 || term.length < SHORTEST_PART) return sure;
  const combined = await namedWithAncestor(ctx, { ...search, first, term });
  if (combined.length > 0) return combined;
  const within = { ...search, first: CANDIDATES, term };
  const like = await resembling(ctx, within);
  const near = term.length <= LONGEST_MASKED ? await matching(ctx, oneLetterOff(term), within) : [];
  return nearest(term, [...new Map([...near, ...like].map((place) => [place.id, place])).values()]).slice(0, first);
}

/**
 * Areas of which each word is in a name of theirs or of an area above them, one at least in their own: those that are called by the first
 * word before the others, larger ones before smaller ones.
 */
async function namedWithAncestor(ctx: Context, { term, first, ...within }: Within): Promise<readonly Jurisdiction[]> {
  const words = term.split(/[\s,›]+/).filter((word) => word !== "");
  if (words.length < 2 || words.length > MOST_WORDS || words.some((word) => word.length < SHORTEST_PART)) return [];
  // What holds each word is found once, by the index; how these lie above each other is told by their paths alone.
  const hits = words.map(
    (word, at) => sql`${sql.ref(`hit${at}`)} as materialized (select j.id, j.path from jurisdiction j
    where ${SEARCH_TEXT} like ${`%${likeText(word)}%`})`,
  );
  const own = sql.join(
    words.map((_, at) => sql`select id from ${sql.ref(`hit${at}`)}`),
    sql` union `,
  );
  const each = words.map((_, at) => sql<boolean>`exists (select from ${sql.ref(`hit${at}`)} h where h.path @> j.path)`);
  const { rows } = await sql<JurisdictionRow>`with ${sql.join(hits)} select ${jurisdictionColumns()} from jurisdiction j
    where ${sql.join([sql<boolean>`j.id in (${own})`, ...each, ...limitsOf(within)], sql` and `)}
    order by lower(j.name) = ${words[0]} desc, lower(j.name) = any(${words}::text[]) desc, nlevel(j.path), j.name, j.id
    limit ${first}`.execute(ctx.db);
  return rows.map((row) => jurisdictionOf(row, ctx.language));
}

type Within = PlaceSearch & { readonly first: number; readonly term: string };

async function matching(ctx: Context, condition: RawBuilder<boolean>, within: Within): Promise<readonly Jurisdiction[]> {
  const { term, first } = within;
  const start = `${likeText(term)}%`;
  const limits = [condition, ...limitsOf(within)];
  const { rows } = await sql<JurisdictionRow>`select ${jurisdictionColumns()} from jurisdiction j where ${sql.join(limits, sql` and `)}
    order by lower(j.code) = ${term} desc, lower(j.name) = ${term} desc, lower(j.name) like ${start} desc,
      ${SEARCH_TEXT} like ${`%${likeText(term)}%`} desc, word_similarity(${term}, ${SEARCH_TEXT}) desc, nlevel(j.path), j.name, j.id
    limit ${first}`.execute(ctx.db);
  return rows.map((row) => jurisdictionOf(row, ctx.language));
}

/** In which country, of which level and below which area, where that was asked for. */
function limitsOf({ country, level, below }: Pick<PlaceSearch, "country" | "level" | "below">): readonly RawBuilder<boolean>[] {
  return [
    ...(country ? [sql<boolean>`j.country = ${country}`] : []),
    ...(level ? [sql<boolean>`j.level = ${level}`] : []),
    ...(below ? [sql<boolean>`j.path <@ ${below}::text::ltree`] : []),
  ];
}

function holding(term: string): RawBuilder<boolean> {
  const byCode = sql`j.code like ${`${likeText(term.toUpperCase())}%`}`;
  if (term.length < SHORTEST_PART) return sql<boolean>`(${byCode} or lower(j.name) like ${`${likeText(term)}%`})`;
  return sql<boolean>`(${byCode} or ${SEARCH_TEXT} like ${`%${likeText(term)}%`})`;
}

/** The likeness that counts is a setting of the transaction, and the index goes by it. */
function resembling(ctx: Context, within: Within): Promise<readonly Jurisdiction[]> {
  return ctx.em.transactional(async () => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS)}, true)`.execute(ctx.db);
    return matching(ctx, sql<boolean>`${within.term} <% ${SEARCH_TEXT}`, within);
  });
}

function nearest(term: string, places: readonly Jurisdiction[]): readonly Jurisdiction[] {
  const errors = (place: Jurisdiction) =>
    Math.min(...[place.officialName, ...Object.values(place.names)].map((name) => typingErrors(term, name ?? "")));
  return places
    .map((place) => ({ place, errors: errors(place) }))
    .filter((candidate) => candidate.errors <= errorsForgiven(term))
    .toSorted((a, b) => a.errors - b.errors)
    .map(({ place }) => place);
}

/** Short words share too few triples with their misspellings: names that begin with the word but for one letter, or with two of it swapped. */
function oneLetterOff(term: string): RawBuilder<boolean> {
  const letters = [...term];
  const masked = letters.map((_, at) => letters.map((letter, i) => (i === at ? "_" : likeText(letter))).join(""));
  const swapped = letters
    .slice(1)
    .map((_, at) => likeText([...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join("")));
  const patterns = [...masked, ...swapped].map((pattern) => `${pattern}%`);
  return sql<boolean>`lower(j.name) like any(${patterns}::text[])`;
}
