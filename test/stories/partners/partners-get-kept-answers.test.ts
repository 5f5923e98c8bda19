import { readFileSync } from "node:fs";
import { request } from "node:http";
import { resolve } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { documentIdOf } from "@isonga/server/partners/persisted-documents";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administer, testCluster } from "../../world/database.ts";
import { createPartnerWorld, get, getQuery, type PartnerWorld, ROUND, until } from "./partners.helper.ts";

let partner: PartnerWorld;
const PROGRAMME = `{ programme(code: "service-awards") { names { en } } service(country: "RW", code: "guardianship") { names { en } } jurisdiction(country: "RW", code: "13") { name } round(code: "${ROUND}") { publication { number } } }`;
const RANKING =
  `query ($language: Boolean) { round(code: "${ROUND}") { name publication { results(level: "DISTRICT", first: 30) { nodes { rank subject { name } } } } } }`.replace(
    "query ($language: Boolean) ",
    "",
  );
const document = readFileSync(resolve(import.meta.dirname, "../../../schema/operations/ranking.graphql"), "utf8");

beforeAll(async () => {
  partner = await createPartnerWorld();
  await partner.publish();
  await until(
    () => getQuery(partner.world, PROGRAMME),
    ({ text }) => text.includes('"number":1'),
  );
});
afterAll(() => partner?.stop());

