import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { type Run, sendFile } from "../reports/imports.helper.ts";
import { apply, assignmentsOf, byHand, pairsOf, preview } from "./assignment.helper.ts";
import { letters } from "./judges.helper.ts";

let made: JudgingWorld;
beforeAll(async () => {
  made = await createJudgingWorld({ entries: 6, judges: 4, perEntry: 0, rules: { judgesPerEntry: 3 } });
});
afterAll(() => made.stop());

const options = { round: "kipp-2026", stage: "desk" };
const send = (lines: readonly string[], more: object = {}, who = made.chair): Promise<Run> =>
  sendFile(who, { kind: "ASSIGNMENTS", options, name: "pairs.csv", text: ["entry,judge", ...lines].join("\n"), ...more });
const refused = ({ refusals }: Run) => refusals.nodes.map(({ line, column, code }) => `${line} ${column ?? "–"} ${code}`).sort();

describe("assignments from a file", () => {
  it("are brought in by nobody but those who lead the judging of the very round", async () => {
    await expect(send(["E01,J01"], {}, made.judge(1).client)).rejects.toThrow();
    const { roundId } = await openJuryRound(made.admin, {}, "kipp-2027");
    const stranger = await made.world.person("Stranger", [{ role: "CHAIR", roundId }]);
    expect((await send(["E01,J01"], {}, stranger)).refusals.nodes[0]?.code).toBe("NOT_FOUND");
    expect((await send(["E01,J01"], { options: { round: "kipp-2026" } })).refusals.nodes[0]?.code).toBe("REQUIRED");
    expect(await pairsOf(made)).toEqual([]);
  });

  it("are refused row by row with the reason, by the same rule of conflicts, and then none is written", async () => {
    await made.sql(
      `insert into conflict (id, judge_id, kind, origin, entry_id, at) select gen_random_uuid(), $1, 'FAMILY', 'DECLARED', $2, now()`,
      [made.judge(3).id, made.entry("E05").id],
    );
    await made.sql("update judge set state = 'INVITED' where code = 'J04'");
    const run = await send(["E01,J01", "E41,J01", "E01,J13", "E05,J03", "E05,J04", "e01,judge.aa@example.org", "E02,"]);
    expect(run.state).toBe("REFUSED");
    expect(refused(run)).toEqual([
      "3 entry UNKNOWN_REFERENCE",
      "4 judge UNKNOWN_REFERENCE",
      "5 judge JUDGE_CONFLICT",
      "6 judge WRONG_STATE",
      "7 – ROW_TWICE",
      "8 judge REQUIRED",
    ]);
    expect(await pairsOf(made)).toEqual([]);
    await made.sql("update judge set state = 'ACCEPTED' where code = 'J04'");
  });

  it("are tried first, then taken with a letter to each judge, and the same file again changes nothing", async () => {
    const lines = ["E01,J01", "E02,J01", "E02,judge.ab@example.org"];
    const tried = await send(lines, { dryRun: true });
    expect([tried.rowsNew, tried.rowsRefused]).toEqual([3, 0]);
    expect(await pairsOf(made)).toEqual([]);
    const taken = await send(lines);
    expect([taken.state, taken.rowsNew]).toEqual(["DONE", 3]);
    expect(await pairsOf(made)).toEqual(["E01 J01", "E02 J01", "E02 J02"]);
    expect((await assignmentsOf(made.chair, made)).map(({ origin }) => origin)).toEqual(["FILE", "FILE", "FILE"]);
    expect(await letters(made, "JUDGE_ASSIGNED")).toHaveLength(2);
    const again = await send(lines);
    expect([again.state, again.rowsNew, again.rowsUnchanged]).toEqual(["DONE", 0, 3]);
    expect(await letters(made, "JUDGE_ASSIGNED")).toHaveLength(2);
  });
});

describe("an assignment that cannot be", () => {
  it("keeps what holds, and ends it only when asked to", async () => {
    const all = await preview(made);
    expect(all.pairs.filter(({ kept }) => kept)).toHaveLength(3);
    expect(all.ended).toBe(0);
    const fresh = await preview(made, { keep: "SIGNED", judgesPerEntry: 1 });
    expect(fresh.pairs.filter(({ kept }) => kept)).toHaveLength(0);
  });

  it("says which entries lack whom and what would help, and what helps does", async () => {
    await made.sql("update judge set capacity = null");
    const planned = await preview(made, { capacity: 3 });
    expect(planned.complete).toBe(false);
    expect(planned.judges.every(({ cards, capacity }) => cards <= capacity)).toBe(true);
    const missing = planned.entries.reduce((sum, entry) => sum + entry.missing, 0);
    expect(missing).toBe(6 * 3 - 4 * 3);
    expect(planned.relaxations.map(({ kind }) => kind).sort()).toEqual(["CAPACITY", "FEWER_JUDGES", "MORE_JUDGES"]);
    const more = planned.relaxations.find(({ kind }) => kind === "CAPACITY")?.detail["judges"] as { judge: string; more: number }[];
    await made.sql(
      `update judge set capacity = 3 + coalesce((select (m->>'more')::int from jsonb_array_elements($1::jsonb) m where m->>'judge' = judge.code), 0)`,
      [JSON.stringify(more)],
    );
    expect((await preview(made)).complete).toBe(true);
  });

  it("says that an entry has nobody who may judge it, and what is possible is still assigned when asked", async () => {
    for (const number of [1, 2, 4])
      await made.sql(
        `insert into conflict (id, judge_id, kind, origin, entry_id, at) select gen_random_uuid(), $1, 'FAMILY', 'DECLARED', $2, now()`,
        [made.judge(number).id, made.entry("E05").id],
      );
    await made.sql("update judge set capacity = 100");
    const planned = await preview(made);
    expect(planned.entries.filter((entry) => entry.missing > 0)).toEqual([
      expect.objectContaining({ reference: "E05", missing: 3, eligible: 0 }),
    ]);
    const { refusals, assigned } = await apply(made, planned.token);
    expect(refusals).toEqual([]);
    expect(assigned).toBe(5 * 3 - 3);
    expect((await pairsOf(made)).some((name) => name.startsWith("E05"))).toBe(false);
  });

  it("is stale as soon as anything that it rests upon has changed", async () => {
    const { token } = await preview(made, { keep: "SIGNED" });
    await made.sql("update judge set capacity = 99 where code = 'J01'");
    expect((await apply(made, token, { keep: "SIGNED" })).refusals[0]).toMatchObject({ code: "PREVIEW_STALE", field: "token" });
    const other = await preview(made);
    expect((await apply(made, other.token, { keep: "SIGNED" })).refusals[0]?.code).toBe("PREVIEW_STALE");
  });

  it("refuses options out of range, and more by hand than one takes at once", async () => {
    const { chair, stageId } = made;
    const ask = (judgesPerEntry: number) =>
      chair.refusal("query ($id: ID!, $o: AssignmentOptionsInput!) { assignmentPreview(stageId: $id, options: $o) { token } }", {
        id: stageId,
        o: { judgesPerEntry },
      });
    expect(await ask(0)).toBe("INVALID_NUMBER");
    expect(await ask(100_000)).toBe("INVALID_NUMBER");
    expect((await byHand(made, { add: Array.from({ length: 5001 }, () => "E01 J01") })).refusals[0]?.code).toBe("TOO_LONG");
  });
});
