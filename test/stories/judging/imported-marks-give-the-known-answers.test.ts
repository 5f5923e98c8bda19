import { criteriaOf } from "@isonga/server/judging/standing/score-stage";
import { stageStatistics } from "@isonga/server/judging/statistics/stage-statistics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { sharedData, sharedPath } from "../../world/shared-data.ts";
import { operate } from "../operator/imports.operator.ts";
import { type Run, sendFile } from "../reports/imports.helper.ts";
import { fullMarks, save, sign } from "./cards.helper.ts";

type Expected = {
  readonly weights: Readonly<Record<string, number>>;
  readonly shrink: number;
  readonly entries: object;
  readonly judges: object;
  readonly alpha: object;
};

const expected = JSON.parse(sharedData("judging_2026_expected.json")) as Expected;
const words = (word: string) => ({ en: word, rw: word, id: word });
const criteria = Object.entries(expected.weights).map(([code, weight]) => ({ code, names: words(code), weight, min: 1, max: 10 }));

let judging: JudgingWorld;
beforeAll(async () => {
  judging = await createJudgingWorld({ entries: 40, judges: 12, perEntry: 0, rules: { criteria, shrink: expected.shrink } });
});
afterAll(() => judging.stop());

const options = { round: "kipp-2026", stage: "desk" };
const send = (text: string, more: object = {}, who = judging.chair) =>
  sendFile(who, { kind: "MARKS", options, name: "marks.csv", text, ...more });
const refused = ({ refusals }: Run) => refusals.nodes.map(({ line, column, code }) => `${line} ${column ?? "–"} ${code}`).sort();
const HEAD = `entry,judge,${criteria.map(({ code }) => code).join(",")}`;
const row = (entry: string, judge: string, ...marks: (number | string)[]) => [entry, judge, ...marks].join(",");
const eight = (mark: number) => Array.from({ length: 8 }, () => mark);
const cards = async () =>
  (await judging.sql<{ count: number }>("select count(*)::int as count from scorecard where state = 'SIGNED'"))[0]?.count;

