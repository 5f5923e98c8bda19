import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addEditionBefore, IGA_2022, IGA_2023, type Iga2023, loadIga2023 } from "../../world/rounds/iga-2023.ts";
import { createWorld, type World } from "../../world/world.ts";

const OWN = { round: IGA_2023, country: "ID", code: "16.10" };
const STANDING = 'query ($round: ID!) { standing(roundId: $round, level: "REGENCY_CITY") { kind rows { rank score area { code } } } }';
const CHAIRS = [
  STANDING,
  "query ($round: ID!) { decisionTray(roundId: $round) { stagedCount } }",
  "query ($round: ID!) { previewPublication(roundId: $round) { hash } }",
  "query ($round: ID!) { publications(roundId: $round) { number } }",
  "query ($round: ID!) { verifyPublication(roundId: $round, number: 1) { number } }",
  "query ($round: ID!, $area: ID!) { whyRank(roundId: $round, subjectId: $area) { rank } }",
];
const REGION = `query ($round: ID!, $country: String!, $code: String!) { regionStanding(roundId: $round, country: $country, code: $code) {
  rankSource peers { kind name rank count } previous { round index } index { verified { index category { code } } claimed { index } } } }`;
const STAGE = "mutation ($input: StageDecisionInput!) { stageDecision(input: $input) { refusals { code field } } }";
const ACCEPT =
  "mutation ($round: ID!) { acceptProposals(input: { roundId: $round }) { refusals { code } tray { stagedCount openCount } } }";
const PUBLISH =
  "mutation ($input: PublishRoundInput!) { publishRound(input: $input) { refusals { code } publication { number isPublic } } }";
const CHECK = `query ($round: ID!, $number: Int!) { verifyPublication(roundId: $round, number: $number) {
  checksumMatches rowsMatch ownFiguresAgree currentFiguresAgree differing } }`;
const PARTNER = `query ($round: String!) { round(code: $round) { state publication { number openChecksum corrects sample { size rate }
  results(level: "REGENCY_CITY", first: 1) { nodes { rank score index { claimed { index } verified { index category innovations } }
    metrics { metric value contribution } previous { score moved } } } } } }`;

type Region = {
  regionStanding: { rankSource: string | null; peers: readonly object[]; previous: object | null; index: { verified: { index: string } } };
};

