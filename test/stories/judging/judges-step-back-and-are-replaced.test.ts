import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { LEAVE, letters, PIN, RECUSE, REPLACE, REPLACEMENTS, VACANCIES } from "./judges.helper.ts";

type Vacancies = { judgeVacancies: readonly { assignmentId: string; reference: string; judge: string; end: string; judges: number }[] };
type Proposals = { replacements: readonly { judgeId: string; code: string; waiting: boolean }[] };
type Replaced = {
  replaceJudge: {
    refusals: readonly { code: string }[];
    done: number;
    outcomes: readonly { reference: string; refusal: { code: string } | null }[];
  };
};

let made: JudgingWorld;
const recusal = async (judge: number, reference: string, reason = "My sister wrote it") => ({
  input: { assignmentId: await made.assignment(judge, reference), kind: "FAMILY", reason },
});
const vacancies = async () => (await made.chair.data<Vacancies>(VACANCIES, { roundId: made.roundId })).judgeVacancies;
const proposals = async (reference: string) =>
  (await made.chair.data<Proposals>(REPLACEMENTS, { stageId: made.stageId, entryId: made.entry(reference).id })).replacements.map(
    ({ code }) => code,
  );

async function sign(judge: number, reference: string): Promise<void> {
  await made.sql(
    `insert into scorecard (id, assignment_id, judging_stage_id, judge_id, entry_id, instrument_id, state, outcome, signed_at, created_at, updated_at)
     select gen_random_uuid(), a.id, a.judging_stage_id, a.judge_id, a.entry_id, e.instrument_id, 'SIGNED', 'SCORED', now(), now(), now()
     from assignment a join entry e on e.id = a.entry_id where a.id = $1`,
    [await made.assignment(judge, reference)],
  );
}

beforeAll(async () => {
  // Three judges an entry; the fourth and fifth stand by, and have no seat yet.
  made = await createJudgingWorld({ entries: 4, judges: 5, perEntry: 0 });
  await made.sql(
    `insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, position, assigned_at)
     select gen_random_uuid(), $1, j.id, e.id, 'AUTOMATIC', row_number() over (partition by j.id order by e.reference), now()
     from judge j, entry e where e.round_id = $2 and e.reference is not null and j.round_id = $2 and j.code in ('J01', 'J02', 'J03')`,
    [made.stageId, made.roundId],
  );
  await made.sql("update judge set waiting = true where code in ('J04', 'J05')");
  await made.sql("delete from judge_seat s using judge j where j.id = s.judge_id and j.waiting");
  await made.sql("update judge set expertise = '{HEALTH}' where code = 'J04'");
});
afterAll(() => made.stop());

describe("a judge recuses", () => {
  test("nobody does it for another, and not without a reason", async () => {
    const input = await recusal(1, "E01");
    expect(await made.world.visitor.refusal(RECUSE, input)).toBe("UNAUTHENTICATED");
    expect(await made.judge(2).client.refusal(RECUSE, input)).toBe("NOT_FOUND");
    expect(await made.chair.refusal(RECUSE, input)).toBe("NOT_FOUND");
    expect(await made.judge(1).client.refusal(RECUSE, await recusal(1, "E01", "  "))).toBe("REASON_REQUIRED");
    expect(await vacancies()).toEqual([]);
  });

  test("after signing: the card is kept and counts no more, the tie is on record, the chair is told", async () => {
    await sign(1, "E01");
    const input = await recusal(1, "E01");
    const twice = await Promise.all([0, 1].map(() => made.judge(1).client.refusal(RECUSE, input)));
    expect(twice.map(String).sort()).toEqual(["NOT_FOUND", "null"]);
    const [card] = await made.sql(
      `select c.state, c.stopped_reason, c.signed_at is not null as kept, a.end_kind, v.act, v.detail ->> 'was' as was from scorecard c
       join assignment a on a.id = c.assignment_id join scorecard_event v on v.scorecard_id = c.id where a.id = $1`,
      [input.input.assignmentId],
    );
    expect(card).toEqual({
      state: "STOPPED",
      stopped_reason: "My sister wrote it",
      kept: true,
      end_kind: "RECUSED",
      act: "STOP",
      was: "SIGNED",
    });
    expect(await made.sql("select kind, origin, note from conflict")).toEqual([
      { kind: "FAMILY", origin: "DECLARED", note: "My sister wrote it" },
    ]);
    const told = await letters(made, "JUDGE_RECUSED");
    expect(told).toHaveLength(1);
    expect(told[0]?.subject).toBe("J01 Judge AA steps back from E01");
    expect(told[0]?.body_text).toContain("My sister wrote it");
    expect(told[0]?.body_text).toContain("counts no more");
  });

  test("the entry is out of their sight, by every question they can ask", async () => {
    const { client } = made.judge(1);
    const card = await client.ask("query ($id: ID!) { judgingCard(assignmentId: $id) { entry { title } } }", {
      id: await made.assignment(1, "E01"),
    });
    const queue = await client.ask("query ($id: ID!) { judgingQueue(stageId: $id) { total items { reference title state } } }", {
      id: made.stageId,
    });
    expect(JSON.stringify([card, queue])).not.toContain("Inovasi nomor 1");
    const SAVE = "mutation ($input: SaveCardInput!) { saveCard(input: $input) { refusals { code } } }";
    const marks = [{ criterion: "novelty", value: "5", version: 0 }];
    expect(
      await client.refusal(SAVE, { input: { assignmentId: await made.assignment(1, "E01"), marks, actedAt: "2026-07-15T02:00:00Z" } }),
    ).not.toBeNull();
  });

  test("not in a closed stage", async () => {
    await made.stageState("CLOSED");
    expect(await made.judge(2).client.refusal(RECUSE, await recusal(2, "E02"))).toBe("WRONG_STATE");
    await made.stageState("SCORING");
  });
});

