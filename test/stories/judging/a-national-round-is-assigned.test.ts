import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { apply, preview } from "./assignment.helper.ts";
import { letters } from "./judges.helper.ts";

const [ENTRIES, JUDGES, PER_ENTRY] = [1000, 100, 3];
/** Milliseconds that a preview and its application may take each; a person waits for them. */
const MOST = 15_000;

let made: JudgingWorld;
beforeAll(async () => {
  made = await createJudgingWorld({
    entries: ENTRIES,
    judges: 1,
    perEntry: 0,
    rules: { judgesPerEntry: PER_ENTRY },
    calibration: ["E0001", "E0002"],
    state: "SET_UP",
  });
  await made.sql(
    `with made as (insert into person (id, name, email, language) select gen_random_uuid(), 'National ' || n, 'national.' || n || '@example.org', 'rw'
        from generate_series(2, $2::int) n returning id, name),
      judge as (insert into judge (id, round_id, person_id, code, state, expertise, languages, capacity, no_ties, invited_at, answered_at)
        select gen_random_uuid(), $1, id, 'J' || lpad(split_part(name, ' ', 2), 3, '0'), 'ACCEPTED', '{REGISTRY}', '{id}', 40, true, now(), now()
        from made returning id)
     insert into judge_seat (id, judge_id, stage, panel) select gen_random_uuid(), id, 'desk', 'a' from judge`,
    [made.roundId, JUDGES],
  );
});
afterAll(() => made.stop());

describe("a national round of 1,000 entries and 100 judges", () => {
  it("is previewed and assigned while somebody waits, evenly and connected, leaving calibration to everybody", async () => {
    const began = performance.now();
    const planned = await preview(made);
    const seen = performance.now();
    const { refusals, assigned } = await apply(made, planned.token);
    const ended = performance.now();
    console.info(`preview ${Math.round(seen - began)} ms, apply ${Math.round(ended - seen)} ms`);
    expect(refusals).toEqual([]);
    expect([planned.complete, planned.connected, planned.entries.length]).toEqual([true, true, ENTRIES - 2]);
    expect(assigned).toBe((ENTRIES - 2) * PER_ENTRY);
    const loads = planned.judges.map(({ cards }) => cards);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    expect(await letters(made, "JUDGE_ASSIGNED")).toHaveLength(JUDGES);
    expect(seen - began).toBeLessThan(MOST);
    expect(ended - seen).toBeLessThan(MOST);
  });

  it("is not assigned a second time by the same preview, and has nothing left to assign", async () => {
    const again = await preview(made);
    expect([again.added, again.ended]).toEqual([0, 0]);
    expect(await apply(made, again.token)).toMatchObject({ refusals: [], assigned: 0, ended: 0 });
    expect(await letters(made, "JUDGE_ASSIGNED")).toHaveLength(JUDGES);
  });
});
