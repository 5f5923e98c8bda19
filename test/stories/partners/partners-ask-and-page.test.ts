import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPartnerWorld, get, getQuery, type PartnerWorld, ROUND, until } from "./partners.helper.ts";

type Page = {
  readonly nodes: { code: string }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
};

let partner: PartnerWorld;
const ask = <T>(query: string, variables: object = {}) => partner.world.visitor.ask<T>(query, variables, "/partner/graphql");
const data = <T>(query: string, variables: object = {}) => partner.world.visitor.data<T>(query, variables, "/partner/graphql");
const refusal = (query: string, variables: object = {}) => partner.world.visitor.refusal(query, variables, "/partner/graphql");
const districts = async (args: string) =>
  (
    await data<{ jurisdictions: Page }>(
      `{ jurisdictions(country: "RW", level: "DISTRICT", ${args}) { nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    )
  ).jurisdictions;
const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");

beforeAll(async () => {
  partner = await createPartnerWorld();
  await partner.publish();
  await until(
    () => data<{ result: object | null }>(`{ result(round: "${ROUND}", code: "13") { id } }`),
    ({ result }) => result !== null,
  );
});
afterAll(() => partner?.stop());

describe("what is refused", () => {
  test("a page of more than a hundred, a negative one, and cursors that were made up or come from another list", async () => {
    expect(await refusal(`{ jurisdictions(country: "RW", first: 101) { nodes { id } } }`)).toBe("PAGE_TOO_LARGE");
    expect(await refusal(`{ jurisdictions(country: "RW", last: 1000) { nodes { id } } }`)).toBe("PAGE_TOO_LARGE");
    expect(await refusal(`{ jurisdictions(country: "RW", first: -1) { nodes { id } } }`)).toBe("PAGE_TOO_LARGE");
    const lists = [
      'jurisdictions(country: "RW", AFTER) { nodes { id } }',
      'services(country: "RW", AFTER) { nodes { id } }',
      "programmes(AFTER) { nodes { id } }",
      "rounds(AFTER) { nodes { id } }",
      `round(code: "${ROUND}") { publications(AFTER) { nodes { id } } }`,
      `round(code: "${ROUND}") { publication { results(level: "SECTOR", AFTER) { nodes { id } } } }`,
      'jurisdiction(country: "RW", code: "1") { children(AFTER) { nodes { id } } }',
      'jurisdiction(country: "RW", code: "1") { results(AFTER) { nodes { id } } }',
      'programme(code: "service-awards") { rounds(AFTER) { nodes { id } } }',
    ];
    const made = ["nonsense", "e30", cursor(), cursor(1, 2, 3), cursor({ a: 1 }), cursor("not", "an id"), cursor("\u0000")];
    for (const list of lists)
      for (const bad of made) {
        const answer = await ask(`{ ${list.replace("AFTER", `after: "${bad}"`)} }`);
        const code = answer.errors?.[0]?.extensions.code;
        expect([list, bad, code]).toEqual([list, bad, "INVALID_CURSOR"]);
      }
    expect(await refusal(`{ rounds(last: 2, before: "x") { nodes { id } } }`)).toBe("INVALID_CURSOR");
  });

  test("ids that are none, text that nothing can hold, an area without a code", async () => {
    expect(await refusal(`{ node(id: "1") { id } }`)).toBe("INVALID_VALUE");
    expect(await refusal(`{ jurisdiction(id: "1; drop table round") { id } }`)).toBe("INVALID_VALUE");
    expect(await refusal(`{ jurisdiction(country: "RW") { id } }`)).toBe("REQUIRED");
    expect(await refusal("query ($code: String!) { round(code: $code) { id } }", { code: "\u0000" })).toBe("INVALID_VALUE");
    expect(await data(`{ round(code: "' or true --") { id } service(country: "RW", code: "none") { id } }`)).toEqual({
      round: null,
      service: null,
    });
  });

  test("variables of the wrong type, unknown fields and broken documents, each told as the asker's mistake", async () => {
    const ranking = `query ($first: Int) { rounds(first: $first) { nodes { id } } }`;
    expect(await refusal(ranking, { first: "many" })).toBe("BAD_USER_INPUT");
    expect(await refusal("query ($code: String!) { round(code: $code) { id } }")).toBe("BAD_USER_INPUT");
    expect(await refusal("{ rounds { nodes { secret } } }")).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await refusal("{ rounds {")).toBe("GRAPHQL_PARSE_FAILED");
    expect(await refusal("mutation { publishRound { id } }")).toBe("GRAPHQL_VALIDATION_FAILED");
    expect((await getQuery(partner.world, "{ rounds {")).status).toBe(400);
  });

  test("what nests too deep, multiplies too far or repeats itself too often", async () => {
    const deep = `{ jurisdiction(country: "RW", code: "RW") ${"{ children(first: 1) { nodes ".repeat(7)}{ id }${" } }".repeat(7)} }`;
    expect(await refusal(deep)).toBe("GRAPHQL_VALIDATION_FAILED");
    const wide = (first: string) =>
      `query ${first === "$n" ? "($n: Int)" : ""} { rounds(first: ${first}) { nodes { publications(first: ${first}) { nodes { results(level: "SECTOR", first: ${first}) { nodes { id } } } } } } }`;
    expect(await refusal(wide("100"))).toBe("QUERY_TOO_COMPLEX");
    expect(await refusal(wide("$n"), { n: 100 })).toBe("QUERY_TOO_COMPLEX");
    expect(await refusal(wide("$n"), { n: 10 })).toBeNull();
    const aliases = Array.from(
      { length: 60 },
      (_, index) => `a${index}: jurisdictions(country: "RW", first: 100) { nodes { ancestors { id } } }`,
    );
    expect(await refusal(`{ ${aliases.join(" ")} }`)).toBe("QUERY_TOO_COMPLEX");
    expect(await refusal(`{ ${Array.from({ length: 700 }, (_, index) => `a${index}: __typename`).join(" ")} }`)).toBe(
      "GRAPHQL_PARSE_FAILED",
    );
    const loop = 'query { round(code: "x") { ...A } } fragment A on Round { programme { rounds { nodes { ...A } } } }';
    expect(await refusal(loop)).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("a body that is too large or no JSON", async () => {
    const post = (body: string) =>
      fetch(new URL("/partner/graphql", partner.world.url), { method: "POST", headers: { "content-type": "application/json" }, body });
    expect((await post(JSON.stringify({ query: `{ rounds { nodes { id } } } #${"x".repeat(120_000)}` }))).status).toBe(413);
    expect((await post("{")).status).toBe(400);
    expect((await post("[]")).status).toBe(400);
    expect((await get(partner.world, "/partner/graphql")).status).toBe(400);
    expect((await fetch(new URL("/partner/graphql", partner.world.url), { method: "DELETE" })).status).toBe(405);
  });
});

