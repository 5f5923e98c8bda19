import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { APPLY, ASSIGNMENTS, apply, assignmentsOf, BY_HAND, byHand, PREVIEW, pair, pairsOf, preview } from "./assignment.helper.ts";
import { fullMarks, sign } from "./cards.helper.ts";
import { letters } from "./judges.helper.ts";

let made: JudgingWorld;
beforeAll(async () => {
  made = await createJudgingWorld({ entries: 8, judges: 6, perEntry: 0, rules: { judgesPerEntry: 3 } });
});
afterAll(() => made.stop());

describe("entries are assigned to judges", () => {
  it("by nobody but those who lead the judging; an auditor reads and writes nothing", async () => {
    const { world, stageId, admin, country } = made;
    const { roundId } = await openJuryRound(admin, {}, "kipp-2027");
    const stranger = await world.person("Stranger", [{ role: "CHAIR", roundId }]);
    const staff = await world.person("Sari", [{ role: "STAFF", jurisdictionId: country.ogan }]);
    const auditor = await world.person("Agus", [{ role: "AUDITOR" }]);
    const options = { keep: "ALL" };
    const asked: readonly (readonly [string, object])[] = [
      [PREVIEW, { id: stageId, options }],
      [APPLY, { input: { stageId, options, token: "x" } }],
      [BY_HAND, { input: { stageId, add: [pair(made, "E01 J01")] } }],
    ];
    for (const [who, code] of [
      [world.visitor, "UNAUTHENTICATED"],
      [made.judge(1).client, "FORBIDDEN"],
      [staff, "FORBIDDEN"],
      [stranger, "NOT_FOUND"],
    ] as const)
      for (const [document, variables] of [...asked, [ASSIGNMENTS, { id: stageId }] as const])
        expect(await who.refusal(document, variables)).toBe(code);
    for (const [document, variables] of asked) expect(await auditor.refusal(document, variables)).toBe("FORBIDDEN");
    expect(await assignmentsOf(auditor, made)).toEqual([]);
  });

  it("as a preview, which writes nothing, says why of each pair and keeps who must keep away apart", async () => {
    await made.sql(
      `insert into conflict (id, judge_id, kind, origin, entry_id, at) select gen_random_uuid(), $1, 'FAMILY', 'DECLARED', $2, now()`,
      [made.judge(1).id, made.entry("E01").id],
    );
    await made.sql("update judge set waiting = true where code = 'J06'");
    await made.sql("update judge set state = 'INVITED' where code = 'J05'");
    await made.sql("update judge set expertise = '{HEALTH}', languages = '{rw}' where code = 'J04'");
    const planned = await preview(made);
    expect(await pairsOf(made)).toEqual([]);
    expect(planned).toMatchObject({ complete: true, connected: true, ended: 0, added: 24, relaxations: [] });
    expect(planned.judges.map(({ code }) => code).sort()).toEqual(["J01", "J02", "J03", "J04"]);
    expect(planned.pairs.some(({ entryId, judgeId }) => entryId === made.entry("E01").id && judgeId === made.judge(1).id)).toBe(false);
    const [known] = planned.pairs.filter(({ judgeId }) => judgeId === made.judge(2).id);
    expect(known).toMatchObject({ expertise: ["Civil registry (en)"], language: true, kept: false });
    for (const foreign of planned.pairs.filter(({ judgeId }) => judgeId === made.judge(4).id))
      expect(foreign).toMatchObject({ expertise: [], language: false });
    expect((await preview(made)).token).toBe(planned.token);
  });

  it("exactly as previewed, once, with one letter each in the judge's language", async () => {
    await made.sql("update person set language = 'id' where id = $1", [made.judge(2).personId]);
    const planned = await preview(made);
    const [one, other] = await Promise.all([apply(made, planned.token), apply(made, planned.token, {}, made.admin)]);
    const refused = [one, other].flatMap(({ refusals }) => refusals.map(({ code }) => code));
    expect(refused).toEqual(["PREVIEW_STALE"]);
    expect([one, other].map(({ assigned }) => assigned).sort()).toEqual([24, null]);
    const now = await assignmentsOf(made.chair, made);
    const keys = (pairs: readonly { readonly entryId: string; readonly judgeId: string }[]) =>
      pairs.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`).sort();
    expect(keys(now)).toEqual(keys(planned.pairs));
    expect(new Set(now.map(({ origin }) => origin))).toEqual(new Set(["AUTOMATIC"]));
    expect(now.every(({ because }) => because["kind"] === "AUTOMATIC" && "load" in because)).toBe(true);
    const written = await letters(made, "JUDGE_ASSIGNED");
    expect(written).toHaveLength(new Set(now.map(({ judge }) => judge)).size);
    const cards = now.filter(({ judge }) => judge === "J02").length;
    const indonesian = written.filter(({ language }) => language === "id");
    expect(indonesian).toHaveLength(1);
    expect(indonesian[0]?.body_text).toContain(String(cards));
    expect(indonesian[0]?.body_text).toMatch(/Agustus|1\/8\/2026|01\/08\/2026/);
  });

  it("each judge reading them in an order of their own", async () => {
    const rows = await made.sql<{ code: string; references: string[] }>(
      `select j.code, array_agg(e.reference order by a.position) as references from assignment a join judge j on j.id = a.judge_id
       join entry e on e.id = a.entry_id group by 1`,
    );
    expect(new Set(rows.map(({ references }) => references.join())).size).toBeGreaterThan(1);
    expect(rows.some(({ references }) => references.join() !== [...references].sort().join())).toBe(true);
  });

  it("anew without touching what is signed, and what is taken away signed still counts and is not given again", async () => {
    const [first] = await assignmentsOf(made.chair, made);
    if (!first) throw new Error("nothing is assigned");
    const judge = made.judge(Number(first.judge.slice(1)));
    const { state } = (await sign(judge.client, first.id, { marks: fullMarks(7) })).card ?? {};
    expect(state).toBe("SIGNED");
    const name = `${first.entry} ${first.judge}`;
    const kept = await preview(made, { keep: "SIGNED" });
    expect(kept.pairs.find(({ entryId, judgeId }) => entryId === first.entryId && judgeId === first.judgeId)?.kept).toBe(true);
    expect((await byHand(made, { remove: [name] })).refusals[0]).toMatchObject({ code: "REASON_REQUIRED", field: "reason" });
    expect(await byHand(made, { remove: [name], reason: "Panels were dealt anew" })).toMatchObject({ refusals: [], ended: 1 });
    expect(await pairsOf(made)).not.toContain(name);
    const [card] = await made.sql("select state, outcome from scorecard where assignment_id = $1", [first.id]);
    expect(card).toEqual({ state: "SIGNED", outcome: "SCORED" });
    expect((await byHand(made, { add: [name] })).refusals[0]).toMatchObject({ code: "CARD_SIGNED", field: "add[0].judgeId" });
    const again = await preview(made);
    expect(again.pairs.some(({ entryId, judgeId }) => entryId === first.entryId && judgeId === first.judgeId)).toBe(false);
    const [table] = (
      await made.chair.data<{ judgingTable: { entries: { reference: string; cards: number }[] } }>(
        "query ($id: ID!) { judgingTable(stageId: $id) { entries { reference cards } } }",
        { id: made.stageId },
      )
    ).judgingTable.entries.filter(({ reference }) => reference === first.entry);
    expect(table?.cards).toBe(1);
  });

  it("by hand all or nothing: a conflict, a judge who stands by and one who has not accepted are refused at their places", async () => {
    const before = await pairsOf(made);
    const refused = await byHand(made, { add: ["E02 J01", "E01 J01"].filter((name) => !before.includes(name)) });
    expect(refused.refusals.map(({ code }) => code)).toEqual(["JUDGE_CONFLICT"]);
    expect(refused.refusals[0]?.values).toMatchObject({ judge: "J01", entry: "E01" });
    for (const name of ["E02 J05", "E02 J06"])
      expect((await byHand(made, { add: [name] })).refusals[0]).toMatchObject({ code: "UNKNOWN_REFERENCE", field: "add[0].judgeId" });
    expect(await pairsOf(made)).toEqual(before);
  });

  it("not any more once scoring is over", async () => {
    const { token } = await preview(made);
    await made.stageState("DISCUSSION");
    expect((await byHand(made, { add: ["E02 J01"] })).refusals[0]?.code).toBe("WRONG_STATE");
    expect((await apply(made, token)).refusals[0]?.code).toBe("WRONG_STATE");
    await made.stageState("SCORING");
  });
});
