import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { tokenIn } from "../../world/outside/post-office.ts";
import { PASSWORD } from "../../world/world.ts";
import { ACCEPT, INVITE, JUDGES, JUDGESHIPS, LEAVE, letters, RESEND, SEAT } from "./judges.helper.ts";

type Ship = { readonly id: string; readonly version: number; readonly conductVersion: number } & Record<string, unknown>;
type Listed = { judges: { nodes: readonly { id: string; code: string; version: number }[] } };

const SEATS = [{ stage: "desk", panel: "a" }];

let made: JudgingWorld;
let second: Client;
let dewi: Client;

/** The judge with this code, as the chair sees them. */
async function seen(code: string): Promise<Listed["judges"]["nodes"][number]> {
  const found = (await made.chair.data<Listed>(JUDGES, { roundId: made.roundId })).judges.nodes.find((judge) => judge.code === code);
  if (!found) throw new Error(`no judge ${code}`);
  return found;
}

async function shipOf(judge: Client): Promise<Ship> {
  const [ship] = (await judge.data<{ judgeships: readonly Ship[] }>(JUDGESHIPS)).judgeships;
  if (!ship) throw new Error("no judgeship");
  return ship;
}

const accepting = ({ id, version, conductVersion }: Ship) => ({
  input: { judgeId: id, version, conductVersion, expertise: ["HEALTH"], languages: ["id"], noTies: true },
});

beforeAll(async () => {
  // J01 judges; J02, J03 and J04 are asked.
  made = await createJudgingWorld({ entries: 2, judges: 1, perEntry: 1 });
  second = await made.world.person("Citra", [{ role: "CHAIR", roundId: made.roundId }]);
  dewi = await made.world.person("Dewi", [], "id");
  const people = "keza@example.org\ngina@example.org\ndewi@example.org";
  expect(
    await made.chair.refusal(INVITE, { input: { roundId: made.roundId, people, language: "en", seats: SEATS, dryRun: false } }),
  ).toBeNull();
});
afterAll(() => made.stop());

describe("whoever leads", () => {
  test("writes an invitation again: the first link ends", async () => {
    const keza = await seen("J02");
    expect(await made.judge(1).client.refusal(RESEND, { input: { judgeId: keza.id } })).toBe("FORBIDDEN");
    expect(await made.chair.refusal(RESEND, { input: { judgeId: keza.id } })).toBeNull();
    const both = (await letters(made, "JUDGE_INVITED")).filter(({ recipient }) => recipient === "keza@example.org");
    expect(both).toHaveLength(2);
    const [first, second] = both.map(({ body_text }) => tokenIn(body_text));
    expect((await made.world.visitor.post("/auth/accept-invitation", { token: first, newPassword: PASSWORD })).ok).toBe(false);
    expect((await made.world.visitor.post("/auth/accept-invitation", { token: second, newPassword: PASSWORD })).ok).toBe(true);
  });

  test("seats judges; of two chairs at once one has seen the judge as they no longer are", async () => {
    const keza = await seen("J02");
    const input = {
      judgeId: keza.id,
      version: keza.version,
      seats: [...SEATS, { stage: "interview", panel: "a" }],
      waiting: false,
      capacity: 5,
    };
    expect(await made.judge(1).client.refusal(SEAT, { input })).toBe("FORBIDDEN");
    const answers = await Promise.all([made.chair, second].map((chair) => chair.refusal(SEAT, { input })));
    expect(answers.map(String).sort()).toEqual(["STALE_VERSION", "null"]);
    expect(await made.sql("select stage from judge_seat where judge_id = $1", [keza.id])).toHaveLength(2);
  });

  test("withdraws an invitation with a reason: it can no longer be accepted", async () => {
    const gina = await seen("J03");
    expect(await made.chair.refusal(LEAVE, { input: { judgeId: gina.id, reason: " " } })).toBe("REASON_REQUIRED");
    expect(await made.chair.refusal(LEAVE, { input: { judgeId: gina.id, reason: "We have enough" } })).toBeNull();
    expect(await made.sql("select from role_grant g join person p on p.id = g.person_id where p.email = 'gina@example.org'")).toHaveLength(
      0,
    );
  });
});

describe("a new version of the rules", () => {
  test("with another code of conduct asks those who accepted again", async () => {
    expect(await dewi.refusal(ACCEPT, accepting(await shipOf(dewi)))).toBeNull();
    const before = await shipOf(dewi);
    await made.sql(
      `insert into instrument (id, round_id, number, kind, definition, frozen_at, created_at)
       select gen_random_uuid(), round_id, number + 1, kind, definition || '{"conduct": {"en": "Be fair", "rw": "Ba umunyakuri", "id": "Adillah"}}', now(), now()
       from instrument where round_id = $1`,
      [made.roundId],
    );
    expect(await shipOf(dewi)).toMatchObject({
      state: "ACCEPTED",
      conductDue: true,
      conduct: "Adillah",
      conductVersion: before.conductVersion + 1,
    });
    expect(await dewi.refusal(ACCEPT, accepting(before))).toBe("CONDUCT_CHANGED");
    expect(await dewi.refusal(ACCEPT, accepting(await shipOf(dewi)))).toBeNull();
    expect(await shipOf(dewi)).toMatchObject({ conductDue: false });
  });
});
