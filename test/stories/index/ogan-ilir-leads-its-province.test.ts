import { DEMO_PASSWORD } from "@isonga/server/demo/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { DEMO_DAY } from "../../world/demo/demo.ts";
import { createWorld, type World } from "../../world/world.ts";

const RESULT = `query ($round: String!, $code: String!) { result(round: $round, code: $code) {
  rank score subject { name } prizes { prize place } previous { score rank } index { verified { index category innovations count spd } claimed { index } } } }`;

/** What the demo tells of Indonesia's award, seen from outside: the figures that were published, and an open round that is nobody else's. */
describe("Ogan Ilir leads its province", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ demo: true, now: DEMO_DAY });
  });
  afterAll(() => world?.stop());

  const asPartner = <T>(query: string, variables: object = {}) => world.visitor.data<T>(query, variables, "/partner/graphql");
  const signIn = (name: string): Promise<Client> => world.signIn(`${name}@isonga.example`, DEMO_PASSWORD);
  const roundId = async (client: Client, code: string) =>
    (await client.data<{ round: { id: string } }>(`query ($code: String!) { round(code: $code) { id } }`, { code })).round.id;

  it("shows nobody outside the open round's entries, and no office those of another", async () => {
    const staff = await signIn("staf");
    const id = await roundId(staff, "iga-sumsel-2026");
    const query = `query ($id: ID!) { entries(roundId: $id, first: 50) { nodes { id title agency { name } } } }`;
    const { errors } = await world.visitor.ask(query, { id });
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    const rwandan = await signIn("staff");
    const answer = await rwandan.ask<{ entries: { nodes: object[] } }>(query, { id });
    expect(answer.data?.entries?.nodes ?? []).toEqual([]);
    const mine = await staff.data<{ entries: { nodes: { id: string; agency: { name: string } }[] } }>(query, { id });
    expect(new Set(mine.entries.nodes.map(({ agency }) => agency.name))).toEqual(new Set(["Dinas Kependudukan dan Pencatatan Sipil"]));
    const health = await signIn("staf.dinkes");
    const theirs = await health.data<{ entries: { nodes: { id: string }[] } }>(query, { id });
    for (const { id: entry } of theirs.entries.nodes)
      expect(await staff.data("query ($id: ID!) { node(id: $id) { id } }", { id: entry })).toEqual({ node: null });
  });

  it("with 61.16 in 2023, Sangat Inovatif, first of its province, against 51.20 the year before", async () => {
    const { result } = await asPartner<{ result: Record<string, unknown> }>(RESULT, { round: "iga-sumsel-2023", code: "16.10" });
    expect(result).toMatchObject({
      rank: 1,
      score: "61.16",
      previous: { score: "51.20" },
      index: { verified: { index: "61.16", category: "SANGAT_INOVATIF", innovations: 90 }, claimed: { index: "65.64" } },
    });
    expect((result as { prizes: object[] }).prizes).toContainEqual({ prize: "best-of-each-province", place: 1 });
    const before = await asPartner<{ result: object }>(RESULT, { round: "iga-sumsel-2022", code: "16.10" });
    expect(before.result).toMatchObject({ score: "51.20" });
  });

  it("with 19 offices, whose civil registry is fifth by the number of its innovations, three of them in public service", async () => {
    const chair = await signIn("ketua");
    const id = await roundId(chair, "iga-sumsel-2023");
    const { jurisdiction } = await chair.data<{ jurisdiction: { id: string } }>(`{ jurisdiction(country: "ID", code: "16.10") { id } }`);
    const { agencyIndices } = await chair.data<{
      agencyIndices: { nodes: { rank: number; reported: number; name: string }[] };
    }>(`query ($id: ID!, $at: ID!) { agencyIndices(roundId: $id, jurisdictionId: $at, first: 50) { nodes { rank reported name } } }`, {
      id,
      at: jurisdiction.id,
    });
    expect(agencyIndices.nodes).toHaveLength(19);
    expect(agencyIndices.nodes.reduce((sum, { reported }) => sum + reported, 0)).toBe(90);
    expect(agencyIndices.nodes.find(({ name }) => name.startsWith("Dinas Kependudukan"))).toMatchObject({ rank: 5, reported: 6 });
    const { entries } = await chair.data<{ entries: { nodes: { title: string; answers: { field: string; value: unknown }[] }[] } }>(
      `query ($id: ID!, $at: ID!) { entries(roundId: $id, jurisdictionId: $at, first: 100) { nodes { title answers { field value } } } }`,
      { id, at: jurisdiction.id },
    );
    for (const title of ["Sanjo Barokah", "Aku Mandiri", "Lope Capil"])
      expect(entries.nodes.find((entry) => entry.title === title)?.answers).toContainEqual({ field: "form", value: "PUBLIC_SERVICE" });
  });

  it("and has entries in every state of custody in the open round", async () => {
    const coordinator = await signIn("koordinator");
    const id = await roundId(coordinator, "iga-sumsel-2026");
    const { entries } = await coordinator.data<{ entries: { nodes: { state: string }[] } }>(
      "query ($id: ID!) { entries(roundId: $id, first: 50) { nodes { state } } }",
      { id },
    );
    expect(new Set(entries.nodes.map(({ state }) => state))).toEqual(
      new Set(["DRAFT", "SUBMITTED", "ENDORSED", "CHECKED", "VERIFIED", "RETURNED", "INELIGIBLE", "WITHDRAWN"]),
    );
  });
});
