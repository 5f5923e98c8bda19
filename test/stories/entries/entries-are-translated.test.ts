import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addInnovationCountry, type InnovationCountry, openInnovationRound } from "../../world/entries/innovation-round.ts";
import { BackwardsTranslator } from "../../world/outside/backwards-translator.ts";
import { owner } from "../../world/people.ts";
import { createWorld, type World } from "../../world/world.ts";

const BEGIN = "mutation ($input: BeginEntryInput!) { beginEntry(input: $input) { refusals { code } entry { id } } }";
const WRITE = "mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { refusals { code } saved { field version } } }";
const DONE =
  "refusals { code field } translations { field language text origin stale ofVersion version madeBy } conflict { text madeBy version }";
const SAVE = `mutation ($input: SaveTranslationInput!) { saveTranslation(input: $input) { ${DONE} } }`;
const MACHINE = `mutation ($input: TranslateEntryInput!) { translateEntry(input: $input) { ${DONE} } }`;
const READ = `query ($id: ID!, $language: Language) { entry(id: $id) { answers(language: $language) { field value language translatedBy stale } } }`;
const MISSING = "{ missingTranslations { kind name part missing } }";

type Done = {
  readonly refusals: readonly object[];
  readonly translations: readonly { readonly field: string; readonly version: number }[] | null;
  readonly conflict: object | null;
};

