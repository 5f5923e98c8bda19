import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { BEGIN, CLAIM, COPY, ENTRY, LIST, NODE, SAVE, TOUCH } from "../../world/entries/entry-documents.ts";
import { addInnovationCountry, type InnovationCountry, openInnovationRound } from "../../world/entries/innovation-round.ts";
import { createWorld, type World } from "../../world/world.ts";

type Problem = { readonly field: string; readonly code: string };
type Entry = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly tasks: readonly { readonly code: string; readonly state: string }[];
  readonly problems: readonly Problem[];
  readonly viewerCan: { readonly edit: boolean; readonly submit: boolean };
  readonly answers: readonly { readonly field: string; readonly value: unknown; readonly version: number; readonly changedBy: string }[];
  readonly claims: readonly { readonly indicator: string; readonly claimed: number; readonly version: number }[];
};
type Saved = {
  readonly saveAnswers: {
    readonly refusals: readonly Problem[];
    readonly saved: readonly { readonly field: string; readonly value: unknown; readonly version: number }[];
    readonly conflicts: readonly object[];
    readonly notSaved: readonly Problem[];
    readonly entry: { readonly title: string; readonly version: number };
  };
};
type Listed = {
  readonly entries: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly title: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
};

describe("an entry is written by two authors", () => {
  let world: World;
  let places: InnovationCountry;
  let roundId: string;
  let siti: Client;
  let budi: Client;
  let strangers: readonly Client[];
  let entry: Entry;

  const begin = async (client: Client, input: object) =>
    (
      await client.data<{ beginEntry: { refusals: readonly Problem[]; entry: Entry | null } }>(BEGIN, {
        input: { roundId, kind: "INNOVATION", agencyId: places.registry, language: "id", ...input },
      })
    ).beginEntry;
  const save = async (client: Client, answers: readonly object[], entryId = entry.id) =>
    (await client.data<Saved>(SAVE, { input: { entryId, answers } })).saveAnswers;
  const read = async (client: Client, id = entry.id) => (await client.data<{ entry: Entry | null }>(ENTRY, { id })).entry;
  const list = async (client: Client, variables: object = {}) => (await client.data<Listed>(LIST, { roundId, ...variables })).entries;

  beforeAll(async () => {
    world = await createWorld({ now: "2026-04-01T03:00:00Z" });
    places = await addInnovationCountry(world);
    const administrator = await world.person("Ani", [{ role: "ADMINISTRATOR" }]);
    roundId = await openInnovationRound(administrator);
    siti = await world.person("Siti", [{ role: "STAFF", agencyId: places.registry }]);
    budi = await world.person("Budi", [{ role: "HEAD", agencyId: places.registry }]);
    strangers = [
      await world.person("Health Staff", [{ role: "STAFF", agencyId: places.health }]),
      await world.person("Muara Staff", [{ role: "STAFF", agencyId: places.muaraHealth }]),
      await world.person("Muara Coordinator", [{ role: "COORDINATOR", jurisdictionId: places.muara }]),
      await world.person("Ogan Verifier", [{ role: "VERIFIER", jurisdictionId: places.ogan }]),
      await world.person("Chair", [{ role: "CHAIR", roundId }]),
    ];
    const begun = await begin(siti, { title: "Sanjo Barokah" });
    if (!begun.entry) throw new Error(JSON.stringify(begun.refusals));
    entry = begun.entry;
  });
  afterAll(() => world.stop());

  it("is nowhere for the public, other offices, other regions, and those to whom it was not handed in", async () => {
    expect(await world.visitor.refusal(ENTRY, { id: entry.id })).toBe("UNAUTHENTICATED");
    for (const stranger of strangers) {
      expect(await read(stranger)).toBeNull();
      expect(await stranger.data(NODE, { id: entry.id })).toEqual({ node: null });
      expect(await list(stranger, { search: "sanjo" })).toMatchObject({ totalCount: 0, nodes: [] });
    }
    for (const stranger of strangers.slice(0, 3)) {
      const missing = { entryId: "01900000-0000-7000-8000-0000000000ff" };
      const answers = [{ field: "aim", value: "x", version: 0 }];
      const saved = await stranger.ask(SAVE, { input: { entryId: entry.id, answers } });
      expect(saved).toEqual(await stranger.ask(SAVE, { input: { ...missing, answers } }));
      expect(saved.data).toMatchObject({ saveAnswers: { refusals: [{ code: "NOT_FOUND" }], entry: null, saved: null } });
      expect(await stranger.refusal(CLAIM, { input: { entryId: entry.id, claims: [] } })).toBe("NOT_FOUND");
      expect(await stranger.refusal(TOUCH, { input: { entryId: entry.id } })).toBe("NOT_FOUND");
      expect(await stranger.refusal(COPY, { input: { entryId: entry.id, roundId } })).toBe("NOT_FOUND");
      expect((await begin(stranger, { title: "Theirs" })).refusals).toMatchObject([{ code: "FORBIDDEN" }]);
      expect((await begin(stranger, { title: "Theirs", id: entry.id })).refusals).toMatchObject([{ code: "INVALID_VALUE", field: "id" }]);
    }
  });

  it("is begun only with a title, once, in time, where one belongs", async () => {
    expect((await begin(siti, { title: "  " })).refusals).toMatchObject([{ code: "REQUIRED", field: "title" }]);
    expect((await begin(siti, { title: "x".repeat(201) })).refusals).toMatchObject([{ code: "TOO_LONG", field: "title" }]);
    expect((await begin(siti, { title: "SANJO  barokah!" })).refusals).toMatchObject([{ code: "TITLE_TAKEN", field: "title" }]);
    expect((await begin(siti, { title: "x", id: "no id" })).refusals).toMatchObject([{ code: "INVALID_VALUE", field: "id" }]);
    expect((await begin(siti, { kind: "REGIONAL", jurisdictionId: places.ogan })).refusals).toMatchObject([{ code: "FORBIDDEN" }]);
    world.clock.turnTo("2026-02-01T00:00:00Z");
    expect((await begin(siti, { title: "Too early" })).refusals).toMatchObject([{ code: "SUBMISSION_NOT_OPEN" }]);
    world.clock.turnTo("2026-06-30T17:00:01Z");
    expect((await begin(siti, { title: "Too late" })).refusals).toMatchObject([{ code: "DEADLINE_PASSED" }]);
    expect((await save(siti, [{ field: "aim", value: "late", version: 0 }])).refusals).toMatchObject([{ code: "DEADLINE_PASSED" }]);
    world.clock.turnTo("2026-04-01T03:00:00Z");
  });

  it("answers the same entry when it is begun again with the same id, as after a lost network", async () => {
    const id = "0196a000-0000-7000-8000-00000000000a";
    const first = await begin(siti, { title: "Aku Mandiri", id });
    const again = await begin(siti, { title: "Aku Mandiri", id });
    expect([first.entry?.id, again.entry?.id]).toEqual([id, id]);
    expect((await list(siti)).totalCount).toBe(2);
  });

  it("saves what is typed, complete or not, and lists what is still missing", async () => {
    const { saved, entry: after } = await save(siti, [
      { field: "title", value: "Sanjo Barokah 2", version: 1 },
      { field: "aim", value: "Shorter queues", version: 0 },
      { field: "appliedOn", value: "2024-1", version: 0 },
    ]);
    expect(saved.map(({ field, version }) => [field, version])).toEqual([
      ["aim", 1],
      ["appliedOn", 1],
      ["title", 2],
    ]);
    expect(after).toEqual({ title: "Sanjo Barokah 2", version: 1 });
    const now = await read(budi);
    expect(now?.answers.find(({ field }) => field === "aim")).toMatchObject({ value: "Shorter queues", changedBy: "Siti", language: "id" });
    expect(now?.problems).toContainEqual({ field: "benefit", code: "REQUIRED", values: {} });
    expect(now?.problems).toContainEqual({ field: "REGULATION", code: "INDICATOR_REQUIRED", values: {} });
    expect(Object.fromEntries((now?.tasks ?? []).map(({ code, state }) => [code, state]))).toEqual({
      about: "IN_PROGRESS",
      kind: "NOT_STARTED",
      dates: "NOT_STARTED",
      design: "NOT_STARTED",
      results: "IN_PROGRESS",
      links: "NOT_STARTED",
      "rows-means": "NOT_STARTED",
      "rows-other": "NOT_STARTED",
      review: "CANNOT_START",
    });
  });

  it("keeps what has not the shape of its field, is not of the form, or is not a level, out of it", async () => {
    const { notSaved, saved } = await save(siti, [
      { field: "digital", value: "yes", version: 0 },
      { field: "nothing", value: "x", version: 0 },
      { field: "benefit", value: "a\u0000b", version: 0 },
      { field: "links", value: [1], version: 0 },
      { field: "place", value: { latitude: "-3.2", longitude: "104.6", other: 1 }, version: 0 },
      { field: "result", value: "<script>alert(1)</script>'; drop table entry; --", version: 0 },
    ]);
    expect(notSaved.map(({ field, code }) => [field, code])).toEqual([
      ["digital", "INVALID_VALUE"],
      ["nothing", "UNKNOWN_REFERENCE"],
      ["benefit", "INVALID_VALUE"],
      ["links", "INVALID_VALUE"],
      ["place", "INVALID_VALUE"],
    ]);
    expect(saved).toMatchObject([{ field: "result", value: "<script>alert(1)</script>'; drop table entry; --" }]);
    const claims = [
      { indicator: "REGULATION", level: 4, version: 0 },
      { indicator: "VISION", level: 1, version: 0 },
    ];
    const refused = await siti.data<{ saveClaims: { notSaved: object[] } }>(CLAIM, { input: { entryId: entry.id, claims } });
    expect(refused.saveClaims.notSaved).toEqual([
      { field: "REGULATION", code: "INVALID_VALUE" },
      { field: "VISION", code: "UNKNOWN_REFERENCE" },
    ]);
  });

  it("never overwrites what the other wrote: the one who comes later chooses, field by field", async () => {
    const first = await save(siti, [{ field: "benefit", value: "For all", version: 0 }]);
    expect(first.saved).toMatchObject([{ field: "benefit", version: 1 }]);
    const later = await save(budi, [
      { field: "benefit", value: "For the old", version: 0 },
      { field: "design", value: "Budi's design", version: 0 },
    ]);
    expect(later.conflicts).toEqual([{ field: "benefit", theirs: "For all", mine: "For the old", version: 1, changedBy: "Siti" }]);
    expect(later.saved).toMatchObject([{ field: "design", version: 1 }]);
    const same = await save(budi, [{ field: "benefit", value: "For all", version: 0 }]);
    expect([same.conflicts, same.saved]).toMatchObject([[], [{ field: "benefit", version: 1 }]]);
    const chosen = await save(budi, [{ field: "benefit", value: "For the old", version: 1 }]);
    expect(chosen.saved).toMatchObject([{ field: "benefit", value: "For the old", version: 2 }]);
  });

  it("meets the same way over claims", async () => {
    const claim = (client: Client, level: number, version: number) =>
      client.data<{ saveClaims: object }>(CLAIM, { input: { entryId: entry.id, claims: [{ indicator: "REGULATION", level, version }] } });
    expect(await claim(siti, 2, 0)).toMatchObject({ saveClaims: { saved: [{ claimed: 2, version: 1 }], conflicts: [] } });
    expect(await claim(budi, 3, 0)).toMatchObject({
      saveClaims: { saved: [], conflicts: [{ theirs: 2, mine: 3, version: 1, changedBy: "Siti" }] },
    });
    expect(await claim(budi, 3, 1)).toMatchObject({ saveClaims: { saved: [{ claimed: 3, version: 2 }] } });
    expect((await read(siti))?.problems).toContainEqual({ field: "REGULATION", code: "EVIDENCE_REQUIRED", values: {} });
  });

  it("lets both save different fields at the same moment, and the same field only once", async () => {
    const both = await Promise.all([
      save(siti, [
        { field: "stage", value: "APPLIED", version: 0 },
        { field: "initiator", value: "AGENCY", version: 0 },
      ]),
      save(budi, [
        { field: "form", value: "PUBLIC_SERVICE", version: 0 },
        { field: "initiator", value: "CITIZEN", version: 0 },
      ]),
    ]);
    expect(both.flatMap(({ saved }) => saved.map(({ field }) => field)).sort()).toEqual(["form", "initiator", "stage"]);
    expect(both.flatMap(({ conflicts }) => conflicts)).toHaveLength(1);
  });

  it("tells each who else is there and in which field, and forgets them after a minute", async () => {
    const touch = async (client: Client, field: string, more: object = {}) =>
      (await client.data<{ touchEntry: { others: object[] } }>(TOUCH, { input: { entryId: entry.id, field, ...more } })).touchEntry.others;
    expect(await touch(siti, "aim")).toEqual([]);
    expect(await touch(budi, "design")).toEqual([{ name: "Siti", field: "aim" }]);
    world.clock.turnTo("2026-04-01T03:01:30Z");
    expect(await touch(siti, "aim", { gone: true })).toEqual([]);
    expect(await touch(budi, "design")).toEqual([]);
  });

  it("is listed by page, order, title and place, to those who may see it", async () => {
    const coordinator = await world.person("Ogan Coordinator", [{ role: "COORDINATOR", jurisdictionId: places.ogan }]);
    const first = await list(coordinator, { first: 1, order: "TITLE" });
    expect([first.totalCount, first.nodes.map(({ title }) => title), first.pageInfo.hasNextPage]).toEqual([2, ["Aku Mandiri"], true]);
    const second = await list(coordinator, { first: 1, order: "TITLE", after: first.pageInfo.endCursor });
    expect([second.nodes.map(({ title }) => title), second.pageInfo.hasNextPage]).toEqual([["Sanjo Barokah 2"], false]);
    expect((await list(coordinator, { search: "SANJO" })).totalCount).toBe(1);
    expect((await list(coordinator, { states: ["VERIFIED"] })).totalCount).toBe(0);
    expect((await list(coordinator, { jurisdictionId: places.muara })).totalCount).toBe(0);
    const held = await list(coordinator, { first: 1, order: "LONGEST_HELD" });
    expect((await list(coordinator, { first: 1, order: "LONGEST_HELD", after: held.pageInfo.endCursor })).nodes).toHaveLength(1);
    expect((await read(coordinator))?.viewerCan).toMatchObject({ edit: false, submit: false });
    expect(await coordinator.refusal(SAVE, { input: { entryId: entry.id, answers: [] } })).toBe("FORBIDDEN");
  });
});