/** The bytes as they came over the wire: `fetch` would unpack them. */
function raw(path: string, headers: Record<string, string>): Promise<{ readonly headers: Record<string, unknown>; readonly body: Buffer }> {
  return new Promise((done, failed) => {
    const asked = request(new URL(path, partner.world.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done({ headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.once("error", failed);
    asked.end();
  });
}

describe("what is not kept", () => {
  test("errors: what was refused once is answered as soon as it can be", async () => {
    const query = '{ service(country: "RW", code: "new") { code } rounds(after: "x") { nodes { id } } }';
    for (const time of [1, 2]) {
      const answer = await getQuery(partner.world, query);
      expect([time, answer.headers.get("etag"), answer.headers.get("cache-control")]).toEqual([time, null, "no-store"]);
    }
    expect((await get(partner.world, "/partner/graphql?documentId=sha256:0")).status).toBe(404);
    expect((await get(partner.world, "/partner/graphql?documentId=sha256:0")).headers.get("etag")).toBeNull();
  });
});

describe("a kept answer", () => {
  test("is the same by GET, POST and HEAD, and is known by its ETag", async () => {
    const first = await getQuery(partner.world, RANKING);
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("public, max-age=30");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const posted = await partner.world.visitor.post("/partner/graphql", { query: RANKING });
    expect([posted.headers.get("etag"), await posted.text()]).toEqual([etag, first.text]);
    const again = await getQuery(partner.world, RANKING, { headers: { "if-none-match": etag } });
    expect([again.status, again.text]).toEqual([304, ""]);
    const path = `/partner/graphql?${new URLSearchParams({ query: RANKING })}`;
    const head = await fetch(new URL(path, partner.world.url), { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
    const fresh = await fetch(new URL(`${path}%20`, partner.world.url), { method: "HEAD" });
    expect([fresh.status, fresh.headers.get("etag"), await fresh.text()]).toEqual([200, etag, ""]);
  });

  test("comes plain, in gzip or in Brotli as the reader takes it", async () => {
    const path = `/partner/graphql?${new URLSearchParams({ query: RANKING })}`;
    const plain = await raw(path, {});
    const [gzip, br, refusing] = [
      await raw(path, { "accept-encoding": "gzip" }),
      await raw(path, { "accept-encoding": "gzip, br" }),
      await raw(path, { "accept-encoding": "br;q=0, gzip" }),
    ];
    expect([plain, gzip, br, refusing].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "gzip", "br", "gzip"]);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
  });

  test("is another in another language and another media type", async () => {
    await partner.owner.query("update round set names = $1 where code = $2", [{ en: "Awards", rw: "Ibihembo", id: "Penghargaan" }, ROUND]);
    const name = async (language: string) =>
      JSON.parse((await getQuery(partner.world, RANKING, { headers: { "accept-language": language } })).text).data.round.name;
    expect(
      await until(
        () => name("rw"),
        (found) => found === "Ibihembo",
      ),
    ).toBe("Ibihembo");
    expect([await name("id"), await name("en"), await name("rw")]).toEqual(["Penghargaan", "Awards", "Ibihembo"]);
    const modern = await getQuery(partner.world, RANKING, { headers: { accept: "application/graphql-response+json" } });
    expect(modern.headers.get("content-type")).toContain("application/graphql-response+json");
    expect((await getQuery(partner.world, RANKING)).headers.get("content-type")).toContain("application/json");
  });

  test("may be asked for by any page of any site, without cookies", async () => {
    const answer = await getQuery(partner.world, RANKING, { headers: { origin: "https://portal.example.org" } });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-expose-headers")).toBe("etag");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.get("set-cookie")).toBeNull();
    const preflight = await fetch(new URL("/partner/graphql", partner.world.url), {
      method: "OPTIONS",
      headers: { origin: "https://portal.example.org", "access-control-request-method": "POST" },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD, POST"]);
  });

  test("is named by its document's id instead of its text, which stays valid", async () => {
    const variables = { round: ROUND, level: "DISTRICT", first: 3 };
    const documentId = documentIdOf(document);
    const byId = await get(partner.world, `/partner/graphql?${new URLSearchParams({ documentId, variables: JSON.stringify(variables) })}`);
    const byText = await getQuery(partner.world, document, { variables });
    const posted = await (await partner.world.visitor.post("/partner/graphql", { documentId, variables })).text();
    expect(JSON.parse(byId.text).data.round.publication.results.nodes.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3]);
    expect([byId.text, posted]).toEqual([byText.text, byText.text]);
  });

  test("is dropped when anything public changes, by whichever process wrote", async () => {
    const seen = (wanted: string) =>
      until(
        () => getQuery(partner.world, PROGRAMME),
        ({ text }) => text.includes(wanted),
      );
    const before = await getQuery(partner.world, PROGRAMME);
    expect((await getQuery(partner.world, PROGRAMME)).headers.get("etag")).toBe(before.headers.get("etag"));
    const changes: readonly (readonly [string, string])[] = [
      [`update programme set names = '{"en": "Renamed programme"}'`, "Renamed programme"],
      [`update service set names = '{"en": "Renamed service"}' where code = 'guardianship'`, "Renamed service"],
      [`update jurisdiction set name = 'Renamed area' where code = '13'`, "Renamed area"],
    ];
    for (const [statement, wanted] of changes) {
      await partner.owner.query(statement);
      expect((await seen(wanted)).text).toContain(wanted);
    }
    await partner.publish({ reason: "A slip" });
    expect((await seen('"number":2')).text).toContain('"number":2');
    await partner.owner.query("begin");
    await partner.owner.query(`update programme set names = '{"en": "Never committed"}'`);
    expect((await getQuery(partner.world, PROGRAMME)).text).not.toContain("Never");
    await partner.owner.query("rollback");
  });

  test("is not used while the channel that tells of changes is down", async () => {
    await getQuery(partner.world, PROGRAMME);
    const name = new URL(partner.world.database.ownerUrl).pathname.slice(1);
    await administer(
      testCluster(),
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'isonga public epoch' and datname = '${name}'`,
    );
    const down = await until(
      () => getQuery(partner.world, PROGRAMME),
      ({ headers }) => headers.get("etag") === null,
    );
    expect([down.status, down.headers.get("etag")]).toEqual([200, null]);
    await partner.owner.query(`update programme set names = '{"en": "Written meanwhile"}'`);
    expect((await getQuery(partner.world, PROGRAMME)).text).toContain("Written meanwhile");
    const up = await until(
      () => getQuery(partner.world, PROGRAMME),
      ({ headers }) => headers.get("etag") !== null,
    );
    expect(up.headers.get("etag")).not.toBeNull();
  });
});
