import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import {
  addInnovationCountry,
  INNOVATION_INSTRUMENT,
  type InnovationCountry,
  openInnovationRound,
} from "../../world/entries/innovation-round.ts";
import { owner } from "../../world/people.ts";
import { createWorld, type World } from "../../world/world.ts";

const ENTRY =
  "id kind title state copied copiedFrom { id } answers { field value } claims { indicator claimed } innovation { id title aim stage links latitude } problems { field code } barredBy { field code }";
const BEGIN = `mutation ($input: BeginEntryInput!) { beginEntry(input: $input) { refusals { code field values } entry { ${ENTRY} } } }`;
const COPY = `mutation ($input: CopyEntryInput!) { copyEntry(input: $input) { refusals { code field values } entry { ${ENTRY} } } }`;
const SAVE = "mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { refusals { code } notSaved { field } } }";
const CLAIM = "mutation ($input: SaveClaimsInput!) { saveClaims(input: $input) { refusals { code } } }";
const READ = `query ($id: ID!) { entry(id: $id) { ${ENTRY} otherEntries { id } similar { id title similarity agency } history { timesEntered } } }`;
const PLACES = `query ($roundId: ID!, $search: String) { myAgencies(roundId: $roundId, search: $search) { nodes { name } } myRegions(roundId: $roundId) { nodes { name } } }`;
const CHOICES = `query ($roundId: ID!) { innovations { nodes { title entries { id } beginning(roundId: $roundId) { entered entry { id } latest { id } barredBy { field code } } } } }`;
const RULES = `query ($roundId: ID!) { submission(roundId: $roundId) { openNow today endsAt timeZone }
  entryGround(roundId: $roundId) { indicators { code } affairs { code name } eligibility largestFile }
  regional: entryGround(roundId: $roundId, kind: REGIONAL) { indicators { code } } }`;

type Problem = { readonly field: string; readonly code: string };
type Entry = {
  readonly id: string;
  readonly answers: readonly { readonly field: string; readonly value: unknown }[];
  readonly problems: readonly Problem[];
};
type Payload = { readonly refusals: readonly Problem[]; readonly entry: Entry | null };
type Choice = {
  readonly title: string;
  readonly beginning: { readonly entered: boolean; readonly latest: object | null; readonly barredBy: readonly Problem[] };
};

