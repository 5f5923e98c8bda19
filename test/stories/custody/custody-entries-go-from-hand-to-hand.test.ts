import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CustodyWorld, createCustodyWorld, stepDocument } from "../../world/entries/custody.ts";

type Stepped = {
  readonly refusals: readonly { readonly code: string; readonly field: string | null; readonly values: Record<string, unknown> }[];
  readonly custody: { readonly state: string; readonly holder: string | null; readonly version: number } | null;
};

const CUSTODY = `query ($id: ID!) { entryCustody(id: $id) { state holder heldBy acts canRemind time endsAt graceEndsAt version } }`;
const EVENTS = `query ($id: ID!) { entry(id: $id) { state events { act from to by forName reason inGrace fieldReasons { field label reason } } } }`;

describe("entries go from hand to hand", () => {
  let here: CustodyWorld;
  beforeAll(async () => {
    here = await createCustodyWorld();
  });
  afterAll(() => here.stop());

  it("refuses whoever has no part in it, as if it were not there", async () => {
    const id = await here.draft("Sanjo Barokah");
    const { muara, vina } = here.people;
    for (const who of [muara, vina]) {
      for (const act of ["submit", "endorse", "check", "withdraw"] as const) expect(await here.step(who, act, id), act).toBe("NOT_FOUND");
      expect(await who.data(CUSTODY, { id })).toEqual({ entryCustody: null });
    }
    expect(await here.step(here.world.visitor, "submit", id)).toBe("UNAUTHENTICATED");
    expect(await here.world.visitor.refusal(CUSTODY, { id })).toBe("UNAUTHENTICATED");
    expect(await here.step(here.people.kartika, "submit", id)).toBe("FORBIDDEN");
    expect(await here.step(here.admin, "endorse", id)).toBe("FORBIDDEN");
    expect(await here.step(here.people.sari, "endorse", id)).toBe("FORBIDDEN");
    expect(await here.step(here.people.hadi, "endorse", id)).toBe("WRONG_STATE");
  });

  it("refuses what is not complete, every problem at its field", async () => {
    const id = await here.draft("Belum lengkap");
    await here.sql("delete from entry_answer where entry_id = $1 and field in ('aim', 'benefit')", [id]);
    await here.sql("delete from evidence where entry_id = $1", [id]);
    const { submitEntry } = await here.people.sari.data<{ submitEntry: Stepped }>(stepDocument("submit"), { input: { id, version: 1 } });
    expect(submitEntry.refusals.map(({ code, field }) => [code, field])).toEqual(
      expect.arrayContaining([
        ["REQUIRED", "aim"],
        ["REQUIRED", "benefit"],
        ["EVIDENCE_REQUIRED", "REGULATION"],
      ]),
    );
    expect(submitEntry.custody).toBeNull();
  });

  it("goes through every hand, and each knows who holds it", async () => {
    const id = await here.draft("Aku Mandiri");
    const { sari, hadi, kartika, vina } = here.people;
    expect(await sari.data(CUSTODY, { id })).toMatchObject({
      entryCustody: { state: "DRAFT", holder: "STAFF", heldBy: ["Sari"], acts: ["submit", "withdraw"], time: "ON_TIME" },
    });
    expect(await here.step(sari, "submit", id)).toBeNull();
    expect(await hadi.data(CUSTODY, { id })).toMatchObject({
      entryCustody: { holder: "HEAD", heldBy: ["Hadi"], acts: ["endorse", "return", "withdraw"] },
    });
    expect(await here.step(sari, "submit", id)).toBe("WRONG_STATE");
    expect(await here.step(kartika, "return", id, { reason: "Not mine yet" })).toBe("WRONG_STATE");
    expect(await here.step(hadi, "endorse", id)).toBeNull();
    expect(await here.step(hadi, "return", id, { reason: "Too late" })).toBe("WRONG_STATE");
    expect(await here.step(kartika, "check", id)).toBeNull();
    expect(await vina.data(CUSTODY, { id })).toMatchObject({
      entryCustody: { holder: "VERIFIER", heldBy: ["Vina"], acts: ["verify", "return", "exclude"] },
    });
    expect(await here.step(vina, "return", id)).toBe("REASON_REQUIRED");
    const fieldReasons = [
      { field: "design", reason: "Say what is new" },
      { field: "REGULATION", reason: "Another number" },
    ];
    expect(await here.step(vina, "return", id, { fieldReasons: [{ field: "design", reason: " " }] })).toBe("REASON_REQUIRED");
    expect(await here.step(vina, "return", id, { fieldReasons })).toBeNull();
    const { entry } = await sari.data<{ entry: { state: string; events: readonly Record<string, unknown>[] } }>(EVENTS, { id });
    expect(entry.state).toBe("RETURNED");
    expect(entry.events.map(({ act, by }) => [act, by])).toEqual([
      ["return", "Vina"],
      ["check", "Kartika"],
      ["endorse", "Hadi"],
      ["submit", "Sari"],
    ]);
    expect(entry.events[0]).toMatchObject({
      from: "CHECKED",
      to: "RETURNED",
      fieldReasons: [{ field: "design" }, { label: "REGULATION (id)" }],
    });
    expect(await here.step(sari, "submit", id)).toBeNull();
    expect(await here.step(hadi, "endorse", id)).toBeNull();
    expect(await here.step(kartika, "exclude", id, { reason: " " })).toBe("REASON_REQUIRED");
    expect(await here.step(kartika, "exclude", id, { reason: "Not of this region" })).toBeNull();
    for (const act of ["submit", "check", "withdraw", "resume"] as const)
      for (const who of [sari, kartika]) expect(["WRONG_STATE", "FORBIDDEN"]).toContain(await here.step(who, act, id));
  });

  it("is withdrawn and taken up again by its office", async () => {
    const id = await here.entryIn("ENDORSED", "Lope Capil");
    const { sari, kartika } = here.people;
    expect(await here.step(kartika, "withdraw", id)).toBe("FORBIDDEN");
    expect(await here.step(sari, "withdraw", id, { reason: "Not this year" })).toBeNull();
    expect(await here.step(kartika, "check", id)).toBe("WRONG_STATE");
    expect(await here.step(sari, "resume", id)).toBeNull();
    expect(await here.step(sari, "submit", id)).toBeNull();
  });

  it("lets one of two heads endorse, and tells the other that it is done", async () => {
    const id = await here.entryIn("SUBMITTED", "Dua kepala");
    const second = await here.world.person("Hana", [{ role: "HEAD", jurisdictionId: here.country.ogan }]);
    const answers = await Promise.all([here.step(here.people.hadi, "endorse", id), here.step(second, "endorse", id)]);
    expect([...answers].sort()).toEqual(["WRONG_STATE", null].sort());
    expect(await here.sql("select act from entry_event where entry_id = $1 and act = 'endorse'", [id])).toHaveLength(1);
  });

  it("refuses what was seen in an older version, and does a repeated act once", async () => {
    const id = await here.entryIn("SUBMITTED", "Versi lama");
    const { hadi } = here.people;
    expect(await hadi.refusal(stepDocument("endorse"), { input: { id, version: 1 } })).toBe("STALE_VERSION");
    const input = { id, version: 2 };
    const once = await hadi.data<{ endorseEntry: Stepped }>(stepDocument("endorse"), { input, key: "the-same-act" });
    const again = await hadi.data<{ endorseEntry: Stepped }>(stepDocument("endorse"), { input, key: "the-same-act" });
    expect(again).toEqual(once);
    expect(await here.sql("select from entry_event where entry_id = $1 and act = 'endorse'", [id])).toHaveLength(1);
  });

  it("lists what each holds, counts it, and shows how far entries have come", async () => {
    const HELD = "{ entriesIHold(first: 50) { nodes { title holder acts agencyName placeName roundCode } } }";
    const titles = async (who: typeof here.admin) =>
      (await who.data<{ entriesIHold: { nodes: { title: string }[] } }>(HELD)).entriesIHold.nodes.map(({ title }) => title);
    expect(await titles(here.people.muara)).toEqual([]);
    expect(await titles(here.people.sari)).toEqual(["Sanjo Barokah", "Belum lengkap"]);
    expect(await titles(here.people.hadi)).toEqual(["Lope Capil"]);
    expect(await titles(here.people.kartika)).toEqual(["Dua kepala", "Versi lama"]);
    const FUNNEL = `query ($roundId: ID!, $by: FunnelGroup!) { entryFunnel(roundId: $roundId, by: $by) { agencyName day drafted submitted endorsed checked
      verified returned ineligible withdrawn } custodyCounts(roundId: $roundId) { holder count mine } }`;
    const variables = { roundId: here.roundId, by: "NONE" };
    expect(await here.people.kartika.data(FUNNEL, variables)).toEqual({
      entryFunnel: [
        {
          agencyName: null,
          day: null,
          drafted: 6,
          submitted: 3,
          endorsed: 2,
          checked: 0,
          verified: 0,
          returned: 0,
          ineligible: 1,
          withdrawn: 0,
        },
      ],
      custodyCounts: [
        { holder: "STAFF", count: 2, mine: 0 },
        { holder: "HEAD", count: 1, mine: 0 },
        { holder: "COORDINATOR", count: 2, mine: 2 },
        { holder: "VERIFIER", count: 0, mine: 0 },
        { holder: null, count: 1, mine: 0 },
      ],
    });
    const { entryFunnel: byDay } = await here.people.kartika.data<{ entryFunnel: Record<string, unknown>[] }>(FUNNEL, {
      ...variables,
      by: "DAY",
    });
    expect(byDay).toMatchObject([{ day: "2026-05-04", drafted: 6, submitted: 3, endorsed: 2, ineligible: 1, withdrawn: 0 }]);
    const { entryFunnel: byAgency } = await here.people.kartika.data<{ entryFunnel: unknown[] }>(FUNNEL, { ...variables, by: "AGENCY" });
    expect(byAgency).toMatchObject([{ agencyName: "Dinas Kependudukan dan Pencatatan Sipil", drafted: 6 }]);
    expect(await here.people.muara.data(FUNNEL, variables)).toMatchObject({ entryFunnel: [{ drafted: 0 }] });
    expect(await here.people.sari.data("{ homeTasks { verb count roundCode dueAt } }")).toEqual({
      homeTasks: [{ verb: "FINISH_ENTRIES", count: 2, roundCode: "iga-2026", dueAt: "2026-06-30T17:00:00.000Z" }],
    });
  });
});
