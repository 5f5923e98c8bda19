import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { CLEAR, DECLARE, eventsHandled, LIFT, letters, PAIRS, PIN, STATEMENTS } from "./judges.helper.ts";

type Pairs = { conflictingPairs: { nodes: readonly { judgeCode: string; reference: string; kind: string; origin: string }[] } };
type Statements = { conflictStatements: { nodes: readonly { id: string; origin: string; liftedAt: string | null }[] } };
type State = { ended: string | null; card: string | null; reason: string | null; events: number };

let made: JudgingWorld;

/** A signed card of a judge, written as a row. */
async function signed(judge: number, reference: string): Promise<void> {
  await made.sql(
    `insert into scorecard (id, assignment_id, judging_stage_id, judge_id, entry_id, instrument_id, state, outcome, signed_at, created_at, updated_at)
     select gen_random_uuid(), a.id, a.judging_stage_id, a.judge_id, a.entry_id, e.instrument_id, 'SIGNED', 'SCORED', now(), now(), now()
     from assignment a join entry e on e.id = a.entry_id where a.id = $1`,
    [await made.assignment(judge, reference)],
  );
}

async function stateOf(judge: number, reference: string): Promise<State> {
  const [row] = await made.sql<State>(
    `select a.end_kind as ended, c.state as card, a.end_reason as reason,
       (select count(*)::int from scorecard_event v where v.scorecard_id = c.id and v.act = 'STOP') as events
     from assignment a left join scorecard c on c.assignment_id = a.id where a.id = $1`,
    [await made.assignment(judge, reference)],
  );
  if (!row) throw new Error("no assignment");
  return row;
}
const OPEN = { ended: null, card: "SIGNED", reason: null, events: 0 };
const pairs = async (judge: number) =>
  (await made.chair.data<Pairs>(PAIRS, { roundId: made.roundId, judgeId: made.judge(judge).id })).conflictingPairs.nodes.map(
    ({ reference, origin, kind }) => `${reference} ${origin} ${kind}`,
  );
const statements = async () => (await made.chair.data<Statements>(STATEMENTS, { roundId: made.roundId })).conflictStatements.nodes;

beforeAll(async () => {
  // E01 and E03 are of Ogan Ilir, E02 and E04 of Muara Enim.
  made = await createJudgingWorld({ entries: 4, judges: 6 });
});
afterAll(() => made.stop());

describe("who may say what of conflicts", () => {
  test("nobody but the chair pins, clears and lifts; a judge declares for themselves alone and reads nobody's", async () => {
    const [one, two] = [made.judge(1), made.judge(2)];
    const pin = { input: { judgeId: two.id, kind: "OTHER", entryId: made.entry("E01").id } };
    expect(await one.client.refusal(PIN, pin)).toBe("FORBIDDEN");
    expect(await made.world.visitor.refusal(PIN, pin)).toBe("UNAUTHENTICATED");
    expect(await one.client.refusal(CLEAR, { input: { judgeId: one.id, entryIds: [made.entry("E01").id], reason: "x" } })).toBe(
      "FORBIDDEN",
    );
    expect(await one.client.refusal(LIFT, { input: { conflictId: crypto.randomUUID(), reason: "x" } })).toBe("FORBIDDEN");
    expect(await one.client.refusal(DECLARE, { input: { judgeId: two.id, kind: "FAMILY", jurisdictionId: made.country.ogan } })).toBe(
      "NOT_FOUND",
    );
    expect(await one.client.refusal(PAIRS, { roundId: made.roundId })).toBe("FORBIDDEN");
    expect(await one.client.refusal(STATEMENTS, { roundId: made.roundId })).toBe("FORBIDDEN");
    expect(await made.sql("select from conflict")).toHaveLength(0);
  });

  test("a statement is about exactly one thing, and about this round's", async () => {
    const judgeId = made.judge(1).id;
    expect(await made.chair.refusal(PIN, { input: { judgeId, kind: "OTHER" } })).toBe("REQUIRED");
    const both = { judgeId, kind: "OTHER", entryId: made.entry("E01").id, jurisdictionId: made.country.ogan };
    expect(await made.chair.refusal(PIN, { input: both })).toBe("REQUIRED");
    expect(await made.chair.refusal(PIN, { input: { judgeId, kind: "OTHER", entryId: crypto.randomUUID() } })).toBe("UNKNOWN_REFERENCE");
    expect(await made.chair.refusal(CLEAR, { input: { judgeId, entryIds: [made.entry("E01").id], reason: " " } })).toBe("REASON_REQUIRED");
  });
});