describe("entries are begun and copied", () => {
  let world: World;
  let places: InnovationCountry;
  let lastYear: string;
  let thisYear: string;
  let siti: Client;
  let coordinator: Client;
  let stranger: Client;
  let sanjo: Entry;

  const begin = async (client: Client, input: object): Promise<Payload> =>
    (
      await client.data<{ beginEntry: Payload }>(BEGIN, {
        input: { kind: "INNOVATION", agencyId: places.registry, language: "id", ...input },
      })
    ).beginEntry;
  const copy = async (client: Client, input: object): Promise<Payload> =>
    (await client.data<{ copyEntry: Payload }>(COPY, { input })).copyEntry;
  const save = (entryId: string, values: Readonly<Record<string, unknown>>) =>
    siti.data(SAVE, {
      input: { entryId, answers: Object.entries(values).map(([field, value]) => ({ field, value, version: field === "title" ? 1 : 0 })) },
    });

  beforeAll(async () => {
    world = await createWorld({ now: "2026-04-01T03:00:00Z" });
    places = await addInnovationCountry(world);
    const administrator = await world.person("Ani", [{ role: "ADMINISTRATOR" }]);
    lastYear = await openInnovationRound(administrator, "iga-2025");
    thisYear = await openInnovationRound(administrator, "iga-2026");
    siti = await world.person("Siti", [{ role: "STAFF", agencyId: places.registry }]);
    coordinator = await world.person("Coordinator", [{ role: "COORDINATOR", jurisdictionId: places.ogan }]);
    stranger = await world.person("Muara", [{ role: "STAFF", agencyId: places.muaraHealth }]);
    const begun = await begin(siti, { roundId: lastYear, title: "Sanjo Barokah" });
    if (!begun.entry) throw new Error(JSON.stringify(begun.refusals));
    sanjo = begun.entry;
  });
  afterAll(() => world.stop());

  it("are said to be in a round only to who may see one there", async () => {
    const whereEntriesAre = async (client: Client) => {
      const { rounds } = await client.data<{ rounds: { nodes: readonly { code: string; hasEntries: boolean }[] } }>(
        "{ rounds(first: 10) { nodes { code hasEntries } } }",
      );
      return Object.fromEntries(rounds.nodes.map(({ code, hasEntries }) => [code, hasEntries]));
    };
    expect(await world.visitor.refusal("{ rounds(first: 10) { nodes { hasEntries } } }")).toBe("UNAUTHENTICATED");
    expect(await whereEntriesAre(stranger)).toEqual({ "iga-2025": false, "iga-2026": false });
    expect(await whereEntriesAre(siti)).toEqual({ "iga-2025": true, "iga-2026": false });
  });

  it("offers nobody another's offices, innovations or regions", async () => {
    const theirs = await stranger.data(PLACES, { roundId: thisYear });
    expect(theirs).toEqual({ myAgencies: { nodes: [{ name: "Dinas Kesehatan" }] }, myRegions: { nodes: [] } });
    expect(await stranger.data(CHOICES, { roundId: thisYear })).toEqual({ innovations: { nodes: [] } });
    const input = { roundId: thisYear, agencyId: places.muaraHealth, innovationId: "01900000-0000-7000-8000-0000000000ff" };
    const { rows } = await owner(world, "select id from innovation");
    const answers = await Promise.all([input, { ...input, innovationId: rows[0]?.id }].map((one) => begin(stranger, one)));
    expect(answers.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([["UNKNOWN_REFERENCE"], ["UNKNOWN_REFERENCE"]]);
    expect((await copy(stranger, { entryId: sanjo.id, roundId: thisYear })).refusals).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await copy(coordinator, { entryId: sanjo.id, roundId: thisYear })).refusals).toMatchObject([{ code: "FORBIDDEN" }]);
  });

  it("says where one may begin, by which rules and until when, before anything is typed", async () => {
    expect(await siti.data(PLACES, { roundId: thisYear })).toEqual({
      myAgencies: { nodes: [{ name: "Dinas Kependudukan dan Pencatatan Sipil" }] },
      myRegions: { nodes: [] },
    });
    expect(await siti.data(PLACES, { roundId: thisYear, search: "kesehatan" })).toMatchObject({ myAgencies: { nodes: [] } });
    expect(await coordinator.data(PLACES, { roundId: thisYear })).toEqual({
      myAgencies: { nodes: [] },
      myRegions: { nodes: [{ name: "Kabupaten Ogan Ilir" }] },
    });
    expect(await siti.data(RULES, { roundId: thisYear })).toMatchObject({
      submission: { openNow: true, today: "2026-04-01", endsAt: "2026-06-30T17:00:00.000Z", timeZone: "Asia/Jakarta" },
      entryGround: {
        indicators: [{ code: "REGULATION" }, { code: "STAFF" }, { code: "BENEFIT" }],
        eligibility: { maxEntries: 2, minDesignWords: 20 },
      },
      regional: { indicators: [{ code: "VISION" }, { code: "BUDGET" }] },
    });
  });

  it("tells the innovation what its entry says, as far as that is whole", async () => {
    await save(sanjo.id, {
      title: "Sanjo  Barokah",
      aim: "Shorter queues",
      stage: "APPLIED",
      trialOn: "2023-05-01",
      appliedOn: "2024-0",
      links: ["https://a.id", "nonsense"],
      place: { latitude: "-3.2165", longitude: "104.6513" },
      affairs: ["REGISTRY"],
    });
    await siti.data(CLAIM, { input: { entryId: sanjo.id, claims: [{ indicator: "STAFF", level: 2, version: 0 }] } });
    const { entry } = await siti.data<{ entry: object }>(READ, { id: sanjo.id });
    expect(entry).toMatchObject({
      title: "Sanjo Barokah",
      innovation: { title: "Sanjo Barokah", aim: "Shorter queues", stage: "APPLIED", links: ["https://a.id"], latitude: "-3.21650" },
    });
    const { rows } = await owner(world, "select trial_on::text as trial, applied_on, affairs from innovation");
    expect(rows).toEqual([{ trial: "2023-05-01", applied_on: null, affairs: ["REGISTRY"] }]);
  });

  it("copies last year's with its answers and levels, and must then say what has changed", async () => {
    const copied = await copy(siti, { entryId: sanjo.id, roundId: thisYear });
    expect(copied.entry).toMatchObject({
      copied: true,
      copiedFrom: { id: sanjo.id },
      state: "DRAFT",
      claims: [{ indicator: "STAFF", claimed: 2 }],
    });
    expect(Object.fromEntries((copied.entry?.answers ?? []).map(({ field, value }) => [field, value]))).toMatchObject({
      title: "Sanjo Barokah",
      aim: "Shorter queues",
      affairs: ["REGISTRY"],
    });
    expect(copied.entry?.problems).toContainEqual({ field: "whatChanged", code: "REQUIRED" });
    expect(sanjo.problems.map(({ field }) => field)).not.toContain("whatChanged");
    expect((await copy(siti, { entryId: sanjo.id, roundId: thisYear })).refusals).toMatchObject([{ code: "ALREADY_EXISTS" }]);
    const { entry } = await siti.data<{ entry: { otherEntries: object[] } }>(READ, { id: copied.entry?.id });
    expect(entry.otherEntries).toEqual([{ id: sanjo.id }]);
    await save(sanjo.id, { benefit: "Written late into last year's entry" });
    const { rows } = await owner(world, "select benefit from innovation");
    expect(rows).toEqual([{ benefit: null }]);
  });

  it("counts how often it was handed in, and says so before a third time", async () => {
    await owner(world, "update entry set state = 'SUBMITTED'");
    const administrator = await world.signIn("ani@example.org");
    const third = await openInnovationRound(administrator, "iga-2027");
    const { innovations } = await siti.data<{ innovations: { nodes: readonly Choice[] } }>(CHOICES, { roundId: third });
    expect(innovations.nodes).toMatchObject([
      { beginning: { entered: false, entry: null, barredBy: [{ field: "title", code: "ENTERED_TOO_OFTEN" }] } },
    ]);
    const refused = await copy(siti, { entryId: sanjo.id, roundId: third });
    expect(refused.refusals).toMatchObject([{ code: "ENTERED_TOO_OFTEN", values: { max: 2, times: 3 } }]);
    const { rows } = await owner(world, "select id from innovation");
    expect((await begin(siti, { roundId: third, innovationId: rows[0]?.id })).refusals).toMatchObject([{ code: "ENTERED_TOO_OFTEN" }]);
  });

  it("shows near titles of the region, and holds the same title against the other office once it was handed in", async () => {
    const other = await world.person("Health", [{ role: "STAFF", agencyId: places.health }]);
    const office = { roundId: thisYear, agencyId: places.health };
    expect((await begin(other, { ...office, title: "sanjo barokah" })).refusals).toMatchObject([{ code: "TITLE_TAKEN" }]);
    const near = await begin(other, { ...office, title: "Sanjo Barokah Sehat" });
    const { entry } = await other.data<{ entry: object }>(READ, { id: near.entry?.id });
    expect(entry).toMatchObject({ similar: [{ id: null, title: "Sanjo Barokah", agency: "Dinas Kependudukan dan Pencatatan Sipil" }] });
    expect((await begin(stranger, { roundId: thisYear, agencyId: places.muaraHealth, title: "Sanjo Barokah" })).refusals).toEqual([]);
    await owner(world, "update entry set state = 'DRAFT' where title = 'Sanjo Barokah'");
    const { entry: later } = await other.data<{ entry: object }>(READ, { id: near.entry?.id });
    expect(later).toMatchObject({ similar: [] });
  });

  it("lets a region's coordinator claim the region's own rows once", async () => {
    const regional = { kind: "REGIONAL", agencyId: null, roundId: thisYear, jurisdictionId: places.ogan };
    expect((await begin(coordinator, { ...regional, jurisdictionId: places.muara })).refusals).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await begin(coordinator, { ...regional, jurisdictionId: places.province })).refusals).toMatchObject([
      { code: "UNKNOWN_REFERENCE" },
    ]);
    const begun = await begin(coordinator, regional);
    expect(begun.entry).toMatchObject({ kind: "REGIONAL", title: "Kabupaten Ogan Ilir", innovation: null, problems: [] });
    const claims = [{ indicator: "VISION", level: 1, version: 0 }];
    expect(await coordinator.data(CLAIM, { input: { entryId: begun.entry?.id, claims } })).toEqual({ saveClaims: { refusals: [] } });
    expect((await begin(coordinator, regional)).refusals).toMatchObject([{ code: "ALREADY_EXISTS", field: "jurisdictionId" }]);
    expect(await coordinator.data(PLACES, { roundId: thisYear })).toMatchObject({ myRegions: { nodes: [] } });
    expect(await siti.data(READ, { id: begun.entry?.id })).toEqual({ entry: null });
  });

  it("bars whom an earlier prize bars, once that prize is public and not before", async () => {
    const administrator = await world.signIn("ani@example.org");
    const eligibility = { barredPrizes: [{ prize: "best", places: 2 }] };
    const roundId = await openInnovationRound(administrator, "iga-2028", () => ({ instrument: { ...INNOVATION_INSTRUMENT, eligibility } }));
    const won = async (place: number, publicFrom: string, number: number) =>
      owner(
        world,
        `with p as (insert into publication (id, round_id, number, public_from, published_at, instrument_id, checksum, snapshot, corrects_id, reason)
           select gen_random_uuid(), i.round_id, ${number}, '${publicFrom}', '2026-03-01', i.id, 'x', '{}',
             (select id from publication where round_id = i.round_id), case when ${number} > 1 then 'mended' end
           from instrument i where i.round_id = '${lastYear}' returning id)
         insert into published_result (id, publication_id, position, level, jurisdiction_id, code, rank, score, prize, place, data)
         select gen_random_uuid(), p.id, 1, 'REGENCY_CITY', '${places.muara}', '16.03', ${place}, 60, 'best', ${place}, '{}' from p`,
      );
    const input = { roundId, agencyId: places.muaraHealth };
    await won(2, "2026-05-01", 1);
    expect((await begin(stranger, { ...input, title: "Under embargo" })).refusals).toEqual([]);
    world.clock.turnTo("2026-05-02T00:00:00Z");
    expect((await begin(stranger, { ...input, title: "Public" })).refusals).toMatchObject([
      { code: "PRIZE_BARS_ENTRY", values: { prize: "best", place: 2, round: "iga-2025" } },
    ]);
    await won(3, "2026-05-01", 2);
    expect((await begin(stranger, { ...input, title: "Corrected" })).refusals).toEqual([]);
  });
});
