import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { tokenIn } from "../../world/outside/post-office.ts";
import { PASSWORD } from "../../world/world.ts";
import { ACCEPT, DECLINE, INVITE, JUDGES, JUDGESHIPS, letters, RESEND } from "./judges.helper.ts";

type Ship = { readonly id: string; readonly version: number; readonly conductVersion: number; readonly state: string } & Record<
  string,
  unknown
>;
type Invited = {
  inviteJudges: { refusals: readonly object[]; done: number; lines: readonly { line: number; refusal: { code: string } | null }[] };
};
type Listed = {
  judges: {
    nodes: readonly { id: string; code: string; version: number; email: string }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
};

let made: JudgingWorld;
const SEATS = [{ stage: "desk", panel: "a" }];
const invitation = (people: string, more: object = {}) => ({
  input: { roundId: made.roundId, people, language: "en", seats: SEATS, waiting: false, dryRun: false, ...more },
});
const shipOf = async (judge: Client): Promise<Ship> => {
  const [ship] = (await judge.data<{ judgeships: readonly Ship[] }>(JUDGESHIPS)).judgeships;
  if (!ship) throw new Error("no judgeship");
  return ship;
};
const answer = (ship: Ship, more: object = {}) => ({
  input: {
    judgeId: ship.id,
    version: ship.version,
    conductVersion: ship.conductVersion,
    expertise: ["HEALTH"],
    languages: ["en", "id"],
    capacity: 12,
    noTies: true,
    ties: [],
    ...more,
  },
});

beforeAll(async () => {
  made = await createJudgingWorld({ entries: 2, judges: 1, perEntry: 1 });
});
afterAll(() => made.stop());

describe("who may invite", () => {
  test("the public, judges and who has nothing to do with the round may not, and learn nothing of its judges", async () => {
    const stranger = await made.world.person("Sipho", [{ role: "STAFF", jurisdictionId: made.country.muara }]);
    const other = await openJuryRound(made.admin, {}, "kipp-2025");
    const otherChair = await made.world.person("Olga", [{ role: "CHAIR", roundId: other.roundId }]);
    const who = [made.world.visitor, stranger, made.judge(1).client, otherChair];
    expect(await Promise.all(who.map((client) => client.refusal(INVITE, invitation("a@example.org"))))).toEqual([
      "UNAUTHENTICATED",
      "FORBIDDEN",
      "FORBIDDEN",
      "NOT_FOUND",
    ]);
    expect(await Promise.all(who.map((client) => client.refusal(JUDGES, { roundId: made.roundId })))).toEqual([
      "UNAUTHENTICATED",
      "FORBIDDEN",
      "FORBIDDEN",
      "NOT_FOUND",
    ]);
    expect((await made.sql("select from judge")).length).toBe(1);
  });

  test("an auditor looks on and changes nothing", async () => {
    const auditor = await made.world.person("Odette", [{ role: "AUDITOR" }]);
    expect((await auditor.data<Listed>(JUDGES, { roundId: made.roundId })).judges.nodes).toMatchObject([
      { code: "J01", viewerCan: { lead: false } },
    ]);
    expect(await auditor.refusal(INVITE, invitation("a@example.org"))).toBe("FORBIDDEN");
  });
});

describe("a list of people", () => {
  test("is told line by line before anything is written: addresses, repetition, judges, the chair herself", async () => {
    const list = "Name,Email\nKeza, keza@example.org, rw\nnobody\nkeza@example.org\njudge.aa@example.org\nchandra@example.org";
    const { inviteJudges } = await made.chair.data<Invited>(INVITE, invitation(list, { dryRun: true }));
    expect(inviteJudges).toMatchObject({ refusals: [], done: 1, dryRun: true });
    expect(inviteJudges.lines.map(({ line, refusal }) => [line, refusal?.code ?? null])).toEqual([
      [2, null],
      [3, "INVALID_EMAIL"],
      [4, "ALREADY_EXISTS"],
      [5, "ALREADY_EXISTS"],
      [6, "JUDGE_IS_CHAIR"],
    ]);
    expect(await made.sql("select from person where email = 'keza@example.org'")).toHaveLength(0);
    expect(await letters(made, "JUDGE_INVITED")).toHaveLength(0);
  });

  test("refuses an empty list, and a seat that the rules do not have", async () => {
    expect(await made.chair.refusal(INVITE, invitation(" \n"))).toBe("REQUIRED");
    expect(await made.chair.refusal(INVITE, invitation("a@example.org", { seats: [{ stage: "desk", panel: "z" }] }))).toBe(
      "UNKNOWN_REFERENCE",
    );
  });

  test("invites new people and those with an account, each in their language, and numbers them on", async () => {
    await made.world.person("Dewi", [], "id");
    const { inviteJudges } = await made.chair.data<Invited>(
      INVITE,
      invitation("Keza, keza@example.org, rw\ndewi@example.org\nfred@example.org"),
    );
    expect(inviteJudges).toMatchObject({
      done: 3,
      lines: [{ isNew: true }, { isNew: false, name: "Dewi" }, { isNew: true, name: "Fred" }],
    });
    const { judges } = await made.chair.data<Listed>(JUDGES, { roundId: made.roundId });
    expect(judges.nodes).toMatchObject([
      { code: "J01", state: "ACCEPTED", load: { assigned: 2 } },
      { code: "J02", name: "Keza", state: "INVITED", seats: SEATS, viewerCan: { resend: true } },
      { code: "J03", name: "Dewi", state: "INVITED" },
      { code: "J04", name: "Fred", state: "INVITED" },
    ]);
    const written = await letters(made, "JUDGE_INVITED");
    expect(written.map(({ recipient, language }) => [recipient, language])).toEqual([
      ["keza@example.org", "rw"],
      ["dewi@example.org", "id"],
      ["fred@example.org", "en"],
    ]);
    expect(written[0]?.body_text).toContain("Chandra arabatumira");
    expect(written[0]?.body_text).toContain("/rw/app/accept-invitation?token=");
    expect(written[1]?.subject).toBe("Bersediakah Anda menjadi juri di Awards kipp-2026 (id)?");
    expect(written[1]?.body_text).toContain("/id/app/judging");
    expect(written[2]?.body_text).toContain("JUDGING (en)");
  });

  test("comes a page at a time", async () => {
    const first = (await made.chair.data<Listed>(JUDGES, { roundId: made.roundId, first: 3 })).judges;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = (await made.chair.data<Listed>(JUDGES, { roundId: made.roundId, first: 3, after: first.pageInfo.endCursor })).judges;
    expect([...first.nodes, ...rest.nodes].map(({ code }) => code)).toEqual(["J01", "J02", "J03", "J04"]);
  });

  test("two chairs who invite the same person at once invite them once", async () => {
    const second = await made.world.person("Citra", [{ role: "CHAIR", roundId: made.roundId }]);
    const answers = await Promise.all(
      [made.chair, second].map((chair) => chair.data<Invited>(INVITE, invitation("gina@example.org\nhana@example.org"))),
    );
    expect(answers.map(({ inviteJudges }) => inviteJudges.done).sort()).toEqual([0, 2]);
    expect(await made.sql("select code from judge order by code")).toHaveLength(6);
  });
});

describe("who was invited", () => {
  let dewi: Client;
  beforeAll(async () => {
    dewi = await made.world.signIn("dewi@example.org");
  });

  test("sees the dates and the code of conduct, and nothing of entries: no counts, no cards, no files", async () => {
    const [mine] = await made.sql<{ id: string }>(
      "select j.id from judge j join person p on p.id = j.person_id where p.email = 'dewi@example.org'",
    );
    await made.sql(
      `insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, position, assigned_at)
       values (gen_random_uuid(), $1, $2, $3, 'HAND', 0, now())`,
      [made.stageId, mine?.id, made.entry("E01").id],
    );
    const ship = await shipOf(dewi);
    expect(ship).toMatchObject({ state: "INVITED", conductDue: true, stages: [{ name: "JUDGING (id)", total: null, signed: null }] });
    expect(String(ship["conduct"]).split("\n")).toHaveLength(5);
    expect(String(ship["conduct"])).toContain("Saya menilai isi usulan");
    const [assigned] = await made.sql<{ id: string }>("select id from assignment where judge_id = $1", [mine?.id]);
    const real = await dewi.ask("query ($id: ID!) { judgingCard(assignmentId: $id) { place { number } } }", { id: assigned?.id });
    const made_up = await dewi.ask("query ($id: ID!) { judgingCard(assignmentId: $id) { place { number } } }", { id: crypto.randomUUID() });
    expect(real.errors?.[0]?.extensions?.["code"]).toBe(made_up.errors?.[0]?.extensions?.["code"]);
    expect(await dewi.refusal("query ($id: ID!) { judgingQueue(stageId: $id) { total } }", { id: made.stageId })).toBe("NOT_FOUND");
    expect(
      JSON.stringify(await dewi.ask("query ($id: ID!) { node(id: $id) { id __typename } }", { id: made.entry("E01").id })),
    ).not.toContain("Entry");
    await made.sql("delete from assignment where judge_id = $1", [mine?.id]);
  });

  test("answers for themselves only, and says what they know and what ties them", async () => {
    const ship = await shipOf(dewi);
    expect(await made.judge(1).client.refusal(ACCEPT, answer(ship))).toBe("NOT_FOUND");
    expect(await made.chair.refusal(ACCEPT, answer(ship))).toBe("NOT_FOUND");
    expect(await dewi.refusal(ACCEPT, answer(ship, { expertise: [] }))).toBe("REQUIRED");
    expect(await dewi.refusal(ACCEPT, answer(ship, { expertise: ["ASTROLOGY"] }))).toBe("UNKNOWN_REFERENCE");
    expect(await dewi.refusal(ACCEPT, answer(ship, { languages: [] }))).toBe("REQUIRED");
    expect(await dewi.refusal(ACCEPT, answer(ship, { noTies: false }))).toBe("REQUIRED");
    expect(await dewi.refusal(ACCEPT, answer(ship, { ties: [{ kind: "FAMILY", jurisdictionId: made.country.ogan }] }))).toBe(
      "INVALID_VALUE",
    );
    expect(await dewi.refusal(ACCEPT, answer(ship, { noTies: false, ties: [{ kind: "FAMILY" }] }))).toBe("REQUIRED");
    expect(await dewi.refusal(ACCEPT, answer(ship, { conductVersion: 99 }))).toBe("CONDUCT_CHANGED");
    expect((await shipOf(dewi)).state).toBe("INVITED");
  });

  test("accepts once: a second answer from the same page loses", async () => {
    const ship = await shipOf(dewi);
    const ties = [
      { kind: "EMPLOYMENT", agencyId: made.country.registry, note: "I worked there" },
      { kind: "FAMILY", jurisdictionId: made.country.muara },
    ];
    const [one, other] = await Promise.all([0, 1].map(() => dewi.refusal(ACCEPT, answer(ship, { noTies: false, ties }))));
    expect([one, other].sort()).toEqual(["STALE_VERSION", null]);
    const accepted = await shipOf(dewi);
    expect(accepted).toMatchObject({ state: "ACCEPTED", conductDue: false, stages: [{ total: 0, signed: 0 }] });
    expect(accepted["ties"]).toEqual([
      { kind: "EMPLOYMENT", what: "Dinas Kependudukan dan Pencatatan Sipil" },
      { kind: "FAMILY", what: "Kabupaten Muara Enim" },
    ]);
    expect(await made.chair.refusal(RESEND, { input: { judgeId: ship.id } })).toBe("WRONG_STATE");
  });

  test("chooses a password by the letter's link and finds the invitation; declining tells the chairs why and ends the role", async () => {
    const [letter] = (await letters(made, "JUDGE_INVITED")).filter(({ recipient }) => recipient === "fred@example.org");
    const token = tokenIn(letter?.body_text);
    const taken = await made.world.visitor.post("/auth/accept-invitation", { token, newPassword: PASSWORD });
    expect(taken.ok).toBe(true);
    const fred = await made.world.signIn("fred@example.org");
    const ship = await shipOf(fred);
    expect(await fred.refusal(DECLINE, { input: { judgeId: ship.id, reason: "I travel in July" } })).toBeNull();
    const told = await letters(made, "JUDGE_DECLINED");
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(["chandra@example.org", "citra@example.org"]);
    expect(told[0]?.body_text).toContain("I travel in July");
    expect((await fred.data<{ judgeships: readonly object[] }>(JUDGESHIPS)).judgeships).toEqual([]);
    expect(await fred.refusal(ACCEPT, answer(ship))).toBe("NOT_FOUND");
  });

  test("who declined may be asked again, and keeps their code", async () => {
    const { inviteJudges } = await made.chair.data<Invited>(INVITE, invitation("fred@example.org", { waiting: true }));
    expect(inviteJudges.done).toBe(1);
    const fred = await made.world.signIn("fred@example.org");
    expect(await shipOf(fred)).toMatchObject({ code: "J04", state: "INVITED" });
    expect((await made.chair.data<Listed>(JUDGES, { roundId: made.roundId, waiting: true })).judges.nodes).toMatchObject([{ code: "J04" }]);
  });
});