describe("signed cards from a file", () => {
  it("are brought in by nobody but those who lead the judging, and to a stage that is theirs", async () => {
    await expect(send(HEAD, {}, judging.judge(1).client)).rejects.toThrow();
    const { roundId } = await openJuryRound(judging.admin, {}, "kipp-2027");
    const stranger = await judging.world.person("Stranger", [{ role: "CHAIR", roundId }]);
    for (const run of [
      await send(HEAD, {}, stranger),
      await send(HEAD, { options: { round: "kipp-2026", stage: "nowhere" } }),
      await send(HEAD, { options: { round: "nowhere", stage: "desk" } }),
    ])
      expect([run.rowsNew, run.refusals.nodes[0]?.code]).toEqual([0, "NOT_FOUND"]);
    expect((await send(HEAD, { options: { round: "kipp-2026" } })).refusals.nodes[0]?.code).toBe("REQUIRED");
  });

  it("are refused row by row with the reason, and then none is written", async () => {
    await judging.sql(
      `insert into conflict (id, judge_id, kind, origin, entry_id, at) select gen_random_uuid(), $1, 'FAMILY', 'DECLARED', $2, now()`,
      [judging.judge(3).id, judging.entry("E05").id],
    );
    await judging.sql("update judge set state = 'INVITED' where id = $1", [judging.judge(4).id]);
    const run = await send(
      [
        HEAD,
        row("E01", "J01", ...eight(7)),
        row("E41", "J01", ...eight(7)),
        row("E01", "J13", ...eight(7)),
        row("E02", "J01", 11, 7, "7.5", 7, 7, 7, 7, ""),
        row("E05", "J03", ...eight(7)),
        row("E05", "J04", ...eight(7)),
        row("e01", "judge.aa@example.org", ...eight(6)),
      ].join("\n"),
    );
    expect(run.state).toBe("REFUSED");
    expect(refused(run)).toEqual([
      "3 entry UNKNOWN_REFERENCE",
      "4 judge UNKNOWN_REFERENCE",
      "5 novelty NOT_ON_SCALE",
      "5 summary NOT_ON_SCALE",
      "5 sustainability REQUIRED",
      "6 judge JUDGE_CONFLICT",
      "7 judge WRONG_STATE",
      "8 – ROW_TWICE",
    ]);
    expect(await cards()).toBe(0);
    await judging.sql("delete from conflict");
    await judging.sql("update judge set state = 'ACCEPTED' where id = $1", [judging.judge(4).id]);
  });

  it("lack a column where the file lacks a criterion", async () => {
    const run = await send(["entry,judge,novelty", "E01,J01,5"].join("\n"));
    expect(refused(run)).toContain("2 impact COLUMN_MISSING".replace("impact", "background"));
  });

  it("give the known answers to the last digit, when the whole file goes in", async () => {
    const text = sharedData("judging_2026_marks.csv");
    const tried = await send(text, { dryRun: true });
    expect([tried.state, tried.rowsNew, tried.rowsRefused, await cards()]).toEqual(["DONE", 133, 0, 0]);
    expect(tried.understood?.ignored).toEqual([]);
    const done = await send(text);
    expect([done.state, done.rowsNew, done.rowsRefused, await cards()]).toEqual(["DONE", 133, 0, 133]);
    expect(await figures()).toEqual({ entries: expected.entries, judges: expected.judges, alpha: expected.alpha });
  });

  it("change nothing when the same file comes again, also from the command line", async () => {
    const events = () => judging.sql("select id from scorecard_event order by id");
    const before = await events();
    const again = await send(sharedData("judging_2026_marks.csv"));
    expect([again.state, again.rowsNew, again.rowsChanged, again.rowsUnchanged]).toEqual(["DONE", 0, 0, 133]);
    const environment = {
      DATABASE_URL: judging.world.database.appUrl,
      DATABASE_OWNER_URL: judging.world.database.ownerUrl,
      ISONGA_DATA: judging.world.dataFolder,
      LANG: "en_GB.UTF-8",
    };
    const ended = await operate(
      ["import", "marks", sharedPath("judging_2026_marks.csv"), "--round", "kipp-2026", "--stage", "desk"],
      environment,
    );
    expect([ended.code, ended.out.trim()]).toEqual([0, "Imported: 0 new, 0 changed, 133 unchanged, 0 refused."]);
    expect(await events()).toEqual(before);
  });

  it("do not stand over another card that is signed, and are none of the judge's drafts", async () => {
    const [free] = await judging.sql<{ entry: string }>(
      "select reference as entry from entry where id not in (select entry_id from assignment where judge_id = $1) order by 1 limit 1",
      [judging.judge(1).id],
    );
    const reference = free?.entry ?? "";
    expect((await send([HEAD, row(reference, "J01", ...eight(4))].join("\n"))).rowsNew).toBe(1);
    expect(refused(await send([HEAD, row(reference, "J01", ...eight(5))].join("\n")))).toEqual(["2 – CARD_SIGNED"]);
    const id = await judging.assignment(1, reference);
    expect((await sign(judging.judge(1).client, id, { cardVersion: 1 })).refusals[0]?.code).toBe("CARD_SIGNED");
    expect((await save(judging.judge(1).client, id, fullMarks().slice(0, 1))).refusals[0]?.code).toBe("CARD_SIGNED");
  });

  it("are refused to a stage that is closed", async () => {
    await judging.stageState("CLOSED");
    const run = await send([HEAD, row("E01", "J01", ...eight(4))].join("\n"));
    expect([run.rowsNew, run.refusals.nodes[0]?.code]).toEqual([0, "WRONG_STATE"]);
    await judging.stageState("SCORING");
  });
});

/** What follows from the cards as they lie in the database. */
async function figures(): Promise<object> {
  const { loadJudging } = await import("@isonga/server/judging/standing/load-judging");
  const [stage] = (await loadJudging(judging.world.app.operatorContext(), judging.roundId)).stages;
  if (!stage) throw new Error("there is no stage");
  const found = stageStatistics({
    criteria: criteriaOf({ criteria: criteria.map((one) => ({ ...one, step: 1, ranking: true, anchors: [], comment: "OPTIONAL" })) }),
    cards: stage.cards.map(({ entry, judge, marks }) => ({ entryId: entry, judgeId: judge, marks })),
    mean: "PLAIN",
    shrink: expected.shrink,
  });
  const alphas = [...found.criteria, ["overall", found.overall] as const].map(([code, { alpha }]) => [code, alpha]);
  return {
    entries: Object.fromEntries(found.entries.map(({ entryId, ...entry }) => [entryId, entry])),
    judges: Object.fromEntries(found.judges.map(({ judgeId, ...judge }) => [judgeId, judge])),
    alpha: Object.fromEntries(alphas),
  };
}