describe("an innovation index is decided and published", () => {
  let world: World;
  let iga: Iga2023;
  let owner: pg.Client;
  let chair: Client;
  let coordinator: Client;
  let neighbour: Client;
  beforeAll(async () => {
    world = await createWorld();
    iga = await loadIga2023(world.database.ownerUrl);
    const before = await addEditionBefore(world.database.ownerUrl, iga);
    chair = await world.person("Ratna", [
      { role: "CHAIR", roundId: iga.roundId },
      { role: "CHAIR", roundId: before },
    ]);
    coordinator = await world.person("Sari of Ogan Ilir", [{ role: "COORDINATOR", jurisdictionId: iga.area("16.10") }]);
    neighbour = await world.person("Budi of Lahat", [{ role: "COORDINATOR", jurisdictionId: iga.area("16.04") }]);
    owner = new pg.Client(world.database.ownerUrl);
    await owner.connect();
    await publish(IGA_2022);
  });
  afterAll(async () => {
    await owner.end();
    await world.stop();
  });

  async function publish(round: string, correction: object = {}): Promise<string | null> {
    await chair.data(ACCEPT, { round });
    const { previewPublication } = await chair.data<{ previewPublication: { hash: string } }>(
      "query ($round: ID!) { previewPublication(roundId: $round) { hash } }",
      { round },
    );
    return chair.refusal(PUBLISH, { input: { roundId: round, expectedStandingHash: previewPublication.hash, ...correction } });
  }

  it("tells no region a rank, a count or anything of another before it is public", async () => {
    const variables = { round: iga.roundId, area: iga.area("16.10") };
    const office = await world.person("Officer of the civil registry", [
      { role: "STAFF", agencyId: iga.office("16.10", "Dinas Kependudukan dan Pencatatan Sipil") },
    ]);
    for (const client of [coordinator, neighbour, office])
      for (const query of CHAIRS) expect(await client.refusal(query, variables)).toBe("FORBIDDEN");
    for (const query of CHAIRS) expect(await world.visitor.refusal(query, variables)).toBe("UNAUTHENTICATED");
    for (const client of [neighbour, office]) expect(await client.refusal(REGION, OWN)).toBe("NOT_FOUND");
    expect(await world.visitor.refusal(REGION, OWN)).toBe("UNAUTHENTICATED");
    const elsewhere = await world.person("Chair of nothing here", [{ role: "CHAIR", roundId: await otherRound() }]);
    expect(await elsewhere.refusal(REGION, OWN)).toBe("NOT_FOUND");
    expect(await neighbour.refusal(REGION, { ...OWN, code: "99.99" })).toBe("NOT_FOUND");
  });

  it("shows a region its own index and what was published of it before, but no rank yet", async () => {
    const { regionStanding } = await coordinator.data<Region>(REGION, OWN);
    expect(regionStanding).toMatchObject({
      rankSource: null,
      peers: [],
      previous: { round: IGA_2022 },
      index: { verified: { index: "61.16", category: { code: "SANGAT_INOVATIF" } }, claimed: { index: "65.64" } },
    });
    const { regionStanding: seen } = await chair.data<Region>(REGION, OWN);
    expect(seen).toMatchObject({ rankSource: "STANDING", peers: [{ kind: "ROUND", rank: 1, count: 17 }] });
  });

  it("shows the public and partners nothing of it", async () => {
    const answer = await world.visitor.ask(PARTNER, { round: IGA_2023 }, "/partner/graphql");
    expect(answer.data).toEqual({ round: { state: "DECIDING", publication: null } });
    const page = await fetch(`${world.url}/en/rounds/${IGA_2023}`);
    expect(await page.text()).not.toMatch(/61\.16|65\.64/);
    expect((await fetch(`${world.url}/results/${IGA_2023}/1/results.json`)).status).toBe(404);
  });

  it("was verified by a sample, whose discrepancy rate is published with it", async () => {
    await owner.query("update entry set sampled = true where round_id = $1 and jurisdiction_id = $2 and kind = 'INNOVATION'", [
      iga.roundId,
      iga.area("16.10"),
    ]);
    await owner.query(
      `insert into verification_sample (id, round_id, percent, stratified_by, seed, size, out_of, drawn_at)
       values (gen_random_uuid(), $1, 16.5, 'NONE', '2023', 90, 534, now())`,
      [iga.roundId],
    );
    const { previewPublication } = await chair.data<{ previewPublication: { content: { sample: object } } }>(
      "query ($round: ID!) { previewPublication(roundId: $round) { content } }",
      { round: IGA_2023 },
    );
    expect(previewPublication.content.sample).toMatchObject({ percent: "16.50", seed: "2023", size: 90, verified: 90 });
  });

  it("is published by its chair, and comes out computed again the same", async () => {
    expect(await publish(IGA_2023)).toBeNull();
    const { verifyPublication } = await chair.data<{ verifyPublication: object }>(CHECK, { round: IGA_2023, number: 1 });
    expect(verifyPublication).toEqual({
      checksumMatches: true,
      rowsMatch: true,
      ownFiguresAgree: true,
      currentFiguresAgree: true,
      differing: [],
    });
  });

  it("then tells the region its rank, and everybody the results, in files and to partners", async () => {
    const { regionStanding } = await coordinator.data<Region>(REGION, OWN);
    expect(regionStanding).toMatchObject({ rankSource: "PUBLICATION", peers: [{ kind: "ROUND", rank: 1, count: 17 }] });
    const { data } = await world.visitor.ask<Published>(PARTNER, { round: IGA_2023 }, "/partner/graphql");
    const publication = data?.round.publication;
    expect(publication?.results.nodes[0]).toMatchObject({
      rank: 1,
      score: "61.16",
      index: { claimed: { index: "65.64" }, verified: { index: "61.16", category: "SANGAT_INOVATIF", innovations: 90 } },
      metrics: [{ metric: "SPD" }, { metric: "MATURITY" }, { metric: "COUNT" }],
      previous: { moved: 0 },
    });
    const file = (await (await fetch(`${world.url}/results/${IGA_2023}/1/results.json`)).json()) as {
      openChecksum: string;
      publication: object;
    };
    expect(file.openChecksum).toBe(publication?.openChecksum);
    expect(publication?.sample?.rate).toMatch(/^\d+\.\d{2}$/);
    expect(file.publication).toMatchObject({ sample: { ...publication?.sample, outOf: 534 } });
    expect(JSON.stringify(file)).not.toContain('"entries"');
    const csv = await (await fetch(`${world.url}/results/${IGA_2023}/1/regency_city.csv?language=id`)).text();
    expect(csv.split("\r\n")[0] ?? csv.split("\n")[0]).toContain("claimed,claimedCategory,verified,category,innovations,meanMaturity");
    expect(csv).toContain("16.10,Kabupaten Ogan Ilir");
  });

  it("cannot be changed, only corrected by the next number with a reason", async () => {
    await expect(owner.query("update publication set checksum = 'other'")).rejects.toThrow(/never changed or deleted/);
    const ineligible = { roundId: IGA_2023, kind: "INELIGIBLE", subjectId: iga.area("16.10") };
    expect(await chair.refusal(STAGE, { input: ineligible })).toBe("REASON_REQUIRED");
    expect(await chair.refusal(STAGE, { input: { ...ineligible, reason: "Evidence was forged." } })).toBeNull();
    for (const version of await stagedPrizes()) expect(await chair.refusal(UNSTAGE, { input: version })).toBeNull();
    expect(await publish(IGA_2023)).toBe("PUBLICATION_EXISTS");
    expect(await publish(IGA_2023, { correctsNumber: 1 })).toBe("REASON_REQUIRED");
    expect(await publish(IGA_2023, { correctsNumber: 1, reason: "Evidence was forged." })).toBeNull();
    const { data } = await world.visitor.ask<Published>(PARTNER, { round: IGA_2023 }, "/partner/graphql");
    expect(data?.round.publication).toMatchObject({ number: 2, corrects: 1, results: { nodes: [{ rank: 1, score: "45.85" }] } });
    const { verifyPublication } = await chair.data<{ verifyPublication: object }>(CHECK, { round: IGA_2023, number: 1 });
    expect(verifyPublication).toMatchObject({ checksumMatches: true, rowsMatch: true, ownFiguresAgree: true });
    const { regionStanding } = await coordinator.data<Region>(REGION, OWN);
    expect(regionStanding).toMatchObject({ rankSource: "PUBLICATION", peers: [] });
  });

  async function stagedPrizes(): Promise<readonly { decisionId: string; version: number }[]> {
    const { rows } = await owner.query<{ decisionId: string; version: number }>(
      `select id as "decisionId", version from decision where round_id = $1 and kind = 'PRIZE'`,
      [iga.roundId],
    );
    return rows;
  }

  async function otherRound(): Promise<string> {
    const { rows } = await owner.query<{ id: string }>(
      `insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state)
       select gen_random_uuid(), programme_id, 'elsewhere', names, $2, time_zone, 'DRAFT' from round where id = $1 returning id`,
      [iga.roundId, iga.area("16.04")],
    );
    return rows[0]?.id ?? "";
  }
});

const UNSTAGE = "mutation ($input: UnstageDecisionInput!) { unstageDecision(input: $input) { refusals { code } } }";

type Published = {
  round: {
    publication: {
      number: number;
      openChecksum: string;
      corrects: number | null;
      sample: { readonly size: number; readonly rate: string } | null;
      results: { nodes: readonly Record<string, unknown>[] };
    } | null;
  };
};