describe("a page", () => {
  test("goes forth and back by its cursors, and says where it stands", async () => {
    const all = await districts("first: 100");
    expect(all.nodes).toHaveLength(30);
    const codes = all.nodes.map(({ code }) => code);
    const one = await districts("first: 12");
    expect(one.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const two = await districts(`first: 12, after: "${one.pageInfo.endCursor}"`);
    const three = await districts(`first: 12, after: "${two.pageInfo.endCursor}"`);
    expect(three.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect([one, two, three].flatMap(({ nodes }) => nodes.map(({ code }) => code))).toEqual(codes);
    const back = await districts(`last: 12, before: "${three.pageInfo.startCursor}"`);
    expect(back.nodes).toEqual(two.nodes);
    expect((await districts("last: 5")).nodes.map(({ code }) => code)).toEqual(codes.slice(-5));
    expect((await districts("first: 0")).nodes).toEqual([]);
  });

  test("goes on where it was while rows are added before it", async () => {
    const first = await districts("first: 10");
    await partner.owner.query(
      `insert into jurisdiction (id, country, level, code, name, parent_id, path) select gen_random_uuid(), 'RW', 'DISTRICT', '19', 'Aaa', id, 'RW.1.19' from jurisdiction where code = '1'`,
    );
    await until(
      async () => (await districts("first: 1")).nodes[0]?.code,
      (code) => code === "19",
    );
    const second = await districts(`first: 100, after: "${first.pageInfo.endCursor}"`);
    expect(second.nodes).toHaveLength(20);
    expect(second.nodes.map(({ code }) => code)).not.toContain(first.nodes.at(-1)?.code);
    await partner.owner.query("delete from jurisdiction where code = '19'");
    await until(
      async () => (await districts("first: 1")).nodes[0]?.code,
      (code) => code !== "19",
    );
  });

  test("of a ranking holds the best first and those not eligible at the end, with every row once", async () => {
    const query = `query ($after: String) { round(code: "${ROUND}") { publication { results(level: "SECTOR", first: 100, after: $after) {
      nodes { rank subject { code } ineligible } pageInfo { hasNextPage endCursor } } } } }`;
    const rows: { rank: number | null; subject: { code: string }; ineligible: { code: string }[] }[] = [];
    for (let after: string | null = null; ; ) {
      const answer: { round: { publication: { results: { nodes: typeof rows; pageInfo: { hasNextPage: boolean; endCursor: string } } } } } =
        await data(query, { after });
      const { nodes, pageInfo } = answer.round.publication.results;
      rows.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(new Set(rows.map(({ subject }) => subject.code)).size).toBe(416);
    const ranks = rows.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    for (const { rank, ineligible } of rows) expect(ineligible.length > 0).toBe(rank === null);
  });
});

describe("things", () => {
  test("are found by code, by a code of another system, and again by id", async () => {
    await partner.owner.query(
      "insert into jurisdiction_code (id, jurisdiction_id, system, code) values (gen_random_uuid(), $1, 'iso', 'RW-01')",
      [partner.rwanda.area("1")],
    );
    const query = `{ a: jurisdiction(country: "RW", code: "1") { id name codes { system code } } b: jurisdiction(country: "RW", code: "RW-01", codeSystem: "iso") { id }
      c: jurisdiction(country: "RW", code: "1", codeSystem: "nisr") { id } d: jurisdiction(country: "RW", code: "1", codeSystem: "iso") { id } }`;
    const { a, b, c, d } = await data<Record<"a" | "b" | "c" | "d", { id: string; codes: object[] } | null>>(query);
    expect([b?.id, c?.id, d]).toEqual([a?.id, a?.id, null]);
    expect(a?.codes).toEqual([{ system: "iso", code: "RW-01" }]);
    const found = await data<
      Record<string, { id: string }>
    >(`{ round(code: "${ROUND}") { id programme { id } publication { id } } service(country: "RW", code: "guardianship") { id }
      result(round: "${ROUND}", code: "13") { id jurisdiction { id } } }`);
    const ids = [...JSON.stringify(found).matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)].map(([id]) => id);
    expect(ids).toHaveLength(6);
    const kinds = await Promise.all(
      ids.map((id) => data<{ node: { __typename: string; id: string } }>("query ($id: ID!) { node(id: $id) { __typename id } }", { id })),
    );
    expect(kinds.map(({ node }) => [node.__typename, node.id])).toEqual(
      ["Round", "Programme", "Publication", "Service", "Result", "Jurisdiction"].map((kind, index) => [kind, ids[index]]),
    );
  });

  test("are named in the language that is asked for", async () => {
    await partner.owner.query(
      `update service set names = '{"en": "Guardianship", "rw": "Ubwishingire", "id": "Perwalian"}' where code = 'guardianship'`,
    );
    const query = `{ service(country: "RW", code: "guardianship") { name } }`;
    const name = (language: string) =>
      partner.world.visitor
        .speaking(language)
        .data<{ service: { name: string } }>(query, {}, "/partner/graphql")
        .then(({ service }) => service.name);
    await until(
      () => name("en"),
      (found) => found === "Guardianship",
    );
    expect(await Promise.all(["rw", "id-ID,id;q=0.9", "fr;q=0.9, rw;q=0.8", "en-GB", "de"].map(name))).toEqual([
      "Ubwishingire",
      "Perwalian",
      "Ubwishingire",
      "Guardianship",
      "Guardianship",
    ]);
  });

  test("answer alias, fragment, @include and @skip alike", async () => {
    const query = `query ($metrics: Boolean!) { round(code: "${ROUND}") { publication { a: results(level: "DISTRICT", first: 1) { edges { cursor node { ...Row } } }
      b: results(level: "PROVINCE", first: 1) { nodes { rank prizes @skip(if: $metrics) { prize } ... on Result { note { en } } } } } } }
      fragment Row on Result { rank metrics @include(if: $metrics) { metric } subject { name } }`;
    const [yes, no] = [
      await data<Record<string, object>>(query, { metrics: true }),
      await data<Record<string, object>>(query, { metrics: false }),
    ];
    expect(yes).toMatchObject({
      round: {
        publication: { a: { edges: [{ node: { rank: 1, metrics: [{}, {}, {}], subject: {} } }] }, b: { nodes: [{ rank: 1, note: null }] } },
      },
    });
    expect(JSON.stringify(yes)).not.toContain("prize");
    expect(JSON.stringify(no)).not.toContain("metric");
    expect(no).toMatchObject({ round: { publication: { b: { nodes: [{ prizes: [{ prize: "best-provinces" }] }] } } } });
  });
});
