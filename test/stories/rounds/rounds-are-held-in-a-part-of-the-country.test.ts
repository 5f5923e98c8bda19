import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addRoundCountry, type RoundCountry, roundFile } from "../../world/rounds/round-country.ts";
import { createWorld, type World } from "../../world/world.ts";

const CREATE =
  "mutation ($input: CreateRoundInput!) { createRound(input: $input) { refusals { code field } round { id version place { code } } } }";
const UPDATE =
  "mutation ($input: UpdateRoundInput!) { updateRound(input: $input) { refusals { code field } round { version place { code } } } }";
const IMPORT = "mutation ($input: ImportRoundInput!) { importRound(input: $input) { refusals { code } } }";
const NAMES = { en: "Kicukiro 2026", rw: "Kicukiro 2026", id: "Kicukiro 2026" };

type Round = { readonly id: string; readonly version: number; readonly place: { readonly code: string } };
type Payload = { readonly refusals: readonly { readonly code: string; readonly field: string | null }[]; readonly round: Round | null };

describe("rounds are held in a part of the country", () => {
  let world: World;
  let places: RoundCountry;
  let administrator: Client;
  let programmeId: string;

  const create = async (jurisdictionId: string, client = administrator) =>
    (
      await client.data<{ createRound: Payload }>(CREATE, {
        input: { programmeId, code: "kicukiro-2026", names: NAMES, jurisdictionId, timeZone: "Africa/Kigali" },
      })
    ).createRound;
  const move = async (round: Round, jurisdictionId: string | null) =>
    (
      await administrator.data<{ updateRound: Payload }>(UPDATE, {
        input: { id: round.id, version: round.version, names: NAMES, jurisdictionId },
      })
    ).updateRound;

  beforeAll(async () => {
    world = await createWorld({ now: "2026-11-01T08:00:00Z" });
    places = await addRoundCountry(world);
    administrator = await world.person("Ada", [{ role: "ADMINISTRATOR" }]);
    await administrator.data(IMPORT, { input: { text: roundFile() } });
    programmeId = (await administrator.data<{ programme: { id: string } }>('{ programme(code: "awards") { id } }')).programme.id;
  });
  afterAll(() => world.stop());

  it("refuses no place, what is no place, and one that is not there", async () => {
    const coordinator = await world.person("Diane", [{ role: "COORDINATOR", jurisdictionId: places.district }]);
    expect((await create(places.district, coordinator)).refusals).toEqual([{ code: "FORBIDDEN", field: null }]);
    expect((await create("")).refusals).toEqual([{ code: "REQUIRED", field: "jurisdictionId" }]);
    expect((await create("Kicukiro")).refusals).toEqual([{ code: "INVALID_VALUE", field: "jurisdictionId" }]);
    expect((await create("01890000-0000-7000-8000-000000000000")).refusals).toEqual([
      { code: "UNKNOWN_REFERENCE", field: "jurisdictionId" },
    ]);
  });

  it("is made for a district, moved to a province as long as it is a draft, and stays there when nothing is told", async () => {
    const { round } = await create(places.district);
    if (!round) throw new Error("The round was not made");
    expect(round.place.code).toBe("12");
    expect((await move(round, "")).refusals).toEqual([{ code: "REQUIRED", field: "jurisdictionId" }]);
    const moved = await move(round, places.province);
    expect(moved.round?.place.code).toBe("1");
    const kept = await move({ ...round, version: moved.round?.version ?? 0 }, null);
    expect(kept.round?.place.code).toBe("1");
  });
});
