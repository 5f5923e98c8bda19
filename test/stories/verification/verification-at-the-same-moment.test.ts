import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { complete, rowOf, SET, see } from "../../world/entries/verifying.ts";

/** Says a level of the same row, each with the version that both have seen. */
async function together(entryId: string, said: readonly (readonly [who: Client, level: number])[]): Promise<readonly (string | null)[]> {
  const versions = await Promise.all(said.map(async ([who]) => (await rowOf(who, entryId)).version));
  return Promise.all(
    said.map(([who, level], index) =>
      who.refusal(SET, { input: { entryId, indicator: "REGULATION", level, version: versions[index] ?? 0 } }),
    ),
  );
}

describe.each([1, 2])("two people say a row's level at the same moment, where %i of them must", (verifiers) => {
  let made: CustodyWorld;
  let wira: Client;
  beforeAll(async () => {
    made = await createCustodyWorld({}, (round) => ({
      instrument: { ...(round as { instrument: object }).instrument, verification: { verifiers } },
    }));
    wira = await made.world.person("Wira", [{ role: "VERIFIER", roundId: made.roundId }]);
  });
  afterAll(() => made.stop());

  test("who has no part in it is refused, also when many ask at once", async () => {
    const entryId = await made.entryIn("CHECKED", "Sanjo Barokah");
    const { sari, hadi } = made.people;
    const { version } = await rowOf(made.people.vina, entryId);
    const input = { entryId, indicator: "REGULATION", level: 3, version };
    const answers = await Promise.all([sari, hadi, made.people.muara].map((who) => who.refusal(SET, { input })));
    expect(answers).toEqual(["FORBIDDEN", "FORBIDDEN", "NOT_FOUND"]);
    expect((await see(made.people.vina, entryId)).open).toBe(1);
  });

  test.each([
    ["Aku Mandiri", 2, 2],
    ["Lope Capil", 1, 2],
  ])("%s: no word is lost, and none is taken twice", async (title, first, second) => {
    const { vina, kartika } = made.people;
    const entryId = await made.entryIn("CHECKED", title);
    const answers = await together(entryId, [
      [vina, first],
      [wira, second],
    ]);
    const said = await made.sql<{ part: string; level: number }>(
      "select part, level from verification where entry_id = $1 and superseded_at is null order by part",
      [entryId],
    );
    const row = await rowOf(kartika, entryId);
    if (verifiers === 1) {
      // One was first; the other has seen a row that is no more.
      expect(answers.filter((answer) => answer === null)).toHaveLength(1);
      expect(answers.find((answer) => answer !== null)).toMatch(/STALE_VERSION|ANOTHER_VERIFIER/);
      expect(said).toEqual([{ part: "FIRST", level: answers[0] === null ? first : second }]);
      expect(row).toMatchObject({ state: "SETTLED", verified: said[0]?.level });
      return;
    }
    expect(answers).toEqual([null, null]);
    expect(said.map(({ part }) => part)).toEqual(["FIRST", "SECOND"]);
    expect(said.map(({ level }) => level).sort()).toEqual([first, second]);
    expect(row).toMatchObject(first === second ? { state: "SETTLED", verified: first } : { state: "TO_SETTLE", verified: null });
    expect(await complete(vina, entryId)).toBe(first === second ? null : "VERIFICATION_INCOMPLETE");
  });
});