describe("a conflict that appears later", () => {
  test("declared: signed cards of the area stop, others stay, and the chair reads which and why", async () => {
    await signed(1, "E01");
    await signed(1, "E02");
    const answer = await made.judge(1).client.data<{ declareConflict: object }>(DECLARE, {
      input: { judgeId: made.judge(1).id, kind: "EMPLOYMENT", agencyId: made.country.registry, note: "I begin there in August" },
    });
    expect(answer.declareConflict).toEqual({ refusals: [], stopped: 2 });
    expect(await stateOf(1, "E01")).toEqual({ ended: "CONFLICT", card: "STOPPED", reason: "DECLARED.EMPLOYMENT", events: 1 });
    expect(await stateOf(1, "E03")).toMatchObject({ ended: "CONFLICT", card: null });
    expect(await stateOf(1, "E02")).toEqual(OPEN);
    const [letter] = await letters(made, "CARDS_STOPPED");
    expect(letter).toMatchObject({ recipient: "chandra@example.org", language: "en" });
    expect(letter?.body_text).toContain(
      "J01 Judge AA, E01: declared: work (Dinas Kependudukan dan Pencatatan Sipil). The signed scorecard counts no more.",
    );
    expect(letter?.body_text).toContain("J01 Judge AA, E03: declared: work");
    expect(letter?.body_text).toContain("/en/app/rounds/kipp-2026/judges/replacements");
  });

  test("the entry leaves the judge's sight at once: the card is not found, the queue has it no more among what is left", async () => {
    const assignment = await made.assignment(1, "E01");
    const { client } = made.judge(1);
    const answer = await client.ask("query ($id: ID!) { judgingCard(assignmentId: $id) { reference entry { title } } }", {
      id: assignment,
    });
    expect(JSON.stringify(answer)).not.toContain("Inovasi nomor 1");
    const queue = await client.ask("query ($id: ID!) { judgingQueue(stageId: $id) { items { reference title state } } }", {
      id: made.stageId,
    });
    expect(JSON.stringify(queue)).not.toContain("Inovasi nomor 1");
  });

  test("pinned: on one entry, in an act of its own; two chairs at once end it once", async () => {
    await signed(2, "E02");
    const second = await made.world.person("Citra", [{ role: "CHAIR", roundId: made.roundId }], "rw");
    const input = { judgeId: made.judge(2).id, kind: "COLLABORATION", entryId: made.entry("E02").id, note: "Wrote a paper together" };
    const answers = await Promise.all(
      [made.chair, second].map(
        async (chair) => (await chair.data<{ pinConflict: { stopped: number } }>(PIN, { input })).pinConflict.stopped,
      ),
    );
    expect(answers.sort()).toEqual([0, 1]);
    expect(await stateOf(2, "E02")).toMatchObject({ ended: "CONFLICT", card: "STOPPED", events: 1 });
    const told = (await letters(made, "CARDS_STOPPED")).filter(({ body_text }) => body_text.includes("J02"));
    expect(told.map(({ recipient, language }) => `${recipient} ${language}`).sort()).toEqual([
      "chandra@example.org en",
      "citra@example.org rw",
    ]);
    expect(told.find(({ language }) => language === "rw")?.body_text).toContain("byashyizweho n'ukuriye akanama nkemurampaka");
  });

  test("detected: an office that the judge was given ends what they judge there", async () => {
    await signed(3, "E02");
    const { personId } = made.judge(3);
    const GRANT = "mutation ($input: GrantRoleInput!) { grantRole(input: $input) { refusals { code } } }";
    expect(
      await made.admin.refusal(GRANT, { input: { personId, grant: { role: "STAFF", agencyId: made.country.muaraHealth } } }),
    ).toBeNull();
    await eventsHandled(made);
    expect(await stateOf(3, "E02")).toMatchObject({ ended: "CONFLICT", card: "STOPPED", reason: "DETECTED.SAME_AGENCY" });
    expect(await stateOf(3, "E01")).toMatchObject({ ended: null });
    expect(await pairs(3)).toEqual(["E02 DETECTED SAME_AGENCY", "E04 DETECTED SAME_AGENCY"]);
  });

  test("a signed card stops also where the assignment had ended, and nothing stops in a closed stage", async () => {
    await signed(4, "E01");
    await made.sql("update assignment set ended_at = now(), end_kind = 'JUDGE_LEFT' where id = $1", [await made.assignment(4, "E01")]);
    await made.stageState("CLOSED");
    const input = { judgeId: made.judge(4).id, kind: "FAMILY", entryId: made.entry("E01").id };
    expect((await made.chair.data<{ pinConflict: object }>(PIN, { input })).pinConflict).toEqual({ refusals: [], stopped: 0 });
    expect(await stateOf(4, "E01")).toMatchObject({ card: "SIGNED" });
    await made.stageState("SCORING");
    expect((await made.chair.data<{ pinConflict: object }>(PIN, { input: { ...input, note: "again" } })).pinConflict).toMatchObject({
      stopped: 1,
    });
    expect(await stateOf(4, "E01")).toMatchObject({ ended: "JUDGE_LEFT", card: "STOPPED", events: 1 });
  });
});

