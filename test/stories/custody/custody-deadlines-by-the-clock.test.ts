import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";

const CUSTODY = `query ($id: ID!) { entryCustody(id: $id) { state time inGrace endsAt graceEndsAt acts } }`;
const CREDIT = `mutation ($input: CreditDowntimeInput!) { creditDowntime(input: $input) { refusals { code field } round { version
  stages { kind endsAtLocal graceMinutes } } } }`;
const HALF_AN_HOUR = { graceMinutes: 30 };

/** Submission until 1 July 2026 at midnight in Jakarta (17:00 UTC the day before) with half an hour of grace; the check ends a month later. */
const withGrace = (round: object) => {
  const { stages } = round as { stages: readonly { kind: string }[] };
  return { stages: stages.map((stage) => (stage.kind === "SUBMISSION" ? { ...stage, ...HALF_AN_HOUR } : stage)) };
};

describe("deadlines hold by the clock of the round", () => {
  let here: CustodyWorld;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    here = await createCustodyWorld({}, withGrace);
    for (const name of ["early", "late", "after", "credited"]) ids[name] = await here.draft(name);
  });
  afterAll(() => here.stop());
  const at = (instant: string) => here.world.clock.turnTo(instant);
  const submit = (name: string) => here.step(here.people.sari, "submit", ids[name] ?? "");
  const custody = async (name: string) =>
    (await here.people.sari.data<{ entryCustody: Record<string, unknown> }>(CUSTODY, { id: ids[name] })).entryCustody;

  it("takes nothing before the submission begins", async () => {
    at("2026-02-28T16:59:00Z");
    expect(await submit("early")).toBe("SUBMISSION_NOT_OPEN");
    expect(await custody("early")).toMatchObject({ time: "BEFORE" });
  });

  it("takes what comes on time", async () => {
    at("2026-06-30T16:59:00Z");
    expect(await submit("early")).toBeNull();
    expect(await custody("early")).toMatchObject({ state: "SUBMITTED", inGrace: false, endsAt: "2026-06-30T17:00:00.000Z" });
  });

  it("takes and marks what comes in the time of grace", async () => {
    at("2026-06-30T17:10:00Z");
    expect(await custody("late")).toMatchObject({ time: "IN_GRACE", graceEndsAt: "2026-06-30T17:30:00.000Z" });
    expect(await submit("late")).toBeNull();
    expect(await custody("late")).toMatchObject({ state: "SUBMITTED", inGrace: true });
    expect(await here.sql("select in_grace from entry_event where entry_id = $1", [ids["late"]])).toEqual([{ in_grace: true }]);
  });

  it("refuses what comes after it, until the time that the platform was down is given back", async () => {
    at("2026-06-30T17:40:00Z");
    expect(await submit("after")).toBe("DEADLINE_PASSED");
    const [round] = await here.sql<{ version: number }>("select version from round where id = $1", [here.roundId]);
    const credit = { id: here.roundId, version: round?.version, minutes: 60, reason: "The platform was down" };
    expect(await here.people.kartika.refusal(CREDIT, { input: credit })).toBe("FORBIDDEN");
    expect(await here.admin.refusal(CREDIT, { input: { ...credit, reason: " " } })).toBe("REASON_REQUIRED");
    expect(await here.admin.refusal(CREDIT, { input: { ...credit, minutes: 0 } })).toBe("INVALID_NUMBER");
    // What is over stays over: only a submission that still runs, its grace included, is extended.
    at("2026-06-30T17:25:00Z");
    const { creditDowntime } = await here.admin.data<{ creditDowntime: { round: { stages: object[] } } }>(CREDIT, { input: credit });
    expect(creditDowntime.round.stages).toMatchObject([
      { kind: "SUBMISSION", endsAtLocal: "2026-07-01T01:00", graceMinutes: 30 },
      { kind: "CHECK", endsAtLocal: "2026-08-01T01:00" },
      { kind: "VERIFICATION", endsAtLocal: "2026-09-01T01:00" },
      { kind: "PUBLICATION", endsAtLocal: "2026-12-01T01:00" },
    ]);
    at("2026-06-30T17:40:00Z");
    expect(await submit("credited")).toBeNull();
    expect(await custody("credited")).toMatchObject({ inGrace: false });
    const [event] = await here.sql<{ reason: string }>(
      "select payload->>'reason' as reason from outbox_event where type = 'round.deadlines-changed'",
    );
    expect(event).toEqual({ reason: "The platform was down" });
  });

  it("lets no entry lapse for an approver's delay, nor an author pay for one", async () => {
    at("2026-07-31T02:00:00Z");
    expect(await here.step(here.people.hadi, "endorse", ids["early"] ?? "")).toBeNull();
    at("2026-08-20T02:00:00Z");
    expect(await here.step(here.people.kartika, "return", ids["early"] ?? "", { reason: "One word" })).toBeNull();
    expect(await custody("early")).toMatchObject({
      state: "RETURNED",
      time: "ON_TIME",
      endsAt: expect.stringMatching(/^2026-08-27T02:00:0/),
    });
    at("2026-08-27T01:59:00Z");
    expect(await submit("early")).toBeNull();
    expect(await here.step(here.people.hadi, "endorse", ids["early"] ?? "")).toBeNull();
    at("2026-09-15T02:00:00Z");
    expect(await here.step(here.people.kartika, "check", ids["early"] ?? "")).toBeNull();
  });

  it("refuses an author who lets that time pass as well", async () => {
    expect(await here.step(here.people.hadi, "return", ids["late"] ?? "", { reason: "Mend it" })).toBeNull();
    at("2026-09-22T02:01:00Z");
    expect(await submit("late")).toBe("DEADLINE_PASSED");
  });

  it("lets nothing move once the results are out", async () => {
    await here.sql("update round set state = 'PUBLISHED' where id = $1", [here.roundId]);
    for (const act of ["submit", "withdraw"] as const)
      expect(await here.step(here.people.sari, act, ids["late"] ?? "")).toBe("WRONG_STATE");
    expect(await custody("late")).toMatchObject({ acts: [] });
  });
});
