import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import {
  type Answered,
  BUNDLE_QUERY,
  CARD_QUERY,
  cardOf,
  codes,
  ENTRY_QUERY,
  fullMarks,
  mark,
  QUEUE_QUERY,
  queueOf,
  SAVE_CARD,
  SIGN_CARD,
  SKIP_CARD,
  sign,
} from "./cards.helper.ts";
import { ACCEPT, JUDGESHIPS } from "./judges.helper.ts";

const NEW_CODE = { en: "Be fair\nSay nothing", rw: "Ba umunyakuri\nNtugire icyo uvuga", id: "Adillah\nJangan bercerita" };
const CHANGED_AT = "2026-07-16T02:00:00Z";
const BEFORE = "2026-07-16T01:00:00Z";
const TASKS = "{ homeTasks { verb judgingId count } }";

type Ship = {
  readonly id: string;
  readonly version: number;
  readonly conduct: string;
  readonly conductVersion: number;
  readonly conductBefore: string | null;
  readonly stages: readonly { readonly total: number | null; readonly signed: number | null }[];
};

let judging: JudgingWorld;
let own: Client;
let ids: readonly string[];
let before: string;
beforeAll(async () => {
  judging = await createJudgingWorld({ entries: 4, judges: 2, rules: { others: { when: "AFTER_OWN", what: "MARKS_AND_COMMENTS" } } });
  own = judging.judge(1).client;
  ids = await Promise.all(["E01", "E02", "E03", "E04"].map((reference) => judging.assignment(1, reference)));
  await sign(own, ids[0] ?? "", { marks: fullMarks() });
  await sign(judging.judge(2).client, await judging.assignment(2, "E01"), { marks: fullMarks() });
  await sign(judging.judge(2).client, await judging.assignment(2, "E02"), { marks: fullMarks() });
  before = (await shipOf(own)).conduct;
  judging.world.clock.turnTo(CHANGED_AT);
  await revise({ conduct: NEW_CODE });
  judging.world.clock.turnTo("2026-07-16T05:00:00Z");
});
afterAll(() => judging.stop());

const revise = (change: object) =>
  judging.sql(
    `insert into instrument (id, round_id, number, kind, definition, frozen_at, created_at)
     select gen_random_uuid(), round_id, number + 1, kind, definition || $2::jsonb, $3::timestamptz, $3::timestamptz
     from instrument where round_id = $1 order by number desc limit 1`,
    [judging.roundId, JSON.stringify(change), judging.world.clock.now()],
  );
const shipOf = async (who: Client): Promise<Ship> => {
  const { judgeships } = await who.data<{ judgeships: readonly Ship[] }>(JUDGESHIPS.replace("conductDue", "conductDue conductBefore"));
  return judgeships[0] ?? Promise.reject(new Error("judges nothing"));
};
/** As a device sends it: without asking for the card's place in the queue. */
const send = async (act: string, assignmentId: string, more: object): Promise<Answered> => {
  const input = { assignmentId, ...(act === SIGN_CARD ? { outcome: "SCORED", cardVersion: 0 } : {}), ...more };
  const answer = await own.data<Record<string, Answered>>(act.replace(/place \{[^}]*\}/, ""), { input });
  return Object.values(answer)[0] ?? Promise.reject(new Error("no answer"));
};
const accept = ({ id, version, conductVersion }: Ship) => ({
  input: { judgeId: id, version, conductVersion, expertise: ["REGISTRY"], languages: ["id"], noTies: true },
});
const stateOf = async (id: string | undefined) =>
  (await judging.sql<{ state: string }>("select state from scorecard where assignment_id = $1", [id]))[0]?.state ?? null;

