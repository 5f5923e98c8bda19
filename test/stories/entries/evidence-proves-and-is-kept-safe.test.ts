import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { docxFile, jpegFile, pdfFile, pngFile, xlsxFile, zipFile } from "../../world/entries/document-files.ts";
import { ADD, ADD_LINK, beginUpload, type Piece, prove, REMOVE, SHELF, sendBytes, upload } from "../../world/entries/evidence.ts";

let made: CustodyWorld;
let rival: Client;
let entryId: string;
const indicator = "STAFF";

beforeAll(async () => {
  made = await createCustodyWorld({}, (round) => ({
    instrument: { ...(round as { instrument: object }).instrument, verification: { largestFile: 400_000 } },
  }));
  rival = await made.world.person("Rina", [{ role: "STAFF", agencyId: made.country.health }]);
  entryId = await made.draft("Sanjo Barokah");
});
afterAll(() => made.stop());

describe("who is refused", () => {
  test("nobody who is not signed in uploads or opens anything", async () => {
    const { visitor } = made.world;
    expect((await beginUpload(visitor, { entryId, indicator }, 10)).status).toBe(401);
    expect((await visitor.fetch("/evidence/0190aaaa-0000-7000-8000-000000000000")).status).toBe(401);
    expect(await visitor.refusal(SHELF, { entryId })).toBe("UNAUTHENTICATED");
  });

  test("another office, another region and the verifier of a draft learn nothing of the entry", async () => {
    const piece = await prove(made.people.sari, pdfFile("secret"), { entryId, indicator, name: "Rahasia dinas.pdf" });
    for (const who of [rival, made.people.muara, made.people.vina]) {
      const begun = await beginUpload(who, { entryId, indicator }, 10);
      expect([begun.status, await begun.text()]).toEqual([404, "NOT_FOUND"]);
      expect(await who.refusal(SHELF, { entryId })).toBe("NOT_FOUND");
      expect(await who.refusal(REMOVE, { input: { id: piece.id } })).toBe("NOT_FOUND");
      expect(await who.refusal(ADD_LINK, { input: { entryId, indicator, url: "https://example.org" } })).toBe("NOT_FOUND");
      for (const method of ["GET", "HEAD"]) {
        const opened = await who.fetch(String(piece.url), { method });
        expect(opened.status).toBe(404);
        expect(await opened.text()).not.toContain("Rahasia");
      }
    }
    const nodes = await rival.ask("query ($id: ID!) { node(id: $id) { id } }", { id: entryId });
    expect(JSON.stringify(nodes)).not.toContain("Sanjo");
  });

  test("the coordinator sees the draft's evidence but does not change it", async () => {
    const begun = await beginUpload(made.people.kartika, { entryId, indicator }, 10);
    expect([begun.status, await begun.text()]).toEqual([403, "FORBIDDEN"]);
    const { evidence } = await made.people.kartika.data<{ evidence: { viewerCan: object } }>(SHELF, { entryId });
    expect(evidence.viewerCan).toEqual({ change: false });
  });

  test("an upload of somebody else is nobody's to go on with or to take", async () => {
    const begun = await beginUpload(made.people.sari, { entryId, indicator }, 900);
    const location = begun.headers.get("location") ?? "";
    const head = { method: "HEAD", headers: { "tus-resumable": "1.0.0" } };
    expect((await rival.fetch(location, head)).status).toBe(404);
    expect((await sendBytes(rival, location, Buffer.alloc(900))).status).toBe(404);
    expect((await made.people.sari.fetch(location, head)).headers.get("upload-offset")).toBe("0");
    const fileKey = await upload(made.people.sari, pdfFile(), { entryId, indicator });
    expect(await made.people.hadi.refusal(ADD, { input: { entryId, indicator, fileKey } })).toBe("NOT_FOUND");
  });

  test("a row or field that is not there, or both at once", async () => {
    const { sari } = made.people;
    expect(await upload(sari, pdfFile(), { entryId, indicator: "NONSENSE" })).toBe("UNKNOWN_REFERENCE");
    expect(await upload(sari, pdfFile(), { entryId, field: "aim" })).toBe("UNKNOWN_REFERENCE");
    expect(await upload(sari, pdfFile(), { entryId, field: "aim", indicator })).toBe("INVALID_VALUE");
    expect(await upload(sari, pdfFile(), { entryId })).toBe("REQUIRED");
    expect(await upload(sari, pdfFile(), { entryId: "'; drop table evidence", indicator })).toBe("INVALID_VALUE");
  });
});

