import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addInnovationCountry, type InnovationCountry, openInnovationRound } from "../../world/entries/innovation-round.ts";
import { owner } from "../../world/people.ts";
import { createWorld, type World } from "../../world/world.ts";

const MISSING = "{ missingTranslations { id kind part country code name missing } }";

describe("words that are missing in a language", () => {
  let world: World;
  let places: InnovationCountry;
  let roundId: string;

  beforeAll(async () => {
    world = await createWorld({ now: "2026-04-01T03:00:00Z" });
    places = await addInnovationCountry(world);
    roundId = await openInnovationRound(await world.person("Ani", [{ role: "ADMINISTRATOR" }]));
    // Complete to begin with: what is missing below is what each test takes away.
    await owner(world, `update programme set names = '{"en": "Award", "rw": "Igihembo", "id": "Penghargaan"}', descriptions = '{}'`);
    await owner(world, `update round set names = '{"en": "2026", "rw": "2026", "id": "2026"}', descriptions = '{}'`);
  });
  afterAll(() => world.stop());

  const missing = async (): Promise<readonly object[]> =>
    (await (await world.signIn("ani@example.org")).data<{ missingTranslations: object[] }>(MISSING)).missingTranslations;

  it("are told to nobody but administrators", async () => {
    const others = [
      await world.person("Siti", [{ role: "STAFF", agencyId: places.registry }]),
      await world.person("Kartika", [{ role: "COORDINATOR", jurisdictionId: places.ogan }]),
      await world.person("Agus", [{ role: "AUDITOR" }]),
    ];
    for (const one of others) expect(await one.refusal(MISSING)).toBe("FORBIDDEN");
    expect(await world.visitor.refusal(MISSING)).toBe("UNAUTHENTICATED");
  });

  it("are none where all is said, and none of places and offices with an official name only", async () => {
    expect(await missing()).toEqual([]);
  });

  it("are listed with what is needed to find the page on which they are written, programmes first", async () => {
    await owner(world, `update jurisdiction set names = '{"en": "Ogan Ilir Regency", "rw": " "}' where id = '${places.ogan}'`);
    await owner(world, `update agency set names = '{"id": "Dinas Kesehatan", "en": "Health Office"}' where id = '${places.health}'`);
    await owner(
      world,
      `insert into service (id, country, code, names, delivered_at, descriptions)
      values ('0190b5a2-0000-7000-8000-000000000001', 'ID', 'KTP', '{"id": "KTP"}', 'REGENCY_CITY', '{"en": "A card"}')`,
    );
    await owner(world, `update round set descriptions = '{"en": "Of this year"}'`);
    await owner(world, `update programme set names = '{"en": "Award", "rw": "Igihembo"}'`);
    expect(await missing()).toEqual([
      expect.objectContaining({ kind: "PROGRAMME", part: "names", country: null, name: "Award", missing: ["id"] }),
      { kind: "ROUND", id: roundId, part: "descriptions", country: null, code: "iga-2026", name: "Of this year", missing: ["rw", "id"] },
      expect.objectContaining({ kind: "SERVICE", part: "names", name: "KTP", missing: ["en", "rw"] }),
      expect.objectContaining({ kind: "SERVICE", part: "descriptions", missing: ["rw", "id"] }),
      { kind: "AGENCY", id: places.health, part: "names", country: "ID", code: "16.10", name: "Dinas Kesehatan", missing: ["rw"] },
      {
        kind: "JURISDICTION",
        id: places.ogan,
        part: "names",
        country: "ID",
        code: "16.10",
        name: "Kabupaten Ogan Ilir",
        missing: ["rw", "id"],
      },
    ]);
  });

  it("are no longer listed once a round is published, since its words are then never changed", async () => {
    await owner(world, "update round set state = 'PUBLISHED'");
    expect(await missing()).not.toContainEqual(expect.objectContaining({ kind: "ROUND" }));
  });
});
