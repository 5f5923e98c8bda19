import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { BUNDLE_QUERY, CARD_QUERY, cardOf, ENTRY_QUERY, fullMarks, mark, QUEUE_QUERY, queueOf, save, sign } from "./cards.helper.ts";

let judging: JudgingWorld;
let plain: JudgingWorld;
beforeAll(async () => {
  judging = await createJudgingWorld({
    entries: 6,
    calibration: ["E01", "E02"],
    rules: {
      blind: ["title", "agency", "jurisdiction", "initiator", "initiator2"],
      calibration: 2,
      others: { what: "MARKS_AND_COMMENTS", when: "CALIBRATION" },
    },
  });
  plain = await createJudgingWorld({ entries: 3, rules: { others: { what: "MARKS", when: "AFTER_OWN" } } });
});
afterEach(() => judging.stageState("SCORING"));
afterAll(async () => {
  await judging.stop();
  await plain.stop();
});

type Entry = {
  readonly reference: string;
  readonly title: string | null;
  readonly agency: string | null;
  readonly jurisdiction: string | null;
  readonly sections: readonly {
    readonly code: string;
    readonly fields: readonly {
      readonly key: string;
      readonly text: string;
      readonly language: string | null;
      readonly translations: readonly object[];
    }[];
    readonly evidence: readonly { readonly id: string; readonly neutralName: string; readonly url: string | null }[];
  }[];
};
const entryOf = async (who: Client, id: string) =>
  (await who.data<{ judgingCard: { entry: Entry } }>(ENTRY_QUERY, { id })).judgingCard.entry;

/** A file of evidence of an entry, as a row and as bytes. */
async function addFile(
  world: JudgingWorld,
  reference: string,
  piece: { readonly field: string; readonly name: string; readonly number: number },
): Promise<string> {
  const { id: entryId } = world.entry(reference);
  const key = randomUUID().replaceAll("-", "");
  const path = join(world.world.dataFolder, piece.name);
  await writeFile(path, "%PDF-1.4 proof");
  await world.world.app.operatorContext().files.kept.put(path, { key, size: 14, sha256: "abc", mediaType: "application/pdf" });
  const [row] = await world.sql<{ id: string }>(
    `insert into evidence (id, entry_id, field, kind, name, neutral_name, file_key, media_type, size, sha256, scan, added_at)
     values (gen_random_uuid(), $1, $2, 'FILE', $3, $4, $5, 'application/pdf', 14, 'abc', 'NOT_SCANNED', now()) returning id`,
    [entryId, piece.field, piece.name, `evidence-${piece.number}.pdf`, key],
  );
  return row?.id ?? "";
}

describe("who does not judge a stage", () => {
  it("learns nothing of its queue, nor whether there is such a stage", async () => {
    const stranger = await judging.world.person("Sam Stranger", [{ role: "STAFF", agencyId: judging.country.registry }]);
    for (const who of [judging.world.visitor, stranger, judging.chair, judging.admin])
      for (const query of [QUEUE_QUERY, BUNDLE_QUERY]) {
        const [asked, nothing] = [await who.ask(query, { id: judging.stageId }), await who.ask(query, { id: randomUUID() })];
        expect(asked.errors?.[0]).toMatchObject({ message: nothing.errors?.[0]?.message });
        expect(asked.errors?.[0]?.extensions.code).toBe(who === judging.world.visitor ? "UNAUTHENTICATED" : "NOT_FOUND");
      }
  });
});