describe("somebody takes over", () => {
  test("the entry lacks a judge, and the best who may judge it are proposed: who stands by first, who knows its affairs", async () => {
    expect(await vacancies()).toMatchObject([
      { reference: "E01", judge: "J01 Judge AA", end: "RECUSED", reason: "My sister wrote it", judges: 2, needed: 3 },
    ]);
    expect(await made.judge(2).client.refusal(VACANCIES, { roundId: made.roundId })).toBe("FORBIDDEN");
    expect(await made.judge(2).client.refusal(REPLACEMENTS, { stageId: made.stageId, entryId: made.entry("E01").id })).toBe("FORBIDDEN");
    expect(await proposals("E01")).toEqual(["J05", "J04"]);
    await made.chair.data(PIN, { input: { judgeId: made.judge(5).id, kind: "FAMILY", jurisdictionId: made.country.ogan } });
    expect(await proposals("E01")).toEqual(["J04"]);
  });

  test("not who must keep away: the refusal says why, in words", async () => {
    const [vacancy] = await vacancies();
    const input = { byJudgeId: made.judge(5).id, assignmentIds: [vacancy?.assignmentId] };
    expect(await made.judge(2).client.refusal(REPLACE, { input })).toBe("FORBIDDEN");
    const { replaceJudge } = await made.chair.data<Replaced>(REPLACE, { input });
    expect(replaceJudge).toMatchObject({
      done: 0,
      outcomes: [
        {
          reference: "E01",
          refusal: { code: "JUDGE_CONFLICT", values: { judge: "J05", why: "set by the chair: family (Kabupaten Ogan Ilir)." } },
        },
      ],
    });
    expect(await made.sql("select from assignment where judge_id = $1", [made.judge(5).id])).toHaveLength(0);
  });

  test("once, also when two chairs act at once; the replacement gets the seat and a letter", async () => {
    const second = await made.world.person("Citra", [{ role: "CHAIR", roundId: made.roundId }]);
    const [vacancy] = await vacancies();
    const input = { byJudgeId: made.judge(4).id, assignmentIds: [vacancy?.assignmentId] };
    const done = await Promise.all(
      [made.chair, second].map(async (chair) => (await chair.data<Replaced>(REPLACE, { input })).replaceJudge.done),
    );
    expect(done.sort()).toEqual([0, 1]);
    expect(await made.sql("select origin, position from assignment where judge_id = $1", [made.judge(4).id])).toEqual([
      { origin: "REPLACEMENT", position: 0 },
    ]);
    expect(
      await made.sql(
        "select waiting, (select panel from judge_seat s where s.judge_id = j.id and s.stage = 'desk') as panel from judge j where code = 'J04'",
      ),
    ).toEqual([{ waiting: false, panel: "a" }]);
    expect(await vacancies()).toEqual([]);
    const [letter] = await letters(made, "JUDGE_REPLACES");
    expect(letter?.recipient).toContain("judge.ad@");
    expect(letter?.body_text).toContain("E01");
    expect(letter?.body_text).not.toContain("Inovasi");
  });
});

describe("a judge leaves", () => {
  test("only by their own act or the chair's, with a reason", async () => {
    const input = { judgeId: made.judge(3).id, reason: "Ill" };
    expect(await made.judge(2).client.refusal(LEAVE, { input })).toBe("NOT_FOUND");
    expect(await made.judge(3).client.refusal(LEAVE, { input: { ...input, reason: "" } })).toBe("REASON_REQUIRED");
  });

  test("signed cards stay and count, the rest needs somebody, and nothing is left in their sight", async () => {
    await sign(3, "E02");
    expect(await made.judge(3).client.refusal(LEAVE, { input: { judgeId: made.judge(3).id, reason: "Ill" } })).toBeNull();
    expect(await made.sql("select state from scorecard where judge_id = $1", [made.judge(3).id])).toEqual([{ state: "SIGNED" }]);
    expect((await vacancies()).map(({ reference, end }) => `${reference} ${end}`)).toEqual([
      "E01 JUDGE_LEFT",
      "E03 JUDGE_LEFT",
      "E04 JUDGE_LEFT",
    ]);
    expect((await letters(made, "JUDGE_LEFT")).map(({ recipient }) => recipient).sort()).toEqual([
      "chandra@example.org",
      "citra@example.org",
    ]);
    const answer = await made.judge(3).client.ask("query ($id: ID!) { judgingQueue(stageId: $id) { total } }", { id: made.stageId });
    expect(answer.errors?.[0]?.extensions?.["code"]).toBe("NOT_FOUND");
  });

  test("another takes all of it over in one act, but what they must keep away from", async () => {
    const { replaceJudge } = await made.chair.data<Replaced>(REPLACE, {
      input: { byJudgeId: made.judge(5).id, judgeId: made.judge(3).id },
    });
    expect(replaceJudge.done).toBe(1);
    expect(replaceJudge.outcomes.map(({ reference, refusal }) => `${reference} ${refusal?.code ?? "taken"}`).sort()).toEqual([
      "E01 JUDGE_CONFLICT",
      "E03 JUDGE_CONFLICT",
      "E04 taken",
    ]);
    expect((await vacancies()).map(({ reference }) => reference)).toEqual(["E01", "E03"]);
    expect(await made.sql("select state from scorecard where judge_id = $1", [made.judge(3).id])).toEqual([{ state: "SIGNED" }]);
  });
});
