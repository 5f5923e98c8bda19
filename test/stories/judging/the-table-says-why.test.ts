import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { criterion } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { fullMarks, mark, sign } from "./cards.helper.ts";

const WHY = `query ($id: ID!) { judgingTable(stageId: $id) { entries { reference rank score office
  tie { behind ahead with because { rule criteria stage } } } } }`;
const MINUTES = "query ($id: ID!) { minutes(stageId: $id) { kind text detail } }";
const DECIDE = "mutation ($input: DecideOutcomesInput!) { decideOutcomes(input: $input) { refusals { code field } stage { id } } }";

type Row = { readonly reference: string; readonly rank: number; readonly office: string | null; readonly tie: object | null };
const tableOf = async ({ chair, stageId }: JudgingWorld) =>
  new Map(
    (await chair.data<{ judgingTable: { entries: Row[] } }>(WHY, { id: stageId })).judgingTable.entries.map((row) => [row.reference, row]),
  );

let made: JudgingWorld;
let blind: JudgingWorld;
beforeAll(async () => {
  const criteria = [criterion("novelty", 60), criterion("impact", 40)];
  made = await createJudgingWorld({ entries: 6, judges: 1, rules: { criteria, judgesPerEntry: 1, cut: { kind: "TOP", places: 2 } } });
  blind = await createJudgingWorld({ entries: 1, judges: 1, rules: { blind: ["agency"] } });
  const marks: Readonly<Record<string, readonly [number, number]>> = {
    E01: [7, 4],
    E02: [5, 7],
    E03: [5, 7],
    E04: [9, 1],
    E05: [10, 10],
    E06: [3, 3],
  };
  for (const [reference, [novelty, impact]] of Object.entries(marks))
    await sign(made.judge(1).client, await made.assignment(1, reference), { marks: [mark("novelty", novelty), mark("impact", impact)] });
  await sign(blind.judge(1).client, await blind.assignment(1, "E01"), { marks: fullMarks() });
});
afterAll(async () => {
  await made.stop();
  await blind.stop();
});

describe("the standing on the chair's table", () => {
  it("is no judge's to see, and not moved by them", async () => {
    const { client } = made.judge(1);
    expect(await client.refusal(WHY, { id: made.stageId })).toBe("FORBIDDEN");
    const entries = [{ entryId: made.entry("E05").id, outcome: "ADVANCED" }];
    expect(await client.refusal(DECIDE, { input: { stageId: made.stageId, entries, reason: "Mine", line: 1 } })).toBe("FORBIDDEN");
  });

  it("names the office of an entry, except where the stage's judges do not see it", async () => {
    expect([...(await tableOf(made)).values()].find(({ reference }) => reference === "E01")?.office).toBe(
      "Dinas Kependudukan dan Pencatatan Sipil",
    );
    expect((await tableOf(blind)).get("E01")?.office).toBe(null);
  });

  it("says who has the same score, and which rule told them apart, or that none did", async () => {
    const rows = await tableOf(made);
    const byNovelty = [{ rule: "HEAVIEST_CRITERIA", criteria: ["novelty"], stage: null }];
    expect([...rows.values()].map(({ reference, rank }) => `${rank} ${reference}`)).toEqual([
      "1 E05",
      "2 E04",
      "3 E01",
      "4 E02",
      "4 E03",
      "6 E06",
    ]);
    expect(rows.get("E04")?.tie).toEqual({ behind: [], ahead: ["E01", "E02", "E03"], with: [], because: byNovelty });
    expect(rows.get("E01")?.tie).toEqual({ behind: ["E04"], ahead: ["E02", "E03"], with: [], because: byNovelty });
    expect(rows.get("E02")?.tie).toEqual({ behind: ["E04", "E01"], ahead: [], with: ["E03"], because: byNovelty });
    expect(rows.get("E05")?.tie).toBe(null);
  });

  it("keeps a line that was moved apart from other decisions in the minutes", async () => {
    const decide = (reference: string, more: object) =>
      made.chair.refusal(DECIDE, {
        input: { stageId: made.stageId, entries: [{ entryId: made.entry(reference).id, outcome: "ADVANCED" }], ...more },
      });
    expect(await decide("E01", { reason: "As good as the second.", line: 3 })).toBe(null);
    expect(await decide("E06", { reason: "It stands for much." })).toBe(null);
    const { minutes } = await made.chair.data<{ minutes: object[] }>(MINUTES, { id: made.stageId });
    expect(minutes).toEqual([
      { kind: "LINE", text: "As good as the second.", detail: { line: 3, entries: [{ reference: "E01", outcome: "ADVANCED" }] } },
      { kind: "OUTCOME", text: "It stands for much.", detail: { entries: [{ reference: "E06", outcome: "ADVANCED" }] } },
    ]);
  });
});
