import { describe, expect, it } from "vitest";
import type { OutboxView } from "../offline/outbox.ts";
import type { WaitingAct } from "../offline/store.ts";
import { keptCard, knownQueue } from "./card.factory.ts";
import { joinSaves, saveAct, signAct, skipAct } from "./card-acts.ts";
import { currentVersion, versionOf, viewOfCard } from "./card-view.ts";
import { neighbours, nextToJudge, viewOfQueue } from "./queue/queue-view.ts";

let number = 0;
const waiting = (act: Pick<WaitingAct, "kind" | "entity" | "variables">): WaitingAct => {
  number += 1;
  return { ...act, number, key: `k${number}`, person: "p" };
};
const outboxOf = (...acts: readonly Pick<WaitingAct, "kind" | "entity" | "variables">[]): OutboxView => ({
  acts: acts.map(waiting),
  sending: [],
});
const nothing: OutboxView = { acts: [], sending: [] };
const mark = (value: string, version = 0) => saveAct("a1", { name: "mark new", written: { value, comment: "" }, version });
const signature = signAct({ cardId: "a1", items: {}, outcome: "SCORED", failReasons: [], abstainReason: null, cardVersion: 1 });

describe("a card on a device", () => {
  it("shows what waits over what the server has, and says so honestly", () => {
    const kept = keptCard({ items: { "mark new": { value: "3", comment: "", version: 2 } } });
    expect(viewOfCard(kept, nothing, true)).toMatchObject({ saving: "saved", signed: "no", unsent: false });
    const view = viewOfCard(kept, outboxOf(mark("8", 2)), false);
    expect(view.items["mark new"]).toEqual({ value: "8", comment: "" });
    expect(view).toMatchObject({ saving: "waiting", states: { "mark new": "waiting" }, unsent: true });
    expect(viewOfCard(kept, outboxOf(mark("8", 2)), true).saving).toBe("saving");
  });

  it("is signed as soon as its judge has signed, and says whether the server knows", () => {
    expect(viewOfCard(keptCard(), outboxOf(mark("8"), signature), false)).toMatchObject({ signed: "waiting", outcome: "SCORED" });
    expect(viewOfCard(keptCard({ state: "SIGNED" }), nothing, true).signed).toBe("yes");
  });

  it("keeps what is here on top where something else is there, until the judge has chosen", () => {
    const conflicts = { "mark new": { mine: { value: "3", comment: "" }, theirs: { value: "9", comment: "", version: 4 } } };
    const view = viewOfCard(keptCard({}, { conflicts }), nothing, true);
    expect(view.items["mark new"]?.value).toBe("3");
    expect(view).toMatchObject({ saving: "failed", states: { "mark new": "conflict" } });
  });

  it("does not quarrel with its own steps", () => {
    expect(currentVersion(undefined, 3)).toBe(3);
    expect(
      currentVersion(
        [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
        ],
        0,
      ),
    ).toBe(2);
    expect(currentVersion([{ from: 4, to: 5 }], 0)).toBe(0);
  });

  it("writes on top of what waits from the version that was made from", () => {
    const kept = keptCard({ items: { "mark new": { value: "3", comment: "", version: 2 } } });
    expect(versionOf(kept, "mark new", nothing)).toBe(2);
    expect(versionOf(kept, "mark new", outboxOf(mark("8", 1)))).toBe(1);
    expect(versionOf(kept, "mark other", nothing)).toBe(0);
  });

  it("makes one act of several that were not sent yet", () => {
    const later = saveAct("a1", { name: "note PRIVATE", written: { value: null, comment: "x" }, version: 0 });
    const joined = joinSaves(waiting(mark("3", 7)), later);
    expect(joined).toMatchObject({ items: { "mark new": { value: "3", version: 7 }, "note PRIVATE": { comment: "x", version: 0 } } });
    expect(joinSaves(waiting(mark("3", 7)), mark("4", 9))).toMatchObject({ items: { "mark new": { value: "4", version: 7 } } });
  });
});

describe("a queue on a device", () => {
  const cards = new Map([["a1", keptCard()]]);

  it("counts what was signed here as done, and puts what was put off last", () => {
    const queue = knownQueue("TODO", "TODO", "SIGNED", "STOPPED");
    const signed = viewOfQueue(queue, { cards, outbox: outboxOf(signature) });
    expect(signed).toMatchObject({ done: 2, total: 3 });
    const skipped = viewOfQueue(queue, { cards, outbox: outboxOf(skipAct({ cardId: "a1", skip: true })) });
    expect(skipped.lines.map(({ id, state }) => `${id} ${state}`)).toEqual(["a2 TODO", "a3 SIGNED", "a1 SKIPPED", "a4 STOPPED"]);
  });

  it("knows a card as signed from the server's answer before the queue was read again, and as open once the chair asks again", () => {
    const known = new Map([["a1", keptCard({ state: "SIGNED" })]]);
    expect(viewOfQueue(knownQueue("TODO", "TODO"), { cards: known, outbox: nothing })).toMatchObject({ done: 1, total: 2 });
    const queue = knownQueue("DRAFT");
    const asked = { ...queue, items: queue.items.map((item) => ({ ...item, askedAgain: "Look again" })) };
    expect(viewOfQueue(asked, { cards: known, outbox: nothing }).done).toBe(0);
  });

  it("begins a card with its first mark", () => {
    expect(viewOfQueue(knownQueue("TODO"), { cards, outbox: outboxOf(mark("3")) }).lines[0]).toMatchObject({ state: "DRAFT", waits: true });
  });

  it("says which waits for a choice", () => {
    const stuck = new Map([["a1", keptCard({}, { stuck: { code: "STAGE_CLOSED" } })]]);
    expect(viewOfQueue(knownQueue("TODO"), { cards: stuck, outbox: nothing }).lines[0]).toMatchObject({ needsChoice: true });
  });

  it("goes on with the next that is not signed, then from the beginning, and with what was put off last of all", () => {
    const { lines } = viewOfQueue(knownQueue("TODO", "SIGNED", "DRAFT", "SKIPPED"), { cards: new Map(), outbox: nothing });
    expect(nextToJudge(lines, "a1")).toBe("a3");
    expect(nextToJudge(lines, "a3")).toBe("a1");
    expect(nextToJudge(lines, "")).toBe("a1");
    const last = viewOfQueue(knownQueue("SIGNED", "SKIPPED", "STOPPED"), { cards: new Map(), outbox: nothing });
    expect(nextToJudge(last.lines, "a1")).toBe("a2");
    expect(nextToJudge(last.lines, "a2")).toBe(null);
  });

  it("leads to the entry before and after, signed ones too", () => {
    const { lines } = viewOfQueue(knownQueue("TODO", "SIGNED", "STOPPED"), { cards: new Map(), outbox: nothing });
    expect(neighbours(lines, "a1")).toEqual({ place: 1, before: null, after: "a2" });
    expect(neighbours(lines, "a2")).toEqual({ place: 2, before: "a1", after: null });
    expect(neighbours(lines, "gone")).toEqual({ place: 0, before: null, after: null });
  });
});
