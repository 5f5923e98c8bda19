import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { pdfFile } from "../../world/entries/document-files.ts";
import { prove, upload } from "../../world/entries/evidence.ts";

const DELETE = "mutation ($input: DeleteDraftInput!) { deleteDraft(input: $input) { refusals { code } deletedId } }";
const READ = "query ($id: ID!) { entry(id: $id) { id viewerCan { delete } } }";
const COPY = "mutation ($input: CopyEntryInput!) { copyEntry(input: $input) { refusals { code } entry { id } } }";

type Read = { readonly entry: { readonly id: string; readonly viewerCan: { readonly delete: boolean } } | null };

describe("a draft that was begun by mistake is deleted", () => {
  let here: CustodyWorld;
  beforeAll(async () => {
    here = await createCustodyWorld();
  });
  afterAll(() => here.stop());

  const remove = (who: Client, id: string) => who.refusal(DELETE, { input: { id } });
  const mayRemove = async (who: Client, id: string) => (await who.data<Read>(READ, { id })).entry?.viewerCan.delete ?? null;
  const rowsOf = async (id: string) => {
    const [found] = await here.sql<{ count: number }>("select count(*)::int as count from entry where id = $1", [id]);
    return found?.count;
  };

  it("by nobody who could not write it", async () => {
    const id = await here.draft("Keliru");
    const { muara, vina, kartika } = here.people;
    expect(await remove(here.world.visitor, id)).toBe("UNAUTHENTICATED");
    expect(await remove(vina, id)).toBe("FORBIDDEN");
    expect(await remove(muara, id)).toBe("NOT_FOUND");
    expect(await remove(here.people.sari, "01900000-0000-7000-8000-0000000000ff")).toBe("NOT_FOUND");
    expect(await remove(kartika, id)).toBe("FORBIDDEN");
    expect([await mayRemove(kartika, id), await mayRemove(muara, id), await mayRemove(here.people.sari, id)]).toEqual([false, null, true]);
    expect(await rowsOf(id)).toBe(1);
  });

  it("but never what was handed in, not even after it came back or was withdrawn and taken up again", async () => {
    const returned = await here.entryIn("RETURNED", "Kembali");
    expect(await remove(here.people.sari, returned)).toBe("WRONG_STATE");
    const resumed = await here.draft("Lagi");
    for (const act of ["submit", "withdraw", "resume"] as const) expect(await here.step(here.people.sari, act, resumed)).toBeNull();
    expect(await remove(here.people.sari, resumed)).toBe("WRONG_STATE");
    expect(await mayRemove(here.people.sari, resumed)).toBe(false);
  });

  it("with its answers, its levels, its evidence and the innovation that nothing else is about; the record keeps them", async () => {
    const { sari } = here.people;
    const id = await here.draft("Salah ketik");
    const { id: piece } = await prove(sari, pdfFile("mistake"), { entryId: id, indicator: "REGULATION" });
    const [kept] = await here.sql<{ key: string }>("select file_key as key from evidence where id = $1", [piece]);
    const content = () => here.world.app.operatorContext().files.kept.read(kept?.key ?? "");
    (await content()).destroy();
    const [entry] = await here.sql<{ innovation: string }>("select innovation_id as innovation from entry where id = $1", [id]);
    expect(await remove(sari, id)).toBeNull();
    expect(await sari.data(READ, { id })).toEqual({ entry: null });
    for (const table of ["entry_answer", "entry_claim", "evidence"])
      expect(await here.sql(`select from ${table} where entry_id = $1`, [id]), table).toEqual([]);
    expect(await here.sql("select from innovation where id = $1", [entry?.innovation])).toEqual([]);
    const record = await here.sql<{ kind: string; verb: string; who: string }>(
      `select distinct subject_type as kind, verb, p.name as who from audit_event join person p on p.id = actor_id
       where after is null and (subject_id = $1 or subject_id = $2 or before->>'entry_id' = $1::text) order by 1`,
      [id, entry?.innovation],
    );
    const kinds = ["entry", "entry_answer", "entry_claim", "evidence", "innovation"];
    expect(record).toEqual(kinds.map((kind) => ({ kind, verb: "deleteDraft", who: "Sari" })));
    // The platform's own worker does it.
    const isGone = () =>
      content().then(
        (found) => Boolean(found.destroy() && false),
        ({ code }: { readonly code?: string }) => code === "NOT_FOUND",
      );
    await expect.poll(isGone, { timeout: 20_000 }).toBe(true);
  });

  it("and frees the region and the title, but not an innovation that was entered before", async () => {
    const { sari } = here.people;
    const id = await here.draft("Dua tahun");
    const [entry] = await here.sql<{ innovation: string }>("select innovation_id as innovation from entry where id = $1", [id]);
    await here.sql(
      `insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state)
       select gen_random_uuid(), programme_id, 'iga-2020', names, jurisdiction_id, time_zone, 'PUBLISHED' from round where id = $1`,
      [here.roundId],
    );
    await here.sql(
      `insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, instrument_id, title, language, state, held_since)
       select gen_random_uuid(), r.id, e.kind, e.jurisdiction_id, e.agency_id, e.innovation_id, e.instrument_id, e.title, e.language, 'VERIFIED', now()
       from entry e, round r where e.id = $1 and r.code = 'iga-2020'`,
      [id],
    );
    expect(await remove(sari, id)).toBeNull();
    expect(await here.sql("select from innovation where id = $1", [entry?.innovation])).toHaveLength(1);
    const [earlier] = await here.sql<{ id: string }>("select id from entry where innovation_id = $1", [entry?.innovation]);
    const again = await sari.data<{ copyEntry: { refusals: readonly object[]; entry: object | null } }>(COPY, {
      input: { entryId: earlier?.id, roundId: here.roundId },
    });
    expect(again.copyEntry).toMatchObject({ refusals: [], entry: {} });
  });

  it("not while another round's entry was copied from it", async () => {
    const id = await here.draft("Contoh");
    const copy = await here.draft("Salinan");
    await here.sql("update entry set copied_from_id = $1 where id = $2", [id, copy]);
    expect(await remove(here.people.sari, id)).toBe("IN_USE");
    expect(await remove(here.people.sari, copy)).toBeNull();
    expect(await remove(here.people.sari, id)).toBeNull();
  });

  it("what was kept for evidence that then was not written is forgotten a day later, and nothing else", async () => {
    const { sari } = here.people;
    const id = await here.draft("Tertinggal");
    const piece = await prove(sari, pdfFile("stays"), { entryId: id, indicator: "REGULATION" });
    const [used] = await here.sql<{ key: string }>("select file_key as key from evidence where id = $1", [piece.id]);
    const leftKey = await upload(sari, pdfFile("left"), { entryId: id, indicator: "REGULATION" });
    const ctx = here.world.app.operatorContext();
    const { path, size } = await ctx.files.open(leftKey, null);
    await ctx.files.kept.put(path, { key: leftKey, size, sha256: "", mediaType: "application/pdf" });
    const { tidyEvidence } = await import("@isonga/server/innovations/evidence/tidy-evidence");
    const tidyIn = (hours: number) =>
      tidyEvidence.run(here.world.app.operatorContext("test", new Date(Date.now() + hours * 3_600_000).toISOString()), { scheduled: true });
    await tidyIn(20);
    (await ctx.files.kept.read(leftKey)).destroy();
    await tidyIn(30);
    await expect(ctx.files.kept.read(leftKey)).rejects.toMatchObject({ code: "NOT_FOUND" });
    (await ctx.files.kept.read(used?.key ?? "")).destroy();
  });
});
