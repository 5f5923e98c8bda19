import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { IGA_2023, type Iga2023, loadIga2023 } from "../../world/rounds/iga-2023.ts";
import { createWorld, type World } from "../../world/world.ts";

const ACCEPT = "mutation ($round: ID!) { acceptProposals(input: { roundId: $round }) { refusals { code } } }";
const PREVIEW = "query ($round: ID!) { previewPublication(roundId: $round) { hash } }";
const PUBLISH = "mutation ($input: PublishRoundInput!) { publishRound(input: $input) { refusals { code } } }";

describe("the picture of a podium", () => {
  let world: World;
  let iga: Iga2023;
  let chair: Client;
  beforeAll(async () => {
    world = await createWorld();
    iga = await loadIga2023(world.database.ownerUrl);
    chair = await world.person("Ratna", [{ role: "CHAIR", roundId: iga.roundId }]);
  });
  afterAll(() => world.stop());

  const ask = (path: string) => fetch(`${world.url}${path}`);
  const pictureOf = (language: string, path = "") => ask(`/${language}/rounds/${IGA_2023}${path}/podium.png`);
  const page = async () => (await ask(`/id/rounds/${IGA_2023}`)).text();

  it("is not there before the results are public, not even under an embargo, and is with them", async () => {
    expect((await pictureOf("id")).status).toBe(404);
    expect((await ask("/id/rounds/no-such-round/podium.png")).status).toBe(404);
    expect(await chair.refusal(ACCEPT, { round: iga.roundId })).toBeNull();
    const { previewPublication } = await chair.data<{ previewPublication: { hash: string } }>(PREVIEW, { round: iga.roundId });
    const embargoUntil = new Date(Date.now() + 6000);
    const input = { roundId: iga.roundId, expectedStandingHash: previewPublication.hash, embargoUntil };
    expect(await chair.refusal(PUBLISH, { input })).toBeNull();
    expect([(await pictureOf("id")).status, (await pictureOf("id", "/publications/1")).status]).toEqual([404, 404]);
    expect(await page()).not.toContain("og:image");
    await expect.poll(async () => (await pictureOf("id")).status, { timeout: 30_000, interval: 250 }).toBe(200);
    expect(Date.now()).toBeGreaterThanOrEqual(embargoUntil.getTime());
  }, 60_000);

  it("is 1200 by 630 points large, its own in each language, kept like a page, and named by the page", async () => {
    const pictures = await Promise.all(
      ["en", "rw", "id"].map(async (language) => Buffer.from(await (await pictureOf(language)).arrayBuffer())),
    );
    for (const picture of pictures) {
      expect(picture.subarray(1, 4).toString()).toBe("PNG");
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    }
    expect(new Set(pictures.map((picture) => picture.toString("base64"))).size).toBe(3);
    const { headers } = await pictureOf("en");
    expect([headers.get("content-type"), headers.get("cache-control")]).toEqual(["image/png", "public, max-age=30"]);
    expect(await page()).toContain(`<meta property="og:image" content="${world.url}/id/rounds/${IGA_2023}/podium.png"/>`);
    expect((await pictureOf("en", "/publications/1")).status).toBe(200);
    expect((await pictureOf("en", "/publications/2")).status).toBe(404);
  });
});
