import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addRoundCountry, INSTRUMENT, type RoundCountry, roundFile } from "../../world/rounds/round-country.ts";
import { ANSWER, IMPORT, ROUND } from "../../world/rounds/round-documents.ts";
import { createWorld, type World } from "../../world/world.ts";

type Refusal = { readonly code: string; readonly field: string | null; readonly values: Record<string, string> };
type Payload = { readonly refusals: readonly Refusal[]; readonly round: { readonly id: string; readonly version: number } | null };
type Change = { readonly kind: string; readonly path: string; readonly before: string | null; readonly after: string | null };
type Seen = {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly viewerCan: Record<string, boolean>;
  readonly stages: readonly Record<string, string>[];
  readonly instrument: Record<string, unknown> | null;
  readonly instrumentVersions: readonly { readonly number: number; readonly reason: string | null; readonly createdBy: string | null }[];
};

const INPUTS: Readonly<Record<string, string>> = { openRound: "StepRoundInput", beginDecision: "StepRoundInput" };

describe("rounds are made, frozen and copied", () => {
  let world: World;
  let places: RoundCountry;
  let administrator: Client;
  let chair: Client;
  let coChair: Client;
  let officer: Client;

  const importing = async (client: Client, input: object) =>
    (await client.data<{ importRound: Payload & { readonly changes: readonly Change[] | null } }>(IMPORT, { input })).importRound;
  const doing = async (client: Client, verb: string, input: object): Promise<Payload> => {
    const type = INPUTS[verb] ?? `${verb.slice(0, 1).toUpperCase()}${verb.slice(1)}Input`;
    const data = await client.data<Record<string, Payload>>(`mutation ($input: ${type}!) { ${verb}(input: $input) { ${ANSWER} } }`, {
      input,
    });
    return data[verb] ?? { refusals: [], round: null };
  };
  const problems = ({ refusals }: Payload) => refusals.map(({ code, field }) => [code, field]);
  const see = async (client: Client, code = "awards-2026") => (await client.data<{ round: Seen | null }>(ROUND, { code })).round;
  const handle = async (code?: string) => {
    const round = await see(administrator, code);
    return { id: round?.id, version: round?.version };
  };
  const fileOf = async (client: Client, code = "awards-2026") =>
    (await client.data<{ roundFile: string }>("query ($code: String!) { roundFile(code: $code) }", { code })).roundFile;

  beforeAll(async () => {
    world = await createWorld({ now: "2026-11-01T08:00:00Z" });
    places = await addRoundCountry(world);
    administrator = await world.person("Ada", [{ role: "ADMINISTRATOR" }]);
    officer = await world.person("Odette", [{ role: "STAFF", jurisdictionId: places.sector }]);
  });
  afterAll(() => world.stop());

  it("refuses a file from who makes no rounds, and one that cannot be read", async () => {
    expect(problems(await importing(officer, { text: roundFile() }))).toEqual([["FORBIDDEN", null]]);
    expect(await world.visitor.refusal(IMPORT, { input: { text: roundFile() } })).toBe("UNAUTHENTICATED");
    expect(problems(await importing(administrator, { text: "{" }))).toEqual([["FILE_UNREADABLE", "text"]]);
  });

  it("refuses unknown keys with their path, in words of three languages", async () => {
    const text = roundFile(() => ({ colour: "green", instrument: { ...INSTRUMENT, bonus: 5 } }));
    const { refusals } = await importing(administrator, { text });
    expect(refusals.map(({ code, field }) => [code, field])).toEqual([
      ["INVALID_ROUND_FILE", "round.instrument.bonus"],
      ["INVALID_ROUND_FILE", "round.colour"],
    ]);
    for (const language of ["en", "rw", "id"]) {
      const words = JSON.parse(readFileSync(resolve("schema/locales", language, "refusals.json"), "utf8")) as Record<string, string>;
      expect(words["INVALID_ROUND_FILE"]).toContain("{{key}}");
    }
    expect(refusals[0]?.values).toEqual({ key: "bonus" });
  });

  it("refuses places, levels and services that are not there", async () => {
    const place = await importing(administrator, { text: roundFile(() => ({ place: { country: "RW", code: "99" } })) });
    expect(problems(place)).toEqual([["UNKNOWN_REFERENCE", "round.place.code"]]);
    const instrument = { ...INSTRUMENT, services: ["BIRTH", "FISHING"], reportingLevel: "KRAAL" };
    expect(problems(await importing(administrator, { text: roundFile(() => ({ instrument })) }))).toEqual(
      expect.arrayContaining([
        ["UNKNOWN_LEVEL", "round.instrument.reportingLevel"],
        ["UNKNOWN_REFERENCE", "round.instrument.services[1]"],
      ]),
    );
  });

  it("tells what an import would do, does it, and does nothing the second time", async () => {
    const dry = await importing(administrator, { text: roundFile(), dryRun: true });
    expect(dry.round).toBeNull();
    expect(dry.changes).toContainEqual({ kind: "NEW", path: "round.stages[0].endsAt", before: null, after: "2026-11-10T18:00:00+02:00" });
    expect(await see(administrator)).toBeNull();

    expect((await importing(administrator, { text: roundFile() })).refusals).toEqual([]);
    const { version } = await handle();
    const again = await importing(administrator, { text: roundFile() });
    expect(again.changes).toEqual([]);
    expect((await handle()).version).toBe(version);
  });

  it("gives back the same file, and makes the same round of it", async () => {
    const text = await fileOf(administrator);
    expect((await importing(administrator, { text })).changes).toEqual([]);
    const other = text.replaceAll("awards-2026", "awards-again");
    expect((await importing(administrator, { text: other })).refusals).toEqual([]);
    expect(await fileOf(administrator, "awards-again")).toBe(other);
  });

  it("hides a draft from staff of its area, shows it to its chair", async () => {
    const { id } = await handle();
    chair = await world.person("Claude", [{ role: "CHAIR", roundId: String(id) }]);
    coChair = await world.person("Cyntia", [{ role: "CHAIR", roundId: String(id) }]);
    expect(await see(officer)).toBeNull();
    expect(await officer.data("{ rounds { nodes { id } } programmes { id } }")).toEqual({ rounds: { nodes: [] }, programmes: [] });
    expect(await officer.data("query ($id: ID!) { node(id: $id) { id } }", { id })).toEqual({ node: null });
    expect((await officer.fetch("/rounds/awards-2026.json")).status).toBe(404);
    expect((await see(chair))?.viewerCan).toMatchObject({ edit: true, open: true, reviseInstrument: false, copy: false });
    expect(await see(chair, "awards-again")).toBeNull();
  });

  it("lets the quicker of two chairs win", async () => {
    const change = { ...(await handle()), names: { en: "A", rw: "B", id: "C" } };
    const both = await Promise.all([doing(chair, "updateRound", change), doing(coChair, "updateRound", change)]);
    expect(both.flatMap(problems)).toEqual([["STALE_VERSION", "version"]]);
  });

  it("refuses stages out of order and dates that are none", async () => {
    const stage = {
      code: "one",
      kind: "REPORTING",
      names: { en: "a", rw: "b", id: "c" },
      startsAt: "2026-01-01T00:00",
      endsAt: "2026-02-01T00:00",
    };
    const set = async (...stages: readonly object[]) => problems(await doing(chair, "setStages", { ...(await handle()), stages }));
    expect(await set({ ...stage, endsAt: "2025-12-31T00:00" })).toEqual([["STAGE_ORDER", "stages[0].endsAt"]]);
    expect(await set(stage, { ...stage, code: "two", startsAt: "2025-01-01T00:00" })).toEqual([["STAGE_ORDER", "stages[1].startsAt"]]);
    expect(await set({ ...stage, endsAt: "2026-02-30T00:00" })).toEqual([["INVALID_DATE", "stages[0].endsAt"]]);
    expect(await set(stage, stage)).toEqual([["ALREADY_EXISTS", "stages[1].code"]]);
  });

  it("does not open before it is complete, then freezes the instrument", async () => {
    const empty = await doing(administrator, "createRound", {
      programmeId: (await administrator.data<{ programme: { id: string } }>(`{ programme(code: "awards") { id } }`)).programme.id,
      code: "empty",
      names: { en: "Empty", rw: "Ubusa", id: "Kosong" },
      jurisdictionId: places.rwanda,
      timeZone: "Africa/Kigali",
    });
    const refused = await doing(administrator, "openRound", { id: empty.round?.id, version: empty.round?.version });
    expect(refused.refusals.map(({ values }) => values["missing"])).toEqual(["REPORTING_STAGE", "PUBLICATION_STAGE", "INSTRUMENT"]);

    expect(problems(await doing(chair, "reviseInstrument", { ...(await handle()), definition: INSTRUMENT, reason: "Why not" }))).toEqual([
      ["WRONG_STATE", null],
    ]);
    expect((await doing(chair, "openRound", await handle())).refusals).toEqual([]);
    expect(problems(await doing(chair, "saveInstrument", { ...(await handle()), definition: INSTRUMENT }))).toEqual([
      ["INSTRUMENT_FROZEN", "definition"],
    ]);
    const sql = world.app.orm.em.getConnection().execute(`update instrument set definition = '{}'`);
    await expect(sql).rejects.toThrow(/frozen/);
  });

  it("shows an open round to staff of its area, in its zone, and lets them change nothing", async () => {
    const round = await see(officer);
    expect(round?.stages[0]).toMatchObject({ state: "CURRENT", startsAtLocal: "2026-01-01T00:00", endsAt: "2026-11-10T16:00:00.000Z" });
    expect(round?.instrument).toMatchObject({ metrics: [{ share: "44.44" }, { share: "22.22" }, { share: "33.33" }] });
    expect(Object.values(round?.viewerCan ?? {})).not.toContain(true);
    expect(
      problems(
        await doing(chair, "createRound", {
          programmeId: places.rwanda,
          code: "x",
          names: {},
          jurisdictionId: places.rwanda,
          timeZone: "UTC",
        }),
      ),
    ).toEqual([["FORBIDDEN", null]]);
    expect(problems(await doing(officer, "openRound", await handle()))).toEqual([["FORBIDDEN", null]]);
  });

  it("needs a reason for a new version of the instrument, and keeps the old one", async () => {
    const definition = { ...INSTRUMENT, minVolume: 50 };
    expect(problems(await doing(chair, "reviseInstrument", { ...(await handle()), definition, reason: " " }))).toEqual([
      ["REASON_REQUIRED", "reason"],
    ]);
    expect((await doing(chair, "reviseInstrument", { ...(await handle()), definition, reason: "Small sectors" })).refusals).toEqual([]);
    const round = await see(officer);
    expect(round?.instrumentVersions).toMatchObject([
      { number: 2, reason: "Small sectors", createdBy: "Claude" },
      { number: 1, reason: null, createdBy: "Ada" },
    ]);
    expect(problems(await importing(administrator, { text: roundFile() }))).toContainEqual(["INSTRUMENT_FROZEN", "round.instrument"]);
  });

  it("needs a reason for another deadline, and announces it", async () => {
    const round = await see(chair);
    const stages = JSON.parse(await fileOf(chair)).round.stages.map((stage: { names: object }, index: number) => {
      const { code, kind, startsAtLocal, endsAtLocal } = round?.stages[index] ?? {};
      return { code, kind, names: stage.names, startsAt: startsAtLocal, endsAt: index === 0 ? "2026-11-12T18:00" : endsAtLocal };
    });
    const input = { id: round?.id, version: round?.version, stages };
    expect(problems(await doing(chair, "setStages", input))).toEqual([["REASON_REQUIRED", "reason"]]);
    expect((await doing(chair, "setStages", { ...input, reason: "The network was down" })).refusals).toEqual([]);
    const events: unknown = await world.app.orm.em
      .getConnection()
      .execute(`select payload->>'reason' as reason, payload#>>'{changes,0,after,endsAt}' as ends
      from outbox_event where type = 'round.deadlines-changed'`);
    expect(events).toEqual([{ reason: "The network was down", ends: "2026-11-12T16:00:00.000Z" }]);
    expect((await see(officer))?.stages[0]).toMatchObject({ endsAtLocal: "2026-11-12T18:00" });
  });

  it("tells each what waits for them, and what ends soon", async () => {
    world.clock.turnTo("2026-11-10T08:00:00Z");
    const home = "{ homeTasks { verb count month placeName roundCode } homeDeadlines { roundCode endsAt } }";
    expect(await officer.data(home)).toEqual({
      homeTasks: [{ verb: "SUBMIT_REPORTS", count: 2, month: "2026-10", placeName: "Niboye", roundCode: null }],
      homeDeadlines: [{ roundCode: "awards-2026", endsAt: "2026-11-12T16:00:00.000Z" }],
    });
    world.clock.turnTo("2026-11-20T08:00:00Z");
    expect(await chair.data("{ homeTasks { verb roundCode } }")).toEqual({
      homeTasks: [{ verb: "BEGIN_DECISION", roundCode: "awards-2026" }],
    });
    expect((await doing(chair, "beginDecision", await handle())).refusals).toEqual([]);
    const { myRecentActs } = await chair.data<{ myRecentActs: readonly { verb: string; about: string }[] }>(
      "{ myRecentActs { verb about } }",
    );
    expect(myRecentActs[0]).toEqual({ verb: "beginDecision", about: expect.any(String) });
    expect(myRecentActs.map(({ verb }) => verb)).toContain("setStages");
  });

  it("makes next year's edition from this one", async () => {
    const copied = await doing(administrator, "copyRound", { id: (await handle()).id, code: "awards-2027" });
    expect(copied.refusals).toEqual([]);
    const round = await see(chair, "awards-2027");
    expect(round).toMatchObject({ state: "DRAFT", instrument: { number: 1, from: "2027-01", to: "2027-10" } });
    expect(round?.stages[0]).toMatchObject({ startsAtLocal: "2027-01-01T00:00", endsAtLocal: "2027-11-12T18:00" });
  });

  it("publishes the form of the file", async () => {
    const schema = (await (await world.visitor.fetch("/schemas/round-file.schema.json")).json()) as Record<string, unknown>;
    expect(schema["title"]).toBe("Isonga round file");
    const file = await officer.fetch("/rounds/awards-2026.json");
    expect(await file.text()).toBe(await fileOf(officer));
  });
});