describe("a judge", () => {
  it("does not see what is blind: not in the queue, not on the card, not in the bundle, not in a search by any other door", async () => {
    const { client } = judging.judge(1);
    const secrets = ["Inovasi nomor 1", "Dinas Kependudukan", "Ogan Ilir", "AGENCY"];
    const id = await judging.assignment(1, "E01");
    const answers = [
      await client.ask(QUEUE_QUERY, { id: judging.stageId }),
      await client.ask(ENTRY_QUERY, { id }),
      await client.ask(BUNDLE_QUERY, { id: judging.stageId }),
    ];
    for (const answer of answers) {
      expect(answer.errors).toBe(undefined);
      // The design was written by people and names what it likes.
      const told = JSON.stringify(answer.data).replaceAll("Rancangan Inovasi nomor", "");
      for (const secret of secrets) expect(told).not.toContain(secret);
    }
    const entry = await entryOf(client, id);
    expect(entry).toMatchObject({ reference: "E01", title: null, agency: null, jurisdiction: null });
    expect(entry.sections.flatMap(({ fields }) => fields.map(({ key }) => key))).not.toContain("initiator");
    const { id: entryId } = judging.entry("E01");
    expect((await client.ask("query ($id: ID!) { entry(id: $id) { title } }", { id: entryId })).data?.["entry"] ?? null).toBe(null);
    expect((await client.ask("query ($id: ID!) { node(id: $id) { id } }", { id: entryId })).data?.["node"] ?? null).toBe(null);
    const listed = await client.ask("query ($id: ID!) { entries(roundId: $id) { totalCount nodes { title } } }", { id: judging.roundId });
    expect(JSON.stringify(listed)).not.toContain("Inovasi");
  });

  it("sees all of an entry where nothing is blind, with translations beside the original", async () => {
    const { id: entryId } = plain.entry("E01");
    await plain.sql(
      `insert into entry_translation (id, entry_id, field, language, text, origin, of_version, made_at) values (gen_random_uuid(), $1, 'aim', 'en', 'The aim', 'MACHINE', 1, now())`,
      [entryId],
    );
    await plain.sql("update entry_answer set version = 2 where entry_id = $1 and field = 'aim'", [entryId]);
    const entry = await entryOf(plain.judge(1).client, await plain.assignment(1, "E01"));
    expect(entry).toMatchObject({
      title: "Inovasi nomor 1",
      agency: "Dinas Kependudukan dan Pencatatan Sipil",
      jurisdiction: "Kabupaten Ogan Ilir",
    });
    const fields = entry.sections.flatMap((section) => section.fields);
    expect(fields.find(({ key }) => key === "aim")).toMatchObject({
      text: "Tujuan",
      language: "id",
      translations: [{ language: "en", text: "The aim", origin: "MACHINE", isStale: true }],
    });
    expect(fields.find(({ key }) => key === "affairs")).toMatchObject({ text: "Civil registry (en)", language: null });
  });

  it("opens evidence by a neutral name only, of their own entries, and none that proves what is blind", async () => {
    await judging.sql(`alter table form disable trigger user; update form set definition = jsonb_set(definition, '{tasks,0,fields}', (definition #> '{tasks,0,fields}') ||
      '[{"key":"proof","kind":"EVIDENCE","label":{"en":"Proof"},"required":false},{"key":"initiator2","kind":"EVIDENCE","label":{"en":"Who"},"required":false}]'); alter table form enable trigger user`);
    const seen = await addFile(judging, "E01", { field: "proof", name: "dinas-ogan-ilir.pdf", number: 1 });
    const hidden = await addFile(judging, "E01", { field: "initiator2", name: "kepala-dinas.pdf", number: 2 });
    const { client } = judging.judge(1);
    const id = await judging.assignment(1, "E01");
    const pieces = (await entryOf(client, id)).sections.flatMap(({ evidence }) => evidence);
    expect(pieces.map((piece) => [piece.id, piece.neutralName])).toEqual([[seen, "evidence-1.pdf"]]);
    const path = pieces[0]?.url ?? "";
    const answer = await client.fetch(path);
    expect([answer.status, await answer.text()]).toEqual([200, "%PDF-1.4 proof"]);
    expect(answer.headers.get("content-disposition")).toBe("inline; filename=evidence-1.pdf");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect((await client.fetch(path, { headers: { range: "bytes=0-3" } })).status).toBe(206);
    expect((await client.fetch(`${path}?download`)).headers.get("content-disposition")).toContain("attachment");
    const others = [
      `/judging/evidence/${id}/${hidden}`,
      `/evidence/${seen}`,
      `/judging/evidence/${await judging.assignment(1, "E02")}/${seen}`,
      `/judging/evidence/${randomUUID()}/${seen}`,
    ];
    const answers = await Promise.all(
      others.map(async (other) => [(await client.fetch(other)).status, await (await client.fetch(other)).text()]),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect((await judging.judge(2).client.fetch(path)).status).toBe(404);
    expect((await judging.chair.fetch(path)).status).toBe(404);
    expect((await judging.world.visitor.fetch(path)).status).toBe(401);
  });

  it("sees nothing while the stage is set up, and only what all score first while it is calibrated", async () => {
    const { client } = judging.judge(2);
    const [first, later] = [await judging.assignment(2, "E01"), await judging.assignment(2, "E05")];
    await judging.stageState("SET_UP");
    expect(await queueOf(client, judging)).toMatchObject({ items: [], total: 0 });
    expect(await client.refusal(CARD_QUERY, { id: first })).toBe("NOT_FOUND");
    await judging.stageState("CALIBRATING");
    const { items, total } = await queueOf(client, judging);
    expect(items.map(({ reference }) => reference).sort()).toEqual(["E01", "E02"]);
    expect(total).toBe(2);
    expect(await client.refusal(CARD_QUERY, { id: later })).toBe("NOT_FOUND");
    expect((await save(client, later, [mark("novelty", 3)])).refusals[0]?.code).toBe("NOT_FOUND");
    await judging.stageState("SCORING");
    expect((await queueOf(client, judging)).items.slice(0, 2).every(({ calibration }) => calibration)).toBe(true);
  });

  it("sees others' cards of the calibration only once all of their own are signed, and never a draft", async () => {
    const [one, two] = [judging.judge(1).client, judging.judge(2).client];
    const ids = async (number: number) => Promise.all(["E01", "E02"].map((reference) => judging.assignment(number, reference)));
    const [[mine = "", second = ""], [theirs = "", unsigned = ""]] = [await ids(1), await ids(2)];
    await sign(two, theirs, {
      marks: fullMarks(9, 9, 5),
      notes: { commentToPanel: { text: "Splendid", version: 0 }, privateNote: { text: "Mine", version: 0 } },
    });
    await save(two, unsigned, fullMarks(2, 2, 2));
    await sign(one, mine, { marks: fullMarks(4, 4, 4) });
    expect((await cardOf(one, mine)).others).toBe(null);
    await sign(one, second, { marks: fullMarks(5, 5, 5) });
    const others = (await cardOf(one, mine)).others;
    expect(others).toMatchObject([{ judge: "J02", commentToPanel: "Splendid" }]);
    expect(JSON.stringify(others)).not.toContain("Mine");
    expect((await cardOf(one, second)).others).toEqual([]);
    expect((await cardOf(one, await judging.assignment(1, "E05"))).others).toBe(null);
  });

  it("sees others' marks after their own, without comments, where the stage says marks alone", async () => {
    const [one, two] = [plain.judge(1).client, plain.judge(2).client];
    const [mine, theirs] = [await plain.assignment(1, "E02"), await plain.assignment(2, "E02")];
    const before = await cardOf(one, mine);
    await sign(two, theirs, {
      marks: [mark("novelty", 9, 0, "Because"), ...fullMarks().slice(1)],
      notes: { commentToPanel: { text: "No", version: 0 } },
    });
    expect(await cardOf(one, mine)).toEqual(before);
    await sign(one, mine, { marks: fullMarks(3, 3, 3) });
    const [other] = (await cardOf(one, mine)).others ?? [];
    expect(other).toMatchObject({ judge: "J02", commentToPanel: null });
    expect(other?.marks.map(({ value, comment }) => [value, comment])).toEqual([
      ["8", null],
      ["9", null],
      ["3", null],
    ]);
  });

  it("cannot tell from queue, counts or order what others have done", async () => {
    const one = plain.judge(1).client;
    const before = await queueOf(one, plain);
    await sign(plain.judge(3).client, await plain.assignment(3, "E03"), { marks: fullMarks(1, 1, 1) });
    await save(plain.judge(2).client, await plain.assignment(2, "E03"), fullMarks(10, 10, 5));
    expect({ ...(await queueOf(one, plain)), madeAt: null }).toEqual({ ...before, madeAt: null });
  });
});
