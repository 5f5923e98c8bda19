import type { RunningApp } from "@isonga/server/app";
import { searchPlaces } from "@isonga/server/places/search-places";
import pg from "pg";
import { type AreaName, makeNames } from "./two-nations-of-names.ts";

/** Milliseconds of one way of searching: of the middle search and of one in twenty that are slower. */
export type SearchSample = { readonly what: string; readonly middle: number; readonly slow: number };
export type SearchResult = { readonly areas: number; readonly samples: readonly SearchSample[] };

const SEARCHES = 40;

/** The search of places over two countries at once, by names as they are and with typing errors; each must find something. */
export async function searchCase({ app, ownerUrl }: { readonly app: RunningApp; readonly ownerUrl: string }): Promise<SearchResult> {
  const names = makeNames();
  await insertAreas(ownerUrl, names);
  const deep = names.filter(({ position }) => position > 1);
  const meant = Array.from({ length: SEARCHES }, (_, at) => deep[Math.floor((at * deep.length) / SEARCHES)]).filter(
    (name) => name !== undefined,
  );
  const long = meant.filter(({ name }) => name.length > 6);
  const samples: SearchSample[] = [];
  for (const [what, of, typed] of [
    ["a name as it is", meant, (name: string) => name],
    ["a part of a name", long, (name: string) => name.slice(1, -1)],
    ["two letters swapped", long, swapped],
    ["a letter mistaken", long, mistaken],
    ["a letter left out", long, (name: string) => name.slice(0, 3) + name.slice(4)],
  ] as const)
    samples.push({ what, ...(await timed(app, of, typed)) });
  return { areas: names.length, samples };
}

async function timed(
  app: RunningApp,
  areas: readonly AreaName[],
  typed: (name: string) => string,
): Promise<{ readonly middle: number; readonly slow: number }> {
  const times: number[] = [];
  for (const { name } of areas) {
    const ctx = app.operatorContext("bench");
    const start = performance.now();
    const found = await searchPlaces(ctx, { text: typed(name), first: 10 });
    times.push(performance.now() - start);
    if (found.length === 0) throw new Error(`${typed(name)} finds nothing, where ${name} is meant`);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { middle: at(0.5), slow: at(0.95) };
}

function swapped(name: string): string {
  return name.slice(0, 3) + name.charAt(4) + name.charAt(3) + name.slice(5);
}

function mistaken(name: string): string {
  return `${name.slice(0, 4)}${name.charAt(4) === "o" ? "e" : "o"}${name.slice(5)}`;
}

async function insertAreas(ownerUrl: string, names: readonly AreaName[]): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query(
    `insert into area_level (country, code, position, names, key_system)
     select country, code, ord - 1, jsonb_build_object('en', code, 'rw', code, 'id', code), 'bench'
     from unnest(array['XA', 'XB']) country, unnest(array['COUNTRY', 'FIRST', 'SECOND', 'THIRD']) with ordinality l (code, ord)`,
  );
  await client.query(
    `with a as (select gen_random_uuid() as id, * from jsonb_to_recordset($1)
       as a (country text, position int, code text, name text, parent text, path text))
     insert into jurisdiction (id, country, level, code, name, names, parent_id, path)
     select a.id, a.country, (array['COUNTRY', 'FIRST', 'SECOND', 'THIRD'])[a.position + 1], a.code, a.name,
       jsonb_build_object('rw', a.name, 'id', a.name), p.id, a.path::ltree
     from a left join a p on p.code = a.parent order by a.position`,
    [JSON.stringify(names)],
  );
  await client.query("vacuum analyze jurisdiction");
  await client.end();
}