describe("what the chair decides", () => {
  test("cleared with a reason, a detected conflict is none; lifted, it is one again and ends what it must", async () => {
    const { id: judgeId, personId } = made.judge(5);
    await made.sql(
      "insert into role_grant (id, person_id, role, scope, jurisdiction_id) values (gen_random_uuid(), $1, 'HEAD', 'JURISDICTION', $2)",
      [personId, made.country.ogan],
    );
    expect(await pairs(5)).toEqual(["E01 DETECTED SAME_PLACE", "E03 DETECTED SAME_PLACE"]);
    const entryIds = [made.entry("E01").id, made.entry("E03").id];
    expect(
      await made.chair.refusal(CLEAR, { input: { judgeId, entryIds, reason: "Left the office in 2020; the record is old" } }),
    ).toBeNull();
    expect(await pairs(5)).toEqual([]);
    await signed(5, "E01");
    const [cleared] = (await statements()).filter(({ origin }) => origin === "CLEARED");
    expect(await made.chair.refusal(LIFT, { input: { conflictId: cleared?.id, reason: "" } })).toBe("REASON_REQUIRED");
    const both = await Promise.all(
      [0, 1].map(() => made.chair.refusal(LIFT, { input: { conflictId: cleared?.id, reason: "It holds after all" } })),
    );
    expect(both.map(String).sort()).toEqual(["WRONG_STATE", "null"]);
    expect((await pairs(5)).length).toBe(1);
    expect((await statements()).find(({ id }) => id === cleared?.id)).toMatchObject({ liftedReason: "It holds after all" });
  });

  test("pairs come by judge and entry, a page at a time, and by origin", async () => {
    type Page = { conflictingPairs: Pairs["conflictingPairs"] & { pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
    const page = (after: string | null): Promise<Page> => made.chair.data<Page>(PAIRS, { roundId: made.roundId, first: 2, after });
    const all: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Page["conflictingPairs"] = (await page(after)).conflictingPairs;
      all.push(...nodes.map(({ judgeCode, reference }) => `${judgeCode} ${reference}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(all).toEqual([...all].sort());
    const pinned = await made.chair.data<Pairs>(PAIRS, { roundId: made.roundId, origin: "PINNED" });
    expect(pinned.conflictingPairs.nodes.map(({ judgeCode }) => judgeCode)).toEqual(["J02", "J02", "J04", "J04"]);
  });
});
