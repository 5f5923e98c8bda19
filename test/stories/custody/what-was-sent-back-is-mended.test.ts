import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { ADD_LINK, type Piece, REMOVE } from "../../world/entries/evidence.ts";

const TASKS = "query ($id: ID!) { entry(id: $id) { tasks { code state } } }";
type Read = { readonly entry: { readonly tasks: readonly { readonly code: string; readonly state: string }[] } | null };
type Added = {
  readonly addEvidenceLink: { readonly refusals: readonly object[]; readonly evidence: { readonly items: readonly Piece[] } };
};

describe("a row that was sent back is mended by its evidence alone", () => {
  let here: CustodyWorld;
  let id: string;
  beforeAll(async () => {
    here = await createCustodyWorld();
    id = await here.entryIn("SUBMITTED", "Kembali");
  });
  afterAll(() => here.stop());

  const wrong = async () => {
    const { entry } = await here.people.sari.data<Read>(TASKS, { id });
    return (entry?.tasks ?? []).filter(({ state }) => state === "PROBLEM").length;
  };
  const addLink = async (indicator: string) => {
    const input = { entryId: id, indicator, url: `https://example.org/${indicator}`, name: "Proof" };
    const { addEvidenceLink } = await here.people.sari.data<Added>(ADD_LINK, { input });
    expect(addEvidenceLink.refusals).toEqual([]);
    return addEvidenceLink.evidence.items.at(-1)?.id ?? "";
  };

  it("and stays a problem while something else is changed", async () => {
    here.world.clock.turnTo("2026-05-05T02:00:00Z");
    expect(await wrong()).toBe(0);
    const fieldReasons = [{ field: "REGULATION", reason: "Which regulation?" }];
    expect(await here.step(here.people.hadi, "return", id, { fieldReasons })).toBeNull();
    expect(await wrong()).toBe(1);
    here.world.clock.turnTo("2026-05-05T03:00:00Z");
    const [other] = await here.sql<{ code: string }>(
      `select v->>'code' as code from instrument i, jsonb_array_elements(i.definition->'innovation') v
       where i.round_id = $1 and v->>'code' <> 'REGULATION' limit 1`,
      [here.roundId],
    );
    await addLink(other?.code ?? "");
    expect(await wrong()).toBe(1);
  });

  it("once a piece is added to it, or taken away", async () => {
    here.world.clock.turnTo("2026-05-05T04:00:00Z");
    const piece = await addLink("REGULATION");
    expect(await wrong()).toBe(0);
    const fieldReasons = [{ field: "REGULATION", reason: "Not this one" }];
    expect(await here.step(here.people.sari, "submit", id)).toBeNull();
    here.world.clock.turnTo("2026-05-05T05:00:00Z");
    expect(await here.step(here.people.hadi, "return", id, { fieldReasons })).toBeNull();
    expect(await wrong()).toBe(1);
    here.world.clock.turnTo("2026-05-05T06:00:00Z");
    expect(await here.people.sari.refusal(REMOVE, { input: { id: piece, reason: "Another one" } })).toBeNull();
    expect(await wrong()).toBe(0);
  });
});
