import fc from "fast-check";
import { expect, test } from "vitest";
import { type Opinion, partFor, type RowFacts, readableOpinions, rowState, settledLevel, stateFor } from "./row-state.ts";

const opinion = (part: Opinion["part"], verifierId: string, level: number): Opinion => ({
  part,
  verifierId,
  verifier: verifierId,
  level,
  note: null,
  at: "2026-05-04T00:00:00Z",
});
const row = (opinions: readonly Opinion[], more: Partial<RowFacts> = {}): RowFacts => ({ claimed: 2, verifiers: 2, opinions, ...more });
const person = (id: string, verifies = true) => ({ id, verifies });

test("what is not claimed needs no verifying; all else waits", () => {
  expect(rowState(row([], { claimed: 0 }))).toBe("NOT_CLAIMED");
  expect(rowState(row([]))).toBe("WAITING");
});

test("one verifier's word is the level, and anyone of them may say it anew", () => {
  const single = row([opinion("FIRST", "ana", 1)], { verifiers: 1 });
  expect(settledLevel(single)).toBe(1);
  expect(partFor(single, person("ben"))).toBe("FIRST");
  expect(partFor(single, person("cora", false))).toBe("FORBIDDEN");
});

test("the second verifier is another person, and the first one corrects only the first part", () => {
  const half = row([opinion("FIRST", "ana", 1)]);
  expect(partFor(half, person("ana"))).toBe("FIRST");
  expect(partFor(half, person("ben"))).toBe("SECOND");
  expect(partFor(half, person("cora", false))).toBe("FORBIDDEN");
});

test("once both are in, only a third person says more", () => {
  const both = row([opinion("FIRST", "ana", 1), opinion("SECOND", "ben", 3)]);
  for (const id of ["ana", "ben"]) expect(partFor(both, person(id))).toBe("ANOTHER_VERIFIER");
  for (const verifies of [true, false]) expect(partFor(both, person("cora", verifies))).toBe("SETTLEMENT");
});

const levels = fc.integer({ min: 0, max: 3 });

test("two that agree settle a row, two that differ never do, and a settlement always does", () => {
  fc.assert(
    fc.property(levels, levels, levels, (first, second, third) => {
      const both = [opinion("FIRST", "ana", first), opinion("SECOND", "ben", second)];
      expect(settledLevel(row(both))).toBe(first === second ? first : null);
      expect(rowState(row(both))).toBe(first === second ? "SETTLED" : "TO_SETTLE");
      expect(settledLevel(row([...both, opinion("SETTLEMENT", "cora", third)]))).toBe(third);
    }),
  );
});

test("while one is missing, the row looks to everybody else as if nobody had spoken", () => {
  fc.assert(
    fc.property(levels, fc.constantFrom("ben", "cora", null), (level, reader) => {
      const half = row([opinion("FIRST", "ana", level)]);
      expect([stateFor(half, reader), readableOpinions(half, reader)]).toEqual([stateFor(row([]), reader), []]);
      expect(stateFor(half, "ana")).toBe("WAITING_SECOND");
    }),
  );
});
