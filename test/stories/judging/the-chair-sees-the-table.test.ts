import { randomUUID } from "node:crypto";
import { whatIfStanding } from "@isonga/schema/scorecard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { fullMarks, mark, save, sign } from "./cards.helper.ts";
import { DISCUSSION, INTERVALS, importMarks, KNOWN, REMIND, RUBRIC, TABLE, tableOf } from "./table.helper.ts";

const SHRINK = KNOWN.shrink;

describe("the chair's table of the marks of 2026", () => {
  let judging: JudgingWorld;
  beforeAll(async () => {
    judging = await createJudgingWorld({ entries: 40, judges: 12, perEntry: 0, rules: { criteria: RUBRIC, shrink: SHRINK } });
    await importMarks(judging);
  });
  afterAll(() => judging.stop());

  it("is not there for judges, staff, or the chair of another round", async () => {
    const { world, stageId, country, admin } = judging;
    const { roundId } = await openJuryRound(admin, {}, "kipp-2027");
    const stranger = await world.person("Stranger", [{ role: "CHAIR", roundId }]);
    const staff = await world.person("Sari", [{ role: "STAFF", jurisdictionId: country.ogan }]);
    const entry = judging.entry("E01").id;
    for (const [who, code] of [
      [world.visitor, "UNAUTHENTICATED"],
      [judging.judge(1).client, "FORBIDDEN"],
      [staff, "FORBIDDEN"],
      [stranger, "NOT_FOUND"],
    ] as const) {
      expect(await who.refusal(TABLE, { id: stageId })).toBe(code);
      expect(await who.refusal(INTERVALS, { id: stageId })).toBe(code);
      expect(await who.refusal(DISCUSSION, { id: stageId, entry })).toBe(code);
      expect(await who.refusal(REMIND, { input: { stageId } })).toBe(code);
    }
    expect(await judging.chair.refusal(TABLE, { id: randomUUID() })).toBe("NOT_FOUND");
    const auditor = await world.person("Agus", [{ role: "AUDITOR" }]);
    expect((await tableOf(auditor, judging)).cards).toHaveLength(133);
    expect(await auditor.refusal(REMIND, { input: { stageId } })).toBe("FORBIDDEN");
  });

  it("has scores, severity and agreement to the last digit", async () => {
    const table = await tableOf(judging.chair, judging);
    const entries = table.entries.map(({ reference, cards, score, adjusted, adjustedRank }) => [
      reference,
      { cards, raw: score, adjusted, adjustedRank },
    ]);
    const expected = Object.entries(KNOWN.entries).map(([reference, { rawRank: _rank, ...entry }]: [string, { rawRank?: number }]) => [
      reference,
      entry,
    ]);
    expect(Object.fromEntries(entries)).toEqual(Object.fromEntries(expected));
    const judges = table.judges.map(({ judge, effect, shrunk }) => [judge, { effect, shrunk }]);
    expect(Object.fromEntries(judges)).toMatchObject(
      Object.fromEntries(
        Object.entries(KNOWN.judges).map(([code, { effect, shrunk }]: [string, { effect?: string; shrunk?: string }]) => [
          code,
          { effect, shrunk },
        ]),
      ),
    );
    expect({
      ...Object.fromEntries(table.agreement.criteria.map(({ criterion, alpha }) => [criterion, alpha])),
      overall: table.agreement.overall.alpha,
    }).toEqual(KNOWN.alpha);
    expect(table.connectivity).toMatchObject({ connected: true, links: 0, proposal: [] });
  });

  it("explains each adjusted score by the judges that the entry had", async () => {
    const { entries } = await tableOf(judging.chair, judging);
    for (const { cards, plain, adjusted, adjustment } of entries) {
      expect(adjustment?.judges).toHaveLength(cards);
      expect(Number(plain) - Number(adjustment?.mean)).toBeCloseTo(Number(adjusted), 1);
    }
    const first = entries.find(({ reference }) => reference === "E25");
    expect(Number(first?.adjusted) - Number(first?.score)).toBeCloseTo(-Number(first?.adjustment?.mean), 1);
  });

  it("gives the same rank intervals each time, around the ranks", async () => {
    const ask = () =>
      judging.chair.data<{ rankIntervals: { reference: string; low: number; high: number }[] }>(INTERVALS, { id: judging.stageId });
    const [once, again] = [await ask(), await ask()];
    expect(once).toEqual(again);
    const { entries } = await tableOf(judging.chair, judging);
    const within = once.rankIntervals.filter(({ reference, low, high }) => {
      const rank = entries.find((entry) => entry.reference === reference)?.rank ?? 0;
      return low <= rank && rank <= high;
    });
    expect(once.rankIntervals).toHaveLength(40);
    expect(within.length).toBeGreaterThan(35);
  });

  it("asks what if on other weights as the server scores under those weights", async () => {
    const table = await tableOf(judging.chair, judging);
    const cards = table.cards.map(({ reference, judge, marks }) => ({ entryId: reference, judgeId: judge, marks }));
    const weights = { summary: 10, novelty: 40, significance: 0 };
    const criteria = RUBRIC.map((criterion) => ({ ...criterion, step: 1, ranking: true }));
    const entryIds = table.entries.map(({ reference }) => reference);
    const asked = whatIfStanding({ criteria, entryIds, cards, mean: "PLAIN" }, weights);
    const other = await createJudgingWorld({
      entries: 40,
      judges: 12,
      perEntry: 0,
      rules: {
        criteria: RUBRIC.map((criterion) => ({ ...criterion, weight: { ...KNOWN.weights, ...weights }[criterion.code] })),
        shrink: SHRINK,
      },
    });
    await importMarks(other);
    const { entries } = await tableOf(other.chair, other);
    await other.stop();
    expect(Object.fromEntries(asked.map(({ entryId, score }) => [entryId, score]))).toEqual(
      Object.fromEntries(entries.map(({ reference, score }) => [reference, score])),
    );
    expect(Object.fromEntries(asked.map(({ entryId, scoreNow }) => [entryId, scoreNow]))).toEqual(
      Object.fromEntries(table.entries.map(({ reference, score }) => [reference, score])),
    );
  });
});

