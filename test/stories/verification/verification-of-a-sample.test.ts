import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { complete, queueOf, say } from "../../world/entries/verifying.ts";

const DRAW = `mutation ($input: DrawSampleInput!) { drawSample(input: $input) { refusals { code field } sampling { sample { size outOf seed percent } } } }`;
const REST = `mutation ($input: AcceptUnsampledInput!) { acceptUnsampled(input: $input) { refusals { code } accepted sampling { sample { discrepancy { entries rows differing rate meanDifference } } } } }`;

describe("a sample", () => {
  let made: CustodyWorld;
  beforeAll(async () => {
    made = await createCustodyWorld();
  });
  afterAll(() => made.stop());

  const draw = (roundId: string, more: object = {}) => ({ input: { roundId, percent: "40", stratifiedBy: "AGENCY", seed: "17", ...more } });

  test("is drawn by nobody but the round's, once, when there is something to draw", async () => {
    const { sari, vina, kartika, muara } = made.people;
    for (const who of [sari, vina, kartika, muara]) expect(await who.refusal(DRAW, draw(made.roundId))).toBe("FORBIDDEN");
    expect(await made.admin.refusal(DRAW, draw(made.roundId))).toBe("NOTHING_TO_SAMPLE");
    expect(await kartika.refusal(REST, { input: { roundId: made.roundId } })).toBe("WRONG_STATE");
    for (const percent of ["0", "100.01", "-5", "12.345"])
      expect(await made.admin.refusal(DRAW, draw(made.roundId, { percent })), percent).toBe("INVALID_VALUE");
    expect(await made.admin.refusal(DRAW, draw(made.roundId, { seed: " " }))).toBe("REQUIRED");
  });

  test("is verified row by row; the rest is taken over by its coordinator, and the difference is counted", async () => {
    const { vina, kartika, muara } = made.people;
    const ids: string[] = [];
    for (const title of ["Satu", "Dua", "Tiga", "Empat", "Lima"]) ids.push(await made.entryIn("CHECKED", title));
    const sampling = "query ($roundId: ID!) { sampling(roundId: $roundId) { drawable acceptable viewerCan { draw accept } } }";
    const before = await made.admin.data<{ sampling: object }>(sampling, { roundId: made.roundId });
    expect(before.sampling).toEqual({ drawable: 5, acceptable: 0, viewerCan: { draw: true, accept: false } });
    expect(await made.world.visitor.refusal(sampling, { roundId: made.roundId })).toBe("UNAUTHENTICATED");
    const { drawSample } = await made.admin.data<{ drawSample: { sampling: { sample: object } } }>(DRAW, draw(made.roundId));
    expect(drawSample.sampling.sample).toEqual({ size: 2, outOf: 5, seed: "17", percent: "40.00" });
    expect(await made.admin.refusal(DRAW, draw(made.roundId))).toBe("SAMPLE_DRAWN");
    const sampled = await queueOf(vina);
    expect(sampled.length).toBe(2);
    const outside = ids.filter((id) => !sampled.includes(id));
    expect(await say(vina, String(outside[0]), { level: 2 })).toBe("NOT_IN_SAMPLE");
    expect(await complete(vina, String(outside[0]))).toBe("NOT_IN_SAMPLE");
    const dry = await kartika.data<{ acceptUnsampled: { accepted: number } }>(REST, { input: { roundId: made.roundId, dryRun: true } });
    expect(dry.acceptUnsampled.accepted).toBe(3);
    const none = await muara.data<{ acceptUnsampled: { accepted: number } }>(REST, { input: { roundId: made.roundId } });
    expect(none.acceptUnsampled.accepted).toBe(0);
    const [right = "", wrong = ""] = sampled;
    await say(vina, right, { level: 2 });
    await say(vina, wrong, { level: 1 });
    for (const id of sampled) expect(await complete(vina, id)).toBeNull();
    type Rest = { acceptUnsampled: { accepted: number; sampling: { sample: { discrepancy: object } } } };
    const { acceptUnsampled } = await kartika.data<Rest>(REST, { input: { roundId: made.roundId } });
    expect(acceptUnsampled.accepted).toBe(3);
    expect(acceptUnsampled.sampling.sample.discrepancy).toEqual({
      entries: 2,
      rows: 2,
      differing: 1,
      rate: "50.00",
      meanDifference: "-0.5000",
    });
    const states = await made.sql<{ state: string; verified: number }>(
      "select e.state, c.verified from entry e join entry_claim c on c.entry_id = e.id where e.id = any($1)",
      [outside],
    );
    expect(states).toEqual(outside.map(() => ({ state: "VERIFIED", verified: 2 })));
  });
});
