import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPartnerWorld, get, getQuery, type PartnerWorld, ROUND, until } from "./partners.helper.ts";

let partner: PartnerWorld;
const ask = <T>(query: string, variables: object = {}) => partner.world.visitor.ask<T>(query, variables, "/partner/graphql");
const data = <T>(query: string, variables: object = {}) => partner.world.visitor.data<T>(query, variables, "/partner/graphql");

const STATE = `{ round(code: "${ROUND}") { state publication { number corrects correctedBy reason } first: publication(number: 1) { number }
  publications { nodes { number correctedBy } } } result(round: "${ROUND}", code: "13") { rank score }
  jurisdiction(country: "RW", code: "13") { results { nodes { rank } } } }`;
const NOTHING = {
  round: { state: "DECIDING", publication: null, first: null, publications: { nodes: [] } },
  result: null,
  jurisdiction: { results: { nodes: [] } },
};
const EMBARGO = new Date("2022-11-25T08:00:00Z");

beforeAll(async () => {
  partner = await createPartnerWorld();
});
afterAll(() => partner?.stop());

describe("what partners never see", () => {
  test("there is no word for reports, standings, decisions, people or imports in their schema", async () => {
    const { __schema } = await data<{ __schema: { types: { name: string; fields: { name: string }[] | null }[]; mutationType: null } }>(
      "{ __schema { mutationType { name } types { name fields { name } } } }",
    );
    expect(__schema.mutationType).toBeNull();
    const own = __schema.types.filter(({ name }) => !name.startsWith("__"));
    const words = own.flatMap(({ name, fields }) => [name, ...(fields ?? []).map((field) => `${name}.${field.name}`)]);
    expect(
      words.filter((word) => /report|standing|decision|person(?!Name)|email|grant|audit|import|judge|letter|publishedBy|draft/i.test(word)),
    ).toEqual([]);
    for (const field of ["monthlyReports", "people", "standing", "auditEvents", "me"]) {
      const { data: none, errors } = await ask(`{ ${field} { id } }`);
      expect(none ?? null).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    }
  });

  test("a draft round does not exist: not by code, by id, in a list, in a count", async () => {
    await partner.owner.query("update round set state = 'DRAFT' where code = $1", [ROUND]);
    const query = `query ($id: ID!) { round(code: "${ROUND}") { id } node(id: $id) { id } rounds { nodes { id } } programmes { nodes { id } } programme(code: "service-awards") { id } }`;
    const answer = await until(
      () => data<{ round: object | null }>(query, { id: partner.rwanda.roundId }),
      ({ round }) => round === null,
    );
    expect(answer).toEqual({ round: null, node: null, rounds: { nodes: [] }, programmes: { nodes: [] }, programme: null });
    await partner.owner.query("update round set state = 'DECIDING' where code = $1", [ROUND]);
    await until(
      () => data<{ round: object | null }>(query, { id: partner.rwanda.roundId }),
      ({ round }) => round !== null,
    );
  });

  test("a round that is being decided shows no standing", async () => {
    expect(await data(STATE)).toEqual(NOTHING);
  });
});

describe("an embargo", () => {
  let id: string;
  beforeAll(async () => {
    id = (await partner.publish({ embargoUntil: EMBARGO })).id;
  });

  test("hides the publication whole: no node, number, result, file, page or other error", async () => {
    expect(await data(STATE)).toEqual(NOTHING);
    const { rows } = await partner.owner.query<{ id: string }>("select id from published_result limit 1");
    for (const hidden of [id, rows[0]?.id]) {
      const answer = await ask("query ($id: ID!) { node(id: $id) { id } }", { id: hidden });
      const unknown = await ask("query ($id: ID!) { node(id: $id) { id } }", { id: "01900000-0000-7000-8000-000000000000" });
      expect(answer).toEqual(unknown);
    }
    const [hidden, absent] = [
      await get(partner.world, `/results/${ROUND}/1/results.json`),
      await get(partner.world, `/results/${ROUND}/7/results.json`),
    ];
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll("/1/", "/7/")).toBe(absent.text);
    expect((await get(partner.world, `/results/${ROUND}/1/district.csv`)).status).toBe(404);
  });

  test("ends at its instant, for answers that were kept before it too, and holds again when the clock is set back", async () => {
    partner.world.clock.turnTo(new Date(EMBARGO.getTime() - 2000));
    expect(await data(STATE)).toEqual(NOTHING);
    expect(await data(STATE)).toEqual(NOTHING);
    partner.world.clock.turnTo(EMBARGO);
    const open = await data<{ round: object; result: object }>(STATE);
    expect(open.round).toMatchObject({ state: "PUBLISHED", publication: { number: 1 }, publications: { nodes: [{ number: 1 }] } });
    expect(open.result).toMatchObject({ rank: expect.any(Number) });
    expect((await get(partner.world, `/results/${ROUND}/1/district.csv`)).status).toBe(200);
    partner.world.clock.turnTo(new Date(EMBARGO.getTime() - 2000));
    expect(await data(STATE)).toEqual(NOTHING);
    expect((await get(partner.world, `/results/${ROUND}/1/district.csv`)).status).toBe(404);
    partner.world.clock.turnTo(EMBARGO);
  });

  test("hides a correction's existence, reason and number until it ends", async () => {
    const until_ = new Date(EMBARGO.getTime() + 86_400_000);
    await partner.publish({ embargoUntil: until_, reason: "A late report of Gatenga" });
    const before = await getQuery(partner.world, STATE);
    expect(before.text).not.toContain("Gatenga");
    expect(JSON.parse(before.text).data.round).toMatchObject({
      publication: { number: 1, correctedBy: null },
      publications: { nodes: [{ number: 1, correctedBy: null }] },
    });
    partner.world.clock.turnTo(until_);
    const after = await data<{ round: object }>(STATE);
    expect(after.round).toMatchObject({
      publication: { number: 2, corrects: 1, correctedBy: null, reason: "A late report of Gatenga" },
      first: { number: 1 },
      publications: {
        nodes: [
          { number: 2, correctedBy: null },
          { number: 1, correctedBy: 2 },
        ],
      },
    });
  });

  test("a correction without an embargo is what everybody gets from then on", async () => {
    expect(JSON.parse((await getQuery(partner.world, STATE)).text).data.round.publication.number).toBe(2);
    const { number } = await partner.publish({ reason: "A misspelt name" });
    const seen = await until(
      async () => JSON.parse((await getQuery(partner.world, STATE)).text).data.round.publication.number as number,
      (found) => found === number,
    );
    expect(seen).toBe(3);
  });
});
