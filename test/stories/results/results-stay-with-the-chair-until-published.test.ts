import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { loadRwanda2022, type Rwanda2022 } from "../../world/rounds/rwanda-2022.ts";
import { createWorld, type World } from "../../world/world.ts";

const STANDING = "query ($round: ID!) { standing(roundId: $round) { rows { rank area { name } } } }";
const QUERIES = [
  STANDING,
  "query ($round: ID!) { decisionTray(roundId: $round) { stagedCount } }",
  "query ($round: ID!) { previewPublication(roundId: $round) { hash } }",
  "query ($round: ID!) { publications(roundId: $round) { number } }",
  "query ($round: ID!) { verifyPublication(roundId: $round, number: 1) { number } }",
  "query ($round: ID!, $area: ID!) { whyRank(roundId: $round, subjectId: $area) { rank } }",
  "query ($round: ID!, $area: ID!) { compareSubjects(roundId: $round, firstId: $area, secondId: $area) { level } }",
];
const ACCEPT =
  "mutation ($round: ID!) { acceptProposals(input: { roundId: $round }) { refusals { code } tray { stagedCount openCount } } }";
const PREVIEW =
  "query ($round: ID!) { previewPublication(roundId: $round) { hash number correctsNumber problems { code values } content } }";
const PUBLISH = `mutation ($input: PublishRoundInput!, $key: ID) {
  publishRound(input: $input, idempotencyKey: $key) { refusals { code field } publication { id number isPublic publicFrom } } }`;
const STAGE = "mutation ($input: StageDecisionInput!) { stageDecision(input: $input) { refusals { code field } tray { stagedCount } } }";

