import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { pdfFile } from "../../world/entries/document-files.ts";
import { ADD, ADD_LINK, prove, REMOVE, upload } from "../../world/entries/evidence.ts";
import { ACCEPT, complete, QUEUE, queueOf, rowOf, SET, say, see, VERIFICATION } from "../../world/entries/verifying.ts";

describe("one verifier", () => {
  let made: CustodyWorld;
  let entryId: string;
  beforeAll(async () => {
    made = await createCustodyWorld();
    entryId = await made.entryIn("CHECKED", "Sanjo Barokah");
  });
  afterAll(() => made.stop());

  test("the authors, another region and a verifier of elsewhere say nothing and see nothing of it", async () => {
    const { sari, hadi, muara, kartika } = made.people;
    const elsewhere = await made.world.person("Eka", [{ role: "VERIFIER", jurisdictionId: made.country.muara }]);
    for (const who of [sari, hadi, muara, elsewhere]) expect(await who.refusal(VERIFICATION, { entryId })).toBe("NOT_FOUND");
    const input = { entryId, indicator: "REGULATION", level: 2, version: 1 };
    for (const who of [sari, hadi]) expect(await who.refusal(SET, { input })).toBe("FORBIDDEN");
    expect(await elsewhere.refusal(SET, { input })).toBe("NOT_FOUND");
    expect(await kartika.refusal(ACCEPT, { input: { entryId } })).toBe("FORBIDDEN");
    expect(await say(kartika, entryId, { level: 2 })).toBe("FORBIDDEN");
    expect(await queueOf(elsewhere)).toEqual([]);
    expect(await sari.refusal(QUEUE)).toBe("FORBIDDEN");
    const draft = await made.draft("Not handed in");
    expect(await made.people.vina.refusal(VERIFICATION, { entryId: draft })).toBe("NOT_FOUND");
    const submitted = await made.entryIn("SUBMITTED", "Too early");
    expect(await say(made.people.vina, submitted, { level: 1 })).toBe("WRONG_STATE");
  });

  test("no level above 0 without evidence, none beyond 3, no row that is not there, no version that is old", async () => {
    const { vina } = made.people;
    expect(await say(vina, entryId, { level: 1, indicator: "STAFF" })).toBe("EVIDENCE_REQUIRED");
    for (const level of [-1, 4]) expect(await say(vina, entryId, { level })).toBe("INVALID_VALUE");
    expect(await vina.refusal(SET, { input: { entryId, indicator: "VISION", level: 0, version: 0 } })).toBe("UNKNOWN_REFERENCE");
    expect(await vina.refusal(SET, { input: { entryId, indicator: "REGULATION", level: 1, version: 99 } })).toBe("STALE_VERSION");
    expect(await complete(vina, entryId)).toBe("VERIFICATION_INCOMPLETE");
  });

  test("a level is said, said anew, and ends the verification; points follow at once", async () => {
    const { vina } = made.people;
    expect(await queueOf(vina)).toContain(entryId);
    expect(await see(vina, entryId)).toMatchObject({ open: 1, claimedPoints: "4.00", verifiedPoints: "0.00" });
    expect(await say(vina, entryId, { level: 2 })).toBeNull();
    expect(await say(vina, entryId, { level: 1, note: "The regulation is a draft." })).toBeNull();
    const seen = await see(vina, entryId);
    expect(seen).toMatchObject({ open: 0, verifiedPoints: "2.00", viewerCan: { verify: true, complete: true } });
    expect(seen.rows[0]).toMatchObject({ verified: 1, state: "SETTLED", opinions: [{ level: 1, mine: true }] });
    expect(await complete(made.people.kartika, entryId)).toBe("FORBIDDEN");
    expect(await complete(vina, entryId)).toBeNull();
    expect(await queueOf(vina)).not.toContain(entryId);
    expect((await see(made.people.sari, entryId)).rows[0]).toMatchObject({ verified: 1, canSay: false });
    expect(await say(vina, entryId, { level: 2 })).toBe("WRONG_STATE");
    const events = await made.sql<{ act: string; to_state: string }>(
      "select act, to_state from entry_event where entry_id = $1 order by id",
      [entryId],
    );
    expect(events.at(-1)).toEqual({ act: "verify", to_state: "VERIFIED" });
    const history = await made.sql("select level from verification where entry_id = $1 and superseded_at is not null", [entryId]);
    expect(history).toEqual([{ level: 2 }]);
  });

  test("changed evidence sets its row back to waiting and reopens the entry; other rows stay as they are", async () => {
    const { sari, vina } = made.people;
    expect(await sari.refusal(ADD_LINK, { input: { entryId, indicator: "REGULATION", url: "https://example.org/signed" } })).toBeNull();
    const seen = await see(vina, entryId);
    expect(seen).toMatchObject({ open: 1, entry: { state: "CHECKED" }, verifiedPoints: "0.00" });
    expect(seen.rows[0]).toMatchObject({ verified: null, state: "WAITING", opinions: [], evidence: 2 });
    const events = await made.sql<{ act: string; by_id: string }>("select act, by_id from entry_event where entry_id = $1 order by id", [
      entryId,
    ]);
    expect(events.at(-1)).toEqual({ act: "reopen", by_id: await made.idOf("Sari") });
    expect(await say(vina, entryId, { level: 2 })).toBeNull();
    const file = await prove(sari, pdfFile(), { entryId, indicator: "STAFF" });
    expect((await rowOf(vina, entryId)).verified).toBe(2);
    expect(await sari.refusal(REMOVE, { input: { id: file.id } })).toBe("REASON_REQUIRED");
    expect(await sari.refusal(REMOVE, { input: { id: file.id, reason: "Not ours" } })).toBeNull();
    expect(await say(vina, entryId, { level: 1, indicator: "STAFF" })).toBe("EVIDENCE_REQUIRED");
  });

  test("all that is claimed and proved is accepted at once", async () => {
    const id = await made.entryIn("CHECKED", "Aku Mandiri");
    expect(await made.people.vina.refusal(ACCEPT, { input: { entryId: id } })).toBeNull();
    expect(await see(made.people.vina, id)).toMatchObject({ open: 0, claimedPoints: "4.00", verifiedPoints: "4.00" });
    expect(await complete(made.people.vina, id)).toBeNull();
  });

  test("once the round decides, evidence changes no more", async () => {
    const fileKey = await upload(made.people.sari, pdfFile("late"), { entryId, indicator: "STAFF" });
    await made.sql("update round set state = 'DECIDING' where id = $1", [made.roundId]);
    expect(await made.people.sari.refusal(ADD, { input: { entryId, indicator: "STAFF", fileKey } })).toBe("DEADLINE_PASSED");
    await made.sql("update round set state = 'OPEN' where id = $1", [made.roundId]);
  });
});

