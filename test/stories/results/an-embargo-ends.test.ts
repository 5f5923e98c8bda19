import { announcePublication } from "@isonga/server/results/publications/announce-publication";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { connect } from "../../world/operator.ts";
import { IGA_2023, type Iga2023, loadIga2023 } from "../../world/rounds/iga-2023.ts";
import { createWorld, type World } from "../../world/world.ts";

const ACCEPT = "mutation ($round: ID!) { acceptProposals(input: { roundId: $round }) { refusals { code } } }";
const PREVIEW = "query ($round: ID!) { previewPublication(roundId: $round) { hash } }";
const PUBLISH = "mutation ($input: PublishRoundInput!) { publishRound(input: $input) { refusals { code } publication { id isPublic } } }";
const PARTNER = "query ($round: String!) { round(code: $round) { publication { number } } }";

describe("an embargo ends", () => {
  let world: World;
  let iga: Iga2023;
  let owner: pg.Client;
  let chair: Client;
  beforeAll(async () => {
    world = await createWorld();
    iga = await loadIga2023(world.database.ownerUrl);
    chair = await world.person("Ratna", [{ role: "CHAIR", roundId: iga.roundId }]);
    owner = new pg.Client(world.database.ownerUrl);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.stop();
  });

  const seen = async () =>
    (await world.visitor.data<{ round: { publication: object | null } }>(PARTNER, { round: IGA_2023 }, "/partner/graphql")).round
      .publication;
  const told = async () => (await owner.query("select from outbox_event where type = 'round.public'")).rowCount;

  it("by itself, at its instant: nobody sees anything before, everybody after, and it is told once", async () => {
    expect(await world.visitor.refusal(PREVIEW, { round: iga.roundId })).toBe("UNAUTHENTICATED");
    expect(await chair.refusal(ACCEPT, { round: iga.roundId })).toBeNull();
    const { previewPublication } = await chair.data<{ previewPublication: { hash: string } }>(PREVIEW, { round: iga.roundId });
    const embargoUntil = new Date(Date.now() + 6000);
    const input = { roundId: iga.roundId, expectedStandingHash: previewPublication.hash, embargoUntil };
    const { publishRound } = await chair.data<{ publishRound: { publication: { id: string; isPublic: boolean } } }>(PUBLISH, { input });
    expect(publishRound.publication.isPublic).toBe(false);
    expect([await seen(), await told()]).toEqual([null, 0]);

    const connected = await connect(world.database.appUrl);
    const payload = { publicationId: publishRound.publication.id };
    await announcePublication.run(connected.context(), payload);
    expect(await told(), "a job that comes too early tells nobody").toBe(0);

    await expect.poll(told, { timeout: 40_000, interval: 250 }).toBe(1);
    expect(Date.now()).toBeGreaterThanOrEqual(embargoUntil.getTime());
    expect(await seen()).toEqual({ number: 1 });
    await announcePublication.run(connected.context(), payload);
    expect(await told(), "a job that comes again tells nobody anew").toBe(1);
    await connected.stop();
  }, 90_000);
});
