import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Actor, Grant } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { Entry } from "../entries/entry.entity.ts";
import { entryPolicy } from "../entries/entry.policy.ts";
import { ENTRY_ACTS, ENTRY_KINDS, ENTRY_STATES, type EntryKind, holderOf, transitionsOf } from "../entries/entry-states.ts";
import { actsOpen, custodyPolicy } from "./custody.policy.ts";
import { lastMark } from "./reminders/tell-deadlines.ts";
import { deadlineOf, type SubmissionWindow, whenOf } from "./submission-window.ts";

const PATH = "ID.16.16_10";
const FACTS = { path: PATH, agencyId: "office", roundId: "round" };
const person = (grants: readonly Grant[]): Actor => ({ id: "p", kind: "PERSON", name: "p", grants });
const ACTORS: readonly Actor[] = [
  person([{ role: "STAFF", scope: { kind: "AGENCY", id: "office", path: PATH } }]),
  person([{ role: "HEAD", scope: { kind: "AGENCY", id: "office", path: PATH } }]),
  person([{ role: "COORDINATOR", scope: { kind: "JURISDICTION", id: "j", path: PATH } }]),
  person([{ role: "VERIFIER", scope: { kind: "ROUND", id: "round" } }]),
  person([{ role: "HEAD", scope: { kind: "AGENCY", id: "other office", path: PATH } }]),
  person([{ role: "ADMINISTRATOR", scope: { kind: "PLATFORM" } }]),
];

function draft(kind: EntryKind): Entry {
  const entry = Object.create(Entry.prototype) as Entry;
  return Object.assign(entry, { kind, state: "DRAFT", heldSince: new Date(0), submittedAt: null });
}

describe("the order of custody", () => {
  it("is never left, whoever tries whatever", () => {
    const tries = fc.array(fc.record({ act: fc.constantFrom(...ENTRY_ACTS), actor: fc.constantFrom(...ACTORS) }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...ENTRY_KINDS), tries, (kind, steps) => {
        const entry = draft(kind);
        let clock = 0;
        for (const { act, actor } of steps) {
          const before = entry.state;
          const { from, to } = transitionsOf(kind)[act];
          const isOpen = actsOpen(actor, { ...FACTS, kind, state: before }).includes(act);
          if (isOpen) expect(from).toContain(before);
          clock += 1;
          if (isOpen) entry.step(act, new Date(clock));
          else if (!from.includes(before)) expect(() => entry.step(act, new Date(clock))).toThrow(Refusal);
          expect(entry.state).toBe(isOpen ? to : before);
          expect(ENTRY_STATES).toContain(entry.state);
          // Handed in is what is not with its authors: then it has an instant, and somebody holds it or nobody does.
          if (holderOf(kind, entry.state) === "HEAD") expect(entry.submittedAt).not.toBeNull();
        }
      }),
    );
  });

  it("lets each act be taken by its own party alone", () => {
    for (const kind of ENTRY_KINDS)
      for (const act of ENTRY_ACTS)
        for (const actor of ACTORS) {
          const roles = actor.grants.map(({ role }) => role);
          const { by } = transitionsOf(kind)[act];
          const ofOtherOffice = actor.grants.some(({ scope }) => scope.kind === "AGENCY" && scope.id !== FACTS.agencyId);
          const may = !ofOtherOffice && by.some((role) => roles.includes(role));
          expect(custodyPolicy.mayEver(actor, { ...FACTS, kind, state: "DRAFT" }, act), `${kind} ${act} ${roles.join()}`).toBe(may);
        }
  });

  it("lends acts, and neither writing nor anything else", () => {
    const [staff, head] = ACTORS;
    const lent = (head?.grants ?? []).map((grant) => ({ ...grant, for: { id: "absent", name: "Absent" } }));
    const delegate: Actor = { ...person([]), lent };
    const facts = { ...FACTS, kind: "INNOVATION" as const };
    expect(entryPolicy.act(delegate, { ...facts, state: "SUBMITTED" }, "endorse")).toBe(true);
    expect(entryPolicy.view(delegate, { ...facts, state: "DRAFT" })).toBe(true);
    expect(entryPolicy.edit(delegate, { ...facts, state: "DRAFT" })).toBe(false);
    expect(entryPolicy.translate(delegate, { ...facts, state: "DRAFT" })).toBe(false);
    expect(staff && entryPolicy.edit(staff, { ...facts, state: "DRAFT" })).toBe(true);
  });
});

describe("deadlines", () => {
  const window: SubmissionWindow = {
    roundState: "OPEN",
    timeZone: "Asia/Jakarta",
    opensAt: new Date("2026-03-01T00:00:00Z"),
    closesAt: new Date("2026-06-30T17:00:00Z"),
    graceMinutes: 30,
    checkEndsAt: new Date("2026-07-31T17:00:00Z"),
    resubmitDays: 7,
  };
  const instants = fc.date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2027-01-01T00:00:00Z"), noInvalidDate: true });

  test("what came back never has less time than its days, nor less than a draft", () => {
    fc.assert(
      fc.property(instants, (heldSince) => {
        const draftEnd = deadlineOf(window, { state: "DRAFT", heldSince }).endsAt;
        const returned = deadlineOf(window, { state: "RETURNED", heldSince });
        expect(returned.endsAt?.getTime()).toBeGreaterThanOrEqual(draftEnd?.getTime() ?? 0);
        expect(returned.endsAt?.getTime()).toBeGreaterThanOrEqual(heldSince.getTime() + 7 * 86_400_000);
        expect(returned.graceEndsAt?.getTime()).toBeGreaterThanOrEqual(returned.endsAt?.getTime() ?? 0);
      }),
    );
  });

  test("an instant lies in one of four times, in their order", () => {
    const order = ["BEFORE", "ON_TIME", "IN_GRACE", "AFTER"];
    const held = { state: "DRAFT" as const, heldSince: new Date("2026-03-02T00:00:00Z") };
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(order.indexOf(whenOf(window, held, first))).toBeLessThanOrEqual(order.indexOf(whenOf(window, held, second)));
      }),
    );
    expect(whenOf({ ...window, opensAt: null, closesAt: null }, held, new Date("2026-04-01T00:00:00Z"))).toBe("BEFORE");
  });

  test("reminders fall on whole days of the round's zone", () => {
    const reminded = { remindDaysBefore: [7, 2], timeZone: "Asia/Jakarta" };
    const mark = (now: string) => lastMark(new Date("2026-06-30T17:00:00Z"), reminded, new Date(now))?.toISOString() ?? null;
    expect(mark("2026-06-23T16:59:00Z")).toBeNull();
    expect(mark("2026-06-23T17:00:00Z")).toBe("2026-06-23T17:00:00.000Z");
    expect(mark("2026-06-30T16:00:00Z")).toBe("2026-06-28T17:00:00.000Z");
  });
});