describe("what is refused", () => {
  test("more than the round takes, before a byte is sent", async () => {
    const begun = await beginUpload(made.people.sari, { entryId, indicator }, 400_001);
    expect([begun.status, await begun.text()]).toEqual([413, "FILE_TOO_LARGE"]);
  });

  test("a length told later, and bytes beyond the length that was told", async () => {
    const { sari } = made.people;
    const metadata = `purpose ${btoa("evidence")},entryId ${btoa(entryId)},indicator ${btoa(indicator)}`;
    const headers = { "tus-resumable": "1.0.0", "upload-defer-length": "1", "upload-metadata": metadata };
    expect((await sari.fetch("/files", { method: "POST", headers })).ok).toBe(false);
    const begun = await beginUpload(sari, { entryId, indicator }, 100);
    const sent = await sendBytes(sari, begun.headers.get("location") ?? "", Buffer.alloc(500_000)).catch(() => null);
    expect(sent?.ok ?? false).toBe(false);
  });

  test.each<[string, Buffer]>([
    ["photo.png", Buffer.from("<!DOCTYPE html><script>steal()</script>")],
    ["logo.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="steal()"/>')],
    ["report.pdf", Buffer.from("MZ this program cannot be run in DOS mode")],
    ["report.pdf.exe", Buffer.from("MZ")],
    ["holiday.png", Buffer.concat([pngFile(), zipFile([{ name: "evil.class" }])])],
    ["letter.docx", docxFile([{ name: "word/vbaProject.bin" }])],
    ["bomb.xlsx", xlsxFile([{ name: "xl/worksheets/sheet1.xml", unpacked: 3_000_000_000 }])],
    ["figures.xlsx", zipFile([{ name: "../../../xl/workbook.xml" }])],
  ])("%s, told by its content", async (name, content) => {
    expect(await upload(made.people.sari, content, { entryId, indicator, name })).toBe("FILE_KIND");
  });

  test("half a file counts for nothing, and cannot be taken", async () => {
    const { sari } = made.people;
    const content = pdfFile("half");
    const begun = await beginUpload(sari, { entryId, indicator }, content.length);
    const location = begun.headers.get("location") ?? "";
    await sendBytes(sari, location, content.subarray(0, 200));
    const fileKey = location.split("/").at(-1);
    expect(await sari.refusal(ADD, { input: { entryId, indicator, fileKey } })).toBe("NOT_FOUND");
    const head = await sari.fetch(location, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
    expect(head.headers.get("upload-offset")).toBe("200");
    expect((await sendBytes(sari, location, content.subarray(200), 200)).ok).toBe(true);
    expect(await sari.refusal(ADD, { input: { entryId, indicator, fileKey } })).toBeNull();
    expect(await sari.refusal(ADD, { input: { entryId, indicator, fileKey } })).toBe("ALREADY_EXISTS");
  });

  test.each([
    "http://example.org",
    "javascript:alert(1)",
    "data:text/html,<script>",
    "https://user:pass@example.org",
    "https://localhost",
    "//example.org",
    "https:/example.org",
    "ftp://example.org",
    "",
  ])("the link %j", async (url) => {
    expect(await made.people.sari.refusal(ADD_LINK, { input: { entryId, indicator, url } })).toBe("INVALID_LINK");
  });
});

describe("what is kept", () => {
  test("the content to the last byte, with its checksum, in whole and in parts, never as a page of ours", async () => {
    const content = pdfFile("Peraturan Bupati");
    const piece = await prove(made.people.sari, content, { entryId, indicator, name: "..\\..\\Perbup 12\u202e.pdf" });
    expect(piece).toMatchObject({ name: "Perbup 12.pdf", kind: "PDF", size: content.length, scan: "NOT_SCANNED" });
    expect(piece.sha256).toBe(createHash("sha256").update(content).digest("hex"));
    const url = String(piece.url);
    const opened = await made.people.hadi.fetch(url);
    expect(Buffer.from(await opened.arrayBuffer()).equals(content)).toBe(true);
    expect(opened.headers.get("content-type")).toBe("application/pdf");
    expect(opened.headers.get("content-disposition")).toBe('inline; filename="Perbup 12.pdf"');
    expect(opened.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(opened.headers.get("x-content-type-options")).toBe("nosniff");
    expect(opened.headers.get("cache-control")).toContain("private");
    const part = await made.people.hadi.fetch(url, { headers: { range: "bytes=5-9" } });
    expect([part.status, await part.text()]).toEqual([206, content.toString("latin1", 5, 10)]);
    expect(part.headers.get("content-range")).toBe(`bytes 5-9/${content.length}`);
    expect((await made.people.hadi.fetch(url, { headers: { range: `bytes=${content.length}-` } })).status).toBe(416);
    const again = await made.people.hadi.fetch(url, { headers: { "if-none-match": opened.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    expect((await made.people.hadi.fetch(`${url}?download`)).headers.get("content-disposition")).toMatch(/^attachment/);
  });

  test("documents are saved and never opened; a second ending does not deceive", async () => {
    const document = await prove(made.people.sari, docxFile(), { entryId, indicator, name: "laporan.pdf" });
    expect(document).toMatchObject({ name: "laporan.pdf.docx", kind: "DOCUMENT" });
    expect((await made.people.sari.fetch(String(document.url))).headers.get("content-disposition")).toMatch(/^attachment/);
    const photo = await prove(made.people.sari, jpegFile(), { entryId, indicator, name: "photo.jpg.exe" });
    expect(photo.name).toBe("photo.jpg.exe.jpg");
  });

  test("a removed piece stays in the history, for the coordinator with its content", async () => {
    const { sari, kartika } = made.people;
    const piece = await prove(sari, pngFile(), { entryId, indicator, name: "wrong.png" });
    expect(await sari.refusal(REMOVE, { input: { id: piece.id, reason: "The wrong picture" } })).toBeNull();
    expect(await sari.refusal(REMOVE, { input: { id: piece.id, reason: "Again" } })).toBe("WRONG_STATE");
    type Shelf = { evidence: { items: readonly Piece[]; removed: readonly (Piece & { removedBy: string; removedReason: string })[] } };
    const { evidence } = await sari.data<Shelf>(SHELF, { entryId });
    expect(evidence.items.map(({ id }) => id)).not.toContain(piece.id);
    expect(evidence.removed[0]).toMatchObject({ name: "wrong.png", removedBy: "Sari", removedReason: "The wrong picture", url: null });
    expect((await sari.fetch(`/evidence/${piece.id}`)).status).toBe(404);
    expect((await kartika.fetch(`/evidence/${piece.id}`)).status).toBe(200);
  });
});

describe("whom names are told", () => {
  test("the verifier of a round sees neutral names once the entry was handed in, also in the file", async () => {
    const id = await made.entryIn("CHECKED", "Aku Mandiri");
    expect(await made.people.sari.refusal(ADD_LINK, { input: { entryId: id, indicator, url: "https://example.org/sari" } })).toBeNull();
    const named = await prove(made.people.sari, pdfFile(), { entryId: id, indicator, name: "Sari Dukcapil.pdf" });
    expect(named.name).toBe("Sari Dukcapil.pdf");
    const { evidence } = await made.people.vina.data<{ evidence: { items: readonly Piece[] } }>(SHELF, { entryId: id });
    expect(evidence.items.map(({ name }) => name)).toEqual(["evidence-1", "link-2", "evidence-3.pdf"]);
    expect(JSON.stringify(evidence)).not.toContain("Sari");
    const opened = await made.people.vina.fetch(String(evidence.items[2]?.url));
    expect(opened.headers.get("content-disposition")).toBe("inline; filename=evidence-3.pdf");
  });
});

describe("how long it is kept", () => {
  test("the content of what was removed is forgotten a year after the results are public, and not a day before", async () => {
    const { sari, kartika } = made.people;
    const gone = await prove(sari, pdfFile("gone"), { entryId, indicator });
    const stays = await prove(sari, pdfFile("stays"), { entryId, indicator });
    await sari.refusal(REMOVE, { input: { id: gone.id, reason: "Another one" } });
    const openGone = async () => (await kartika.fetch(`/evidence/${gone.id}`)).status;
    const { tidyEvidence } = await import("@isonga/server/innovations/evidence/tidy-evidence");
    const tidyOn = async (day: string) => tidyEvidence.run(made.world.app.operatorContext("test", `${day}T12:00:00Z`), { scheduled: true });
    await tidyOn("2030-01-01");
    expect(await openGone()).toBe(200);
    await made.sql(
      `insert into publication (id, round_id, number, public_from, published_at, instrument_id, checksum, snapshot)
      select gen_random_uuid(), $1, 1, '2026-10-01', '2026-10-01', id, '', '{}' from instrument where round_id = $1`,
      [made.roundId],
    );
    await tidyOn("2027-09-30");
    expect(await openGone()).toBe(200);
    await tidyOn("2027-10-02");
    expect(await openGone()).toBe(404);
    expect((await sari.fetch(String(stays.url))).status).toBe(200);
    type Shelf = { evidence: { removed: readonly { id: string; url: string | null }[] } };
    const { evidence } = await kartika.data<Shelf>(SHELF, { entryId });
    expect(evidence.removed.find(({ id }) => id === gone.id)).toMatchObject({ url: null });
  });
});
