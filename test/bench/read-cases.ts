import pg from "pg";
import { deep, node, ranking } from "./documents.ts";
import { compare, type Result, type Target, type Way } from "./measure.ts";
import { ROUND } from "./national.ts";

/** The partner's ranking page, a deep list and one node: not kept (each request differs), kept, and bare. */
export async function readCases(target: Target): Promise<Result[]> {
  const client = new pg.Client(target.ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from jurisdiction where code = '101' or code = '1101' limit 1");
  await client.end();
  const id = rows[0]?.id ?? "";
  const results = [
    await compare(
      target,
      "ranking page (50 rows)",
      ways(target, ranking, { name: "ranking", values: [ROUND, "SECTOR"], expect: '"PROCESSING_RATE"' }),
    ),
    await compare(target, "deep list (25 rows)", ways(target, deep, { name: "deep", values: ["SECTOR"], expect: '"ancestors":[{' })),
    await compare(target, "one node", ways(target, { ...node, variables: { id } }, { name: "node", values: [id], expect: `"id":"${id}"` })),
  ];
  return results;
}

type Bare = { readonly name: string; readonly values: readonly unknown[]; readonly expect: string };

function ways({ app, bareUrl }: Target, document: { readonly query: string; readonly variables: object }, bare: Bare): Way[] {
  const post = { url: `${app.url}/partner/graphql`, method: "POST", headers: {}, expect: bare.expect } as const;
  const search = new URLSearchParams({ query: document.query, variables: JSON.stringify(document.variables) });
  const { expect } = bare;
  return [
    { way: "GraphQL", load: () => ({ ...post, body: JSON.stringify({ ...document, extensions: { once: "§" } }) }) },
    { way: "GraphQL, kept", load: () => ({ ...post, url: `${post.url}?${search}`, method: "GET", body: null }) },
    {
      way: "bare",
      load: () => ({ url: `${bareUrl}/${bare.name}`, method: "POST", headers: {}, body: JSON.stringify({ values: bare.values }), expect }),
    },
  ];
}