describe("two verifiers", () => {
  let made: CustodyWorld;
  let wira: Client;
  let yani: Client;
  let entryId: string;
  beforeAll(async () => {
    made = await createCustodyWorld({}, (round) => ({
      instrument: { ...(round as { instrument: object }).instrument, verification: { verifiers: 2 } },
    }));
    wira = await made.world.person("Wira", [{ role: "VERIFIER", roundId: made.roundId }]);
    yani = await made.world.person("Yani", [{ role: "VERIFIER", jurisdictionId: made.country.ogan }]);
    entryId = await made.entryIn("CHECKED", "Lope Capil");
  });
  afterAll(() => made.stop());

  test("neither learns by any path what the other said until both have", async () => {
    const { vina } = made.people;
    expect(await say(vina, entryId, { level: 2, note: "Seen it" })).toBeNull();
    const seen = await rowOf(wira, entryId);
    expect(seen).toMatchObject({ verified: null, state: "WAITING", opinions: [], canSay: true });
    const claims = await wira.data("query ($id: ID!) { entry(id: $id) { claims { indicator verified note version changedBy } } }", {
      id: entryId,
    });
    expect(JSON.stringify(claims)).not.toMatch(/Seen it|Vina/);
    expect((await rowOf(made.people.kartika, entryId)).opinions).toEqual([]);
    expect(await rowOf(vina, entryId)).toMatchObject({ state: "WAITING_SECOND", opinions: [{ part: "FIRST", level: 2, mine: true }] });
    expect(await queueOf(vina)).not.toContain(entryId);
    expect(await queueOf(wira)).toContain(entryId);
    expect(await say(vina, entryId, { level: 1 })).toBeNull();
    expect((await rowOf(vina, entryId)).state).toBe("WAITING_SECOND");
  });

  test("where they differ a third person settles it, and neither of the two", async () => {
    const { vina, kartika } = made.people;
    expect(await queueOf(kartika)).not.toContain(entryId);
    expect(await say(wira, entryId, { level: 3 })).toBeNull();
    const row = await rowOf(wira, entryId);
    expect(row).toMatchObject({ verified: null, state: "TO_SETTLE" });
    expect(row.opinions.map(({ part, level }) => [part, level])).toEqual([
      ["FIRST", 1],
      ["SECOND", 3],
    ]);
    for (const who of [vina, wira]) expect(await say(who, entryId, { level: 2 })).toBe("ANOTHER_VERIFIER");
    expect(await complete(vina, entryId)).toBe("VERIFICATION_INCOMPLETE");
    expect(await queueOf(kartika)).toContain(entryId);
    expect(await queueOf(yani)).toContain(entryId);
    expect(await say(kartika, entryId, { level: 2, note: "As signed" })).toBeNull();
    expect(await rowOf(vina, entryId)).toMatchObject({ verified: 2, state: "SETTLED" });
    expect(await complete(yani, entryId)).toBeNull();
  });

  test("where they agree it is settled, and nobody says both parts", async () => {
    const id = await made.entryIn("CHECKED", "Aku Mandiri");
    expect(await made.people.vina.refusal(ACCEPT, { input: { entryId: id } })).toBeNull();
    expect(await made.people.vina.refusal(ACCEPT, { input: { entryId: id } })).toBeNull();
    expect((await rowOf(made.people.vina, id)).opinions.length).toBe(1);
    expect(await complete(made.people.vina, id)).toBe("VERIFICATION_INCOMPLETE");
    expect(await wira.refusal(ACCEPT, { input: { entryId: id } })).toBeNull();
    expect(await rowOf(wira, id)).toMatchObject({ verified: 2, state: "SETTLED" });
  });
});
