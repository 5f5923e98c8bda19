import { describe, expect, it } from "vitest";
import { atOnce, inTurns, type Steps } from "./in-turns.ts";

/** Counts to `to`, each step as long as it takes. */
function* counting(to: number, step: () => void): Steps<number> {
  let count = 0;
  for (; count < to; count += 1) {
    step();
    yield;
  }
  return count;
}

const busy = (): void => {
  for (const until = performance.now() + 5; performance.now() < until; );
};

describe("work in steps", () => {
  it("gives the same at once and in turns", async () => {
    expect(atOnce(counting(7, () => undefined))).toBe(7);
    expect(await inTurns(counting(7, () => undefined))).toBe(7);
    expect(await inTurns(counting(0, busy))).toBe(0);
  });

  it("lets others have their turn in between, and not while it is done at once", async () => {
    let turns = 0;
    const other = setInterval(() => (turns += 1), 1);
    atOnce(counting(30, busy));
    expect(turns).toBe(0);
    await inTurns(counting(30, busy));
    clearInterval(other);
    expect(turns).toBeGreaterThan(1);
  });

  it("throws what a step throws", async () => {
    const fail = (): void => {
      throw new Error("no");
    };
    await expect(inTurns(counting(2, fail))).rejects.toThrow("no");
    expect(() => atOnce(counting(2, fail))).toThrow("no");
  });
});