describe("entries are translated", () => {
  const machine = new BackwardsTranslator();
  let world: World;
  let places: InnovationCountry;
  let siti: Client;
  let budi: Client;
  let entryId: string;

  const save = async (client: Client, input: object): Promise<Done> =>
    (
      await client.data<{ saveTranslation: Done }>(SAVE, {
        input: { entryId, field: "aim", language: "en", ofVersion: 1, version: 0, ...input },
      })
    ).saveTranslation;
  const write = (field: string, value: string, version: number) =>
    siti.data(WRITE, { input: { entryId, answers: [{ field, value, version }] } });
  const read = async (client: Client, language: string | null) =>
    (await client.data<{ entry: { answers: { field: string }[] } | null }>(READ, { id: entryId, language })).entry?.answers.filter(
      ({ field }) => field === "aim",
    ) ?? null;

  beforeAll(async () => {
    world = await createWorld({ now: "2026-04-01T03:00:00Z", env: { TRANSLATE_URL: await machine.start(), TRANSLATE_KEY: "key" } });
    places = await addInnovationCountry(world);
    const administrator = await world.person("Ani", [{ role: "ADMINISTRATOR" }]);
    const roundId = await openInnovationRound(administrator);
    siti = await world.person("Siti", [{ role: "STAFF", agencyId: places.registry }]);
    budi = await world.person("Budi", [{ role: "HEAD", agencyId: places.registry }]);
    const input = { roundId, kind: "INNOVATION", agencyId: places.registry, title: "Sanjo", language: "id" };
    entryId = (await siti.data<{ beginEntry: { entry: { id: string } } }>(BEGIN, { input })).beginEntry.entry.id;
    await write("aim", "Antrean lebih pendek", 0);
  });
  afterAll(async () => {
    await world.stop();
    await machine.stop();
  });

  it("is nobody's but its authors' and coordinators' to translate", async () => {
    const muara = await world.person("Muara", [{ role: "STAFF", agencyId: places.muaraHealth }]);
    const chair = await world.person("Auditor", [{ role: "AUDITOR" }]);
    expect((await save(muara, { text: "x" })).refusals).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await muara.refusal(MACHINE, { input: { entryId, language: "en" } })).toBe("NOT_FOUND");
    expect(await chair.refusal(SAVE, { input: { entryId, field: "aim", language: "en", text: "x", ofVersion: 1, version: 0 } })).toBe(
      "FORBIDDEN",
    );
    expect(await siti.refusal(MISSING)).toBe("FORBIDDEN");
    expect(machine.asked).toEqual([]);
  });

  it("takes only text of a field that says something, in another language", async () => {
    expect((await save(siti, { text: "x", language: "id" })).refusals).toMatchObject([{ code: "INVALID_VALUE", field: "language" }]);
    expect((await save(siti, { text: "x", field: "benefit" })).refusals).toMatchObject([{ code: "UNKNOWN_REFERENCE", field: "field" }]);
    expect((await save(siti, { text: "x\u0000" })).refusals).toMatchObject([{ code: "INVALID_VALUE", field: "text" }]);
    expect((await save(siti, { text: "x".repeat(20_001) })).refusals).toMatchObject([{ code: "TOO_LONG" }]);
  });

  it("is told in the language asked, and says which one that is", async () => {
    const { translations } = await save(siti, { text: "Shorter queues" });
    expect(translations).toEqual([
      { field: "aim", language: "en", text: "Shorter queues", origin: "HUMAN", stale: false, ofVersion: 1, version: 1, madeBy: "Siti" },
    ]);
    expect(await read(budi, "en")).toEqual([
      { field: "aim", value: "Shorter queues", language: "en", translatedBy: "HUMAN", stale: false },
    ]);
    expect(await read(budi, "rw")).toEqual([
      { field: "aim", value: "Antrean lebih pendek", language: "id", translatedBy: null, stale: false },
    ]);
    expect(await read(budi, null)).toEqual(await read(budi, "rw"));
  });

  it("is not overwritten by whoever comes later, and goes stale when the original moves on", async () => {
    const later = await save(budi, { text: "Less waiting" });
    expect(later.conflict).toEqual({ text: "Shorter queues", madeBy: "Siti", version: 1 });
    expect((await save(budi, { text: "Less waiting", version: 1 })).conflict).toBeNull();
    await write("aim", "Antrean lebih pendek dan tertib", 1);
    expect(await read(budi, "en")).toMatchObject([{ value: "Less waiting", stale: true }]);
    expect(await save(budi, { text: "Less waiting, in order", version: 2, ofVersion: 2 })).toMatchObject({
      translations: [{ stale: false, version: 3 }],
    });
  });

  it("is done by the machine where nobody did it, marked, and becomes a person's once it is corrected", async () => {
    await write("benefit", "Untuk semua", 0);
    const made = await siti.data<{ translateEntry: Done }>(MACHINE, { input: { entryId, language: "en" } });
    expect(machine.asked).toEqual([{ q: ["Untuk semua", "Sanjo"], source: "id", target: "en", format: "text", api_key: "key" }]);
    expect(made.translateEntry.translations).toMatchObject([
      { field: "aim", text: "Less waiting, in order", origin: "HUMAN" },
      { field: "benefit", text: "aumes kutnU", origin: "MACHINE", madeBy: null, version: 1 },
      { field: "title", text: "ojnaS", origin: "MACHINE" },
    ]);
    const { translations } = await save(budi, { field: "benefit", text: "For all", version: 1 });
    expect(translations?.find(({ field }) => field === "benefit")).toMatchObject({ text: "For all", origin: "HUMAN", madeBy: "Budi" });
    await siti.data(MACHINE, { input: { entryId, language: "en" } });
    expect(machine.asked).toHaveLength(1);
  });

  it("says so when the machine does not answer, and tells nothing of it", async () => {
    machine.failing = true;
    const answer = await siti.ask(MACHINE, { input: { entryId, language: "rw" } });
    expect(answer.data).toMatchObject({ translateEntry: { refusals: [{ code: "TRANSLATOR_FAILED" }] } });
    expect(JSON.stringify(answer)).not.toContain("secret-of-the-server");
    machine.failing = false;
  });

  it("lists content that is not there in every language, for administrators", async () => {
    await owner(world, `update programme set names = '{"en": "Award", "id": "Penghargaan"}'`);
    const administrator = await world.signIn("ani@example.org");
    const { missingTranslations } = await administrator.data<{ missingTranslations: object[] }>(MISSING);
    expect(missingTranslations).toContainEqual({ kind: "PROGRAMME", name: "Award", part: "names", missing: ["rw"] });
  });
});
