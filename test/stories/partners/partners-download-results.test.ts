import { createHash } from "node:crypto";
import { canonicalJson } from "@isonga/schema/canonical-json";
import type { PublicationSnapshot } from "@isonga/schema/published-result";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPartnerWorld, get, type PartnerWorld, ROUND, until } from "./partners.helper.ts";

let partner: PartnerWorld;
const file = (name: string) => get(partner.world, `/results/${ROUND}/1/${name}`);

/** Rows by column, as a spreadsheet would read them: quotes doubled within quotes; no field here holds a line's end. */
async function csv(name: string): Promise<Record<string, string>[]> {
  const lines = (await file(name)).text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\n");
  const [head = [], ...rows] = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ""),
  );
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ""])));
}

beforeAll(async () => {
  partner = await createPartnerWorld();
  const names = { en: '=HYPERLINK("http://example.org")', rw: "Kicukiro (rw)", id: "Kicukiro (id)" };
  await partner.owner.query("update jurisdiction set names = $1 where code = '13'", [names]);
});
afterAll(() => partner?.stop());

test("before the publication there is no file, and no other answer than for a round that does not exist", async () => {
  for (const name of ["results.json", "district.csv", "sector.csv?language=rw"]) {
    const hidden = await file(name);
    expect([name, hidden.status]).toEqual([name, 404]);
    expect(hidden.text.replace(ROUND, "none")).toBe((await get(partner.world, `/results/none/1/${name}`)).text);
  }
});

describe("once it is public", () => {
  beforeAll(async () => {
    await partner.publish();
    await until(
      () => file("results.json"),
      ({ status }) => status === 200,
    );
  });

  test("unknown numbers, levels and paths are nothing", async () => {
    for (const path of ["2/results.json", "1/village.csv", "one/results.json", "1/..%2Fresults.json", "99999999999/results.json"])
      expect([path, (await get(partner.world, `/results/${ROUND}/${path}`)).status]).toEqual([path, 404]);
  });

  test("a level comes as CSV with a row an area, in the language that is asked for, and starts no formula in a spreadsheet", async () => {
    const answer = await file("district.csv");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${ROUND}-district-1.csv"`);
    const rows = await csv("district.csv");
    expect(rows).toHaveLength(30);
    expect(rows[0]).toMatchObject({
      rank: "1",
      prize: "best-districts",
      place: "1",
      "PROCESSING_RATE.value": expect.stringMatching(/^\d\.\d{6}$/),
    });
    const name = async (query: string) => (await csv(`district.csv${query}`)).find(({ code }) => code === "13")?.["name"];
    expect(await name("")).toBe(`'=HYPERLINK("http://example.org")`);
    expect([await name("?language=rw"), await name("?language=id"), await name("?language=xx")]).toEqual([
      "Kicukiro (rw)",
      "Kicukiro (id)",
      `'=HYPERLINK("http://example.org")`,
    ]);
    expect(await csv("sector.csv")).toHaveLength(416);
  });

  test("the whole is JSON without the raw inputs; its reader can check that it is whole", async () => {
    const answer = await file("results.json");
    const whole = JSON.parse(answer.text) as { checksum: string; openChecksum: string; publication: PublicationSnapshot };
    expect(createHash("sha256").update(canonicalJson(whole.publication)).digest("hex")).toBe(whole.openChecksum);
    expect(Object.keys(whole.publication.inputs).sort()).toEqual(["approvedReports", "digest", "expectedReports", "services"]);
    const query = `{ round(code: "${ROUND}") { publication { checksum } } }`;
    const told = await partner.world.visitor.data<{ round: { publication: { checksum: string } } }>(query, {}, "/partner/graphql");
    expect(told.round.publication.checksum).toBe(whole.checksum);
    const { rows } = await partner.owner.query<{ snapshot: unknown }>("select snapshot from publication");
    expect(createHash("sha256").update(canonicalJson(rows[0]?.snapshot)).digest("hex")).toBe(whole.checksum);
    expect(answer.text).not.toMatch(/published_?by/i);
  });

  test("what changes a byte of the file changes its checksum", async () => {
    const { openChecksum, publication } = JSON.parse((await file("results.json")).text) as {
      openChecksum: string;
      publication: PublicationSnapshot;
    };
    const forged = { ...publication, publishedAt: "2022-11-26T00:00:00.000Z" };
    expect(createHash("sha256").update(canonicalJson(forged)).digest("hex")).not.toBe(openChecksum);
  });

  test("a file is kept, known by its ETag, and stays when a correction comes", async () => {
    const first = await file("results.json");
    const etag = first.headers.get("etag") ?? "";
    const again = await get(partner.world, `/results/${ROUND}/1/results.json`, { "if-none-match": etag });
    expect(again.status).toBe(304);
    await partner.publish({ reason: "A slip" });
    await until(
      () => get(partner.world, `/results/${ROUND}/2/results.json`),
      ({ status }) => status === 200,
    );
    expect((await file("results.json")).text).toBe(first.text);
    const second = JSON.parse((await get(partner.world, `/results/${ROUND}/2/results.json`)).text) as { publication: PublicationSnapshot };
    expect(second.publication.corrects).toEqual({ number: 1, reason: "A slip" });
  });
});
