import { expect, test } from "vitest";
import type { Table, TableEntry } from "../table.query.ts";
import { lineAt, readWeights, tried, writeWeights } from "./standing-rows.ts";

const criterion = (code: string, weight: string) => ({ code, name: code, weight, min: "1", max: "10", step: "1", ranking: true });
const criteria = [criterion("novelty", "40"), criterion("impact", "60")];
const entry = (reference: string, rank: number | null, proposal: string, outcome: TableEntry["outcome"] = null): TableEntry =>
  ({ id: reference, reference, rank, proposal, outcome }) as TableEntry;

test("weights of the address are read where they name a criterion and are numbers, and written back", () => {
  expect(readWeights("novelty:0,beauty:3,impact:-1", criteria)).toEqual({ novelty: "0" });
  expect(readWeights(null, criteria)).toEqual({});
  expect(writeWeights({ novelty: "10", impact: "2.5" })).toBe("novelty:10,impact:2.5");
  expect(writeWeights({})).toBeNull();
});

test("other weights change scores and ranks as the record's arithmetic has it, and abstentions give none", () => {
  const card = (reference: string, novelty: string, impact: string, outcome = "SCORED") => ({
    reference,
    judge: "J01",
    outcome,
    score: "",
    deviation: null,
    marks: { novelty, impact },
    deviations: {},
  });
  const table = {
    mean: "PLAIN",
    stage: { rubric: { criteria } },
    entries: [entry("E01", 1, "ADVANCES"), entry("E02", 2, "STAYS")],
    cards: [card("E01", "1", "10"), card("E02", "10", "1"), card("E02", "1", "1", "ABSTAINED")],
  } as unknown as Table;
  expect(tried(table, {}).size).toBe(0);
  const found = tried(table, { impact: "10" });
  expect(found.get("E01")).toMatchObject({ score: "20.00", rank: 2, scoreNow: "60.00", rankNow: 1, moved: -1 });
  expect(found.get("E02")).toMatchObject({ score: "80.00", rank: 1, scoreNow: "40.00", rankNow: 2, moved: 1 });
});

test("moving the line decides what is not so already, and leaves out who has no rank or is out", () => {
  const entries = [
    entry("E01", 1, "ADVANCES"),
    entry("E02", 2, "ON_THE_LINE"),
    entry("E03", 2, "ON_THE_LINE", "ADVANCED"),
    entry("E04", 4, "STAYS", "ADVANCED"),
    entry("E05", null, "STAYS"),
    entry("E06", 5, "STAYS", "OUT"),
  ];
  expect(lineAt(entries, 2).map((change) => [change.entry.reference, change.outcome])).toEqual([
    ["E02", "ADVANCED"],
    ["E04", "NOT_ADVANCED"],
  ]);
});