describe("a judge whose code of conduct has changed since they accepted it", () => {
  it("sees nothing more of what they judge, while to others all of it is as if it were not", async () => {
    const [first = "", second = ""] = ids;
    const outsider = await judging.world.person("Outsider", []);
    for (const [query, id] of [
      [QUEUE_QUERY, judging.stageId],
      [BUNDLE_QUERY, judging.stageId],
      [CARD_QUERY, first],
      [ENTRY_QUERY, second],
    ] as const) {
      const { errors = [], data } = await own.ask(query, { id });
      expect(data ?? null).toBeNull();
      expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: "CONDUCT_DUE", values: { judgeId: judging.judge(1).id } }]);
      expect(await outsider.refusal(query, { id })).toBe("NOT_FOUND");
    }
    expect(await own.refusal(CARD_QUERY, { id: await judging.assignment(2, "E03") })).toBe("NOT_FOUND");
    expect(await own.refusal(CARD_QUERY, { id: randomUUID() })).toBe("NOT_FOUND");
    for (const path of [`/judging/evidence/${first}/${randomUUID()}`, `/print/judging/${judging.stageId}.pdf?language=en`]) {
      const answer = await own.fetch(path);
      expect([answer.status >= 400, (await answer.text()).includes("CONDUCT_DUE")]).toEqual([true, true]);
    }
  });

  it("is asked again at home and among their rounds, with what they had accepted, and without how far they are", async () => {
    expect(await shipOf(own)).toMatchObject({
      conductDue: true,
      conduct: NEW_CODE.en,
      conductBefore: before,
      stages: [{ total: null, signed: null }],
    });
    expect((await own.data<{ homeTasks: object[] }>(TASKS)).homeTasks).toEqual([
      { verb: "ACCEPT_CONDUCT", judgingId: judging.judge(1).id, count: 1 },
    ]);
  });

  it("writes nothing under a code that they have not accepted", async () => {
    const [, , third = "", fourth = ""] = ids;
    expect(codes(await send(SAVE_CARD, third, { marks: fullMarks() }))).toEqual(["CONDUCT_DUE"]);
    expect(codes(await send(SAVE_CARD, third, { marks: fullMarks(), actedAt: "2026-07-16T02:30:00Z" }))).toEqual(["CONDUCT_DUE"]);
    expect(codes(await send(SIGN_CARD, third, { marks: fullMarks(), actedAt: "2026-07-16T03:00:00Z" }))).toEqual(["CONDUCT_DUE"]);
    expect(await own.refusal(SKIP_CARD, { input: { assignmentId: fourth, skip: true } })).toBe("CONDUCT_DUE");
    expect([await stateOf(third), await stateOf(fourth)]).toEqual([null, null]);
  });

  it("has what they did without a network before the change taken, and learns nothing more by it", async () => {
    const [, second = "", third = ""] = ids;
    const saved = await send(SAVE_CARD, third, { marks: [mark("novelty", 6)], actedAt: BEFORE });
    expect([codes(saved), saved.card?.marks.length]).toEqual([[], 1]);
    const signed = await send(SIGN_CARD, second, { marks: fullMarks(), actedAt: BEFORE });
    expect([codes(signed), signed.card?.state, signed.card?.others]).toEqual([[], "SIGNED", null]);
    expect([await stateOf(second), await stateOf(third)]).toEqual(["SIGNED", "DRAFT"]);
  });

  it("goes on where they were once they have accepted it, and what was refused meanwhile is taken", async () => {
    expect(await own.refusal(ACCEPT, accept({ ...(await shipOf(own)), conductVersion: 1 }))).toBe("CONDUCT_CHANGED");
    expect(await own.refusal(ACCEPT, accept(await shipOf(own)))).toBeNull();
    expect(await shipOf(own)).toMatchObject({ conductDue: false, conductBefore: null, stages: [{ total: 4, signed: 2 }] });
    expect((await queueOf(own, judging)).items).toHaveLength(4);
    expect((await cardOf(own, ids[1] ?? "")).others).toHaveLength(1);
    expect(
      codes(await sign(own, ids[2] ?? "", { marks: [mark("impact", 5), mark("summary", 2)], actedAt: BEFORE, cardVersion: 1 })),
    ).toEqual([]);
    expect((await own.data<{ homeTasks: object[] }>(TASKS)).homeTasks).toMatchObject([{ verb: "JUDGE_ENTRIES", count: 1 }]);
  });

  it("is not asked again when another version of the rules has the same code", async () => {
    await revise({ affairs: [{ code: "REGISTRY", names: { en: "Registry", rw: "Irangamimerere", id: "Pencatatan" } }] });
    expect(await shipOf(own)).toMatchObject({ conductDue: false });
    expect((await queueOf(own, judging)).items).toHaveLength(4);
    await revise({ conduct: { ...NEW_CODE, rw: "Ba umunyakuri" } });
    expect(await own.refusal(QUEUE_QUERY, { id: judging.stageId })).toBe("CONDUCT_DUE");
  });
});