describe("results stay with the chair until they are published", () => {
  let world: World;
  let rwanda: Rwanda2022;
  let chair: Client;
  let outsiders: readonly Client[];
  beforeAll(async () => {
    world = await createWorld();
    rwanda = await loadRwanda2022(world.database.ownerUrl);
    chair = await world.person("Chantal", [{ role: "CHAIR", roundId: rwanda.roundId }]);
    outsiders = [
      world.visitor,
      await world.person("Staff of Niboye", [{ role: "STAFF", jurisdictionId: rwanda.area("1309") }]),
      await world.person("Coordinator of Rwanda", [{ role: "COORDINATOR", jurisdictionId: rwanda.area("RW") }]),
      await world.person("Judge", [{ role: "JUDGE", roundId: rwanda.roundId }]),
    ];
  });
  afterAll(() => world.stop());

  const preview = async (): Promise<{ hash: string; problems: { code: string }[] }> =>
    (await chair.data<{ previewPublication: { hash: string; problems: { code: string }[] } }>(PREVIEW, { round: rwanda.roundId }))
      .previewPublication;

  it("tells nobody else a rank, a count or that there is anything", async () => {
    const variables = { round: rwanda.roundId, area: rwanda.area("13") };
    const nowhere = { ...variables, round: "00000000-0000-7000-8000-000000000000" };
    for (const client of outsiders) {
      const code = client === world.visitor ? "UNAUTHENTICATED" : "FORBIDDEN";
      for (const query of QUERIES) {
        const answer = await client.ask(query, variables);
        expect(answer.errors?.map((error) => error.extensions.code)).toEqual([code]);
        expect(answer).toEqual(await client.ask(query, nowhere));
      }
      expect(await client.refusal(ACCEPT, variables)).toBe(code);
      expect(await client.refusal(PUBLISH, { input: { roundId: rwanda.roundId, expectedStandingHash: "guessed" } })).toBe(code);
    }
  });

  it("tells the chair of another round no more than of a round that does not exist", async () => {
    const { rows } = await copyRound(world, rwanda.roundId);
    const other = await world.person("Other chair", [{ role: "CHAIR", roundId: rows[0]?.id ?? "" }]);
    const variables = { round: rwanda.roundId, area: rwanda.area("13") };
    for (const query of QUERIES) expect(await other.refusal(query, variables)).toBe("NOT_FOUND");
    expect(await other.refusal(ACCEPT, variables)).toBe("NOT_FOUND");
  });

  it("lets an auditor look and not decide", async () => {
    const auditor = await world.person("Auditor", [{ role: "AUDITOR" }]);
    expect(await auditor.refusal(STANDING, { round: "service-awards-2022" })).toBeNull();
    expect(await auditor.refusal(ACCEPT, { round: rwanda.roundId })).toBe("FORBIDDEN");
  });

  it("shows the chair why, and what two differ in", async () => {
    const why = await chair.data<{ whyRank: { rank: number; score: string; steps: { contribution: string }[] } }>(
      "query ($round: ID!, $area: ID!) { whyRank(roundId: $round, subjectId: $area) { rank score steps { contribution } } }",
      { round: rwanda.roundId, area: rwanda.area("24") },
    );
    expect(why.whyRank).toMatchObject({ rank: 2, score: "88.31" });
    const points = why.whyRank.steps.reduce((sum, step) => sum + Number(step.contribution), 0);
    expect(points).toBeCloseTo(88.31, 2);
  });

  it("does not publish half a decision", async () => {
    const { hash, problems } = await preview();
    expect(problems.map(({ code }) => code)).toEqual(Array(7).fill("PRIZE_UNDECIDED"));
    expect(await chair.refusal(PUBLISH, { input: { roundId: rwanda.roundId, expectedStandingHash: hash } })).toBe("PRIZE_UNDECIDED");
  });

  it("takes another winner than the rule's only with a reason, and none that cannot win", async () => {
    const win = { roundId: rwanda.roundId, kind: "PRIZE", prize: "best-districts", place: 1 };
    expect(await chair.refusal(STAGE, { input: { ...win, subjectId: rwanda.area("24") } })).toBe("OVERRIDE_REASON_REQUIRED");
    expect(await chair.refusal(STAGE, { input: { ...win, subjectId: rwanda.area("1309") } })).toBe("NOT_ELIGIBLE");
    expect(await chair.refusal(STAGE, { input: { ...win, place: 4, subjectId: rwanda.area("13") } })).toBe("INVALID_VALUE");
    expect(await chair.refusal(STAGE, { input: { roundId: rwanda.roundId, kind: "INELIGIBLE", subjectId: rwanda.area("13") } })).toBe(
      "REASON_REQUIRED",
    );
  });

  it("computes anew without who was declared ineligible, and proposes the next", async () => {
    const out = { roundId: rwanda.roundId, kind: "INELIGIBLE", subjectId: rwanda.area("13"), reason: "Figures under investigation." };
    expect(await chair.refusal(STAGE, { input: out })).toBeNull();
    const tray =
      "query ($round: ID!) { decisionTray(roundId: $round) { prizes { prize proposals { area { code } } } others { id version } } }";
    const asked = await chair.data<Tray>(tray, { round: rwanda.roundId });
    const districts = asked.decisionTray.prizes.find(({ prize }) => prize === "best-districts");
    expect(districts?.proposals[0]?.area.code).toBe("24");
    const [decision] = asked.decisionTray.others;
    const unstage = "mutation ($input: UnstageDecisionInput!) { unstageDecision(input: $input) { refusals { code } } }";
    expect(await chair.refusal(unstage, { input: { decisionId: decision?.id, version: 99 } })).toBe("STALE_VERSION");
    expect(await chair.refusal(unstage, { input: { decisionId: decision?.id, version: decision?.version } })).toBeNull();
  });

  it("publishes once, all together, and a repeat of the same act gets the same answer", async () => {
    const accepted = await chair.data<{ acceptProposals: { tray: object } }>(ACCEPT, { round: rwanda.roundId });
    expect(accepted.acceptProposals.tray).toEqual({ stagedCount: 10, openCount: 0 });
    const { hash } = await preview();
    const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
    const act = { input: { roundId: rwanda.roundId, expectedStandingHash: hash, embargoUntil }, key: "the-one-act" };
    const first = await chair.data(PUBLISH, act);
    expect(first).toMatchObject({ publishRound: { refusals: [], publication: { number: 1, isPublic: false, publicFrom: embargoUntil } } });
    expect(await chair.data(PUBLISH, act)).toEqual(first);
    expect(await chair.refusal(PUBLISH, { ...act, key: "another" })).toBe("PUBLICATION_EXISTS");
  });

  it("keeps an embargoed publication from everybody else, by id too", async () => {
    const { publications } = await chair.data<{ publications: { id: string }[] }>(
      "query ($round: ID!) { publications(roundId: $round) { id } }",
      {
        round: rwanda.roundId,
      },
    );
    const node = "query ($id: ID!) { node(id: $id) { __typename id } }";
    const variables = { id: publications[0]?.id };
    expect(await chair.data(node, variables)).toMatchObject({ node: { __typename: "Publication" } });
    for (const client of outsiders) expect(await client.data(node, variables)).toEqual({ node: null });
  });

  it("verifies for the chair, and a correction needs its number and a reason", async () => {
    const check =
      "query ($round: ID!) { verifyPublication(roundId: $round, number: 1) { checksumMatches rowsMatch ownFiguresAgree currentFiguresAgree } }";
    expect(await chair.data(check, { round: rwanda.roundId })).toEqual({
      verifyPublication: { checksumMatches: true, rowsMatch: true, ownFiguresAgree: true, currentFiguresAgree: true },
    });
    const { hash } = await preview();
    const input = { roundId: rwanda.roundId, expectedStandingHash: hash };
    expect(await chair.refusal(PUBLISH, { input: { ...input, correctsNumber: 1 } })).toBe("REASON_REQUIRED");
    expect(await chair.refusal(PUBLISH, { input: { ...input, correctsNumber: 1, reason: "A name." } })).toBeNull();
  });
});

type Tray = {
  readonly decisionTray: {
    readonly prizes: readonly { readonly prize: string; readonly proposals: readonly { readonly area: { readonly code: string } }[] }[];
    readonly others: readonly { readonly id: string; readonly version: number }[];
  };
};

async function copyRound(world: World, roundId: string): Promise<{ rows: readonly { id: string }[] }> {
  const { default: pg } = await import("pg");
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  const copied = await client.query<{ id: string }>(
    `insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state)
     select gen_random_uuid(), programme_id, code || '-other', names, jurisdiction_id, time_zone, 'DECIDING' from round where id = $1 returning id`,
    [roundId],
  );
  await client.end();
  return copied;
}