describe("the chair's table of a stage at work", () => {
  let judging: JudgingWorld;
  beforeAll(async () => {
    judging = await createJudgingWorld({ entries: 4, judges: 4, perEntry: 0 });
    // J01 and J02 have E01 and E02, J03 and J04 the others: nobody can set the one pair against the other.
    await judging.sql(
      `insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, position, assigned_at)
       select gen_random_uuid(), $1, j.id, e.id, 'HAND', 1, now() from judge j, entry e where e.reference is not null and (j.code <= 'J02') = (e.reference <= 'E02')`,
      [judging.stageId],
    );
  });
  afterAll(() => judging.stop());

  const client = (number: number) => judging.judge(number).client;
  const signAs = async (number: number, reference: string, marks = fullMarks()) =>
    sign(client(number), await judging.assignment(number, reference), { marks });

  it("knows nothing of drafts, not even their number", async () => {
    const before = JSON.stringify(await tableOf(judging.chair, judging));
    await save(client(1), await judging.assignment(1, "E01"), [mark("novelty", 9)], {
      notes: { commentToPanel: { text: "Secret", version: 0 } },
    });
    expect(JSON.stringify(await tableOf(judging.chair, judging))).toBe(before);
    const { progress } = await tableOf(judging.chair, judging);
    expect(progress).toMatchObject({ assigned: 8, signed: 0, stopped: 0 });
    expect(await judging.chair.data(DISCUSSION, { id: judging.stageId, entry: judging.entry("E01").id })).toEqual({ discussionCards: [] });
  });

  it("refuses to adjust what does not hang together, and names the links that are missing, conflicts kept", async () => {
    await signAs(2, "E01", fullMarks(4, 5));
    await signAs(2, "E02", fullMarks(6, 6));
    await signAs(3, "E03", fullMarks(9, 9));
    await signAs(4, "E03", fullMarks(8, 9));
    for (const reference of ["E03", "E04"])
      await judging.sql(
        `insert into conflict (id, judge_id, kind, origin, entry_id, at) select gen_random_uuid(), $1, 'FAMILY', 'DECLARED', $2, now()`,
        [judging.judge(2).id, judging.entry(reference).id],
      );
    const { connectivity, entries, judges } = await tableOf(judging.chair, judging);
    expect(connectivity).toMatchObject({ connected: false, links: 1 });
    expect(connectivity.groups.map(({ judges: codes, entries: references }) => [codes, references])).toEqual([
      [["J02"], ["E01", "E02"]],
      [["J03", "J04"], ["E03"]],
    ]);
    expect(connectivity.proposal).toEqual([{ judge: "J03", reference: "E01", assigned: false }]);
    expect(
      entries.every(({ adjusted, adjustment, adjustedRank }) => adjusted === null && adjustment === null && adjustedRank === null),
    ).toBe(true);
    expect(judges.every(({ effect, shrunk }) => effect === null && shrunk === null)).toBe(true);
    expect(entries[0]).toMatchObject({ reference: "E03", score: "86.67", rank: 1, proposal: "ADVANCES" });
    await judging.sql("delete from conflict");
  });

  it("says who is on the line, and keeps what was decided with its reason", async () => {
    await signAs(4, "E04", fullMarks(6, 6));
    const { entries } = await tableOf(judging.chair, judging);
    expect(entries.map(({ reference, proposal }) => [reference, proposal])).toEqual([
      ["E03", "ADVANCES"],
      ["E02", "ON_THE_LINE"],
      ["E04", "ON_THE_LINE"],
      ["E01", "STAYS"],
    ]);
  });

  it("shows the cards of an entry with what was said to panel and applicant, and no private note", async () => {
    const id = await judging.assignment(1, "E02");
    const notes = {
      privateNote: { text: "Mine alone", version: 0 },
      commentToPanel: { text: "Please discuss", version: 0 },
      commentToApplicant: { text: "Well done", version: 0 },
    };
    await sign(client(1), id, { marks: [mark("novelty", 8, 0, "Bold"), mark("impact", 8), mark("summary", 4)], notes });
    const answer = await judging.chair.data<{ discussionCards: object[] }>(DISCUSSION, {
      id: judging.stageId,
      entry: judging.entry("E02").id,
    });
    expect(answer.discussionCards).toHaveLength(2);
    expect(answer.discussionCards[0]).toMatchObject({ judge: "J01", commentToPanel: "Please discuss", commentToApplicant: "Well done" });
    expect(JSON.stringify(answer)).not.toContain("Mine alone");
    expect(JSON.stringify(answer)).toContain("Bold");
  });

  it("writes to judges what they have left, dry first, and not twice within a day", async () => {
    const { stageId, chair } = judging;
    const remind = async (more: object = {}) =>
      (
        await chair.data<{
          remindJudges: { refusals: { code: string }[]; judges: { judge: string; left: number; because: string | null }[] | null };
        }>(REMIND, { input: { stageId, ...more } })
      ).remindJudges;
    const letters = () =>
      judging.sql<{ recipient: string; subject: string; body_text: string }>(
        "select * from letter where kind = 'CARDS_DUE' order by recipient",
      );
    const due = [
      { judge: "J01", left: 1, because: null },
      { judge: "J03", left: 1, because: null },
    ];
    expect((await remind({ dryRun: true })).judges).toEqual(due);
    expect(await letters()).toEqual([]);
    expect((await remind({ judgeIds: [randomUUID()] })).refusals[0]?.code).toBe("UNKNOWN_REFERENCE");
    expect((await remind({ judgeIds: [judging.judge(1).id, judging.judge(2).id] })).judges).toEqual([
      { judge: "J01", left: 1, because: null },
      { judge: "J02", left: 0, because: "NOTHING_LEFT" },
    ]);
    expect((await remind()).judges?.map(({ judge, because }) => [judge, because])).toEqual([
      ["J01", "REMINDED"],
      ["J03", null],
    ]);
    const written = await letters();
    expect(written).toHaveLength(2);
    expect(written[0]?.body_text).toContain("one scorecard left");
    judging.world.clock.turnTo(new Date(judging.world.clock.now().getTime() + 25 * 3600_000));
    expect((await remind({ dryRun: true })).judges?.every(({ because }) => because === null)).toBe(true);
    await judging.stageState("DISCUSSION");
    expect((await remind()).refusals[0]?.code).toBe("WRONG_STATE");
    await judging.stageState("SCORING");
  });
});
