import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { clamdScanner } from "@isonga/server/kernel/files/clamd";
import { type FileFacts, filesOnDisk, type KeptFiles } from "@isonga/server/kernel/files/kept-files";
import { filesInS3 } from "@isonga/server/kernel/files/s3-files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { pdfFile } from "../../world/entries/document-files.ts";
import { type Piece, prove, SHELF } from "../../world/entries/evidence.ts";
import { type S3Server, startS3Server } from "../../world/outside/s3-server.ts";
import { startVirusScanner, TEST_VIRUS, type VirusScanner } from "../../world/outside/virus-scanner.ts";

let folder: string;
let s3: S3Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "isonga-storage-"));
  s3 = await startS3Server();
});

afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const stores = [
  ["this machine's disk", () => filesOnDisk(join(folder, "kept"))],
  ["a store that speaks S3", () => filesInS3(s3)],
] as const;

describe.each(stores)("files are kept in %s", (_name, open) => {
  let kept: KeptFiles;
  const content = randomBytes(3_000_000);
  let file: FileFacts;

  beforeAll(() => {
    kept = open();
    file = factsOf(content);
  });

  test("a key that is none is refused, and so is what is not there", async () => {
    for (const key of ["../../etc/passwd", "..", "", "A".repeat(32), "a".repeat(32)])
      await expect(kept.read(key), key).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("what is put is read again, whole and in part", async () => {
    const path = join(folder, file.key);
    await writeFile(path, content);
    await kept.put(path, file);
    await kept.put(path, file);
    expect((await buffer(await kept.read(file.key))).equals(content)).toBe(true);
    const part = await buffer(await kept.read(file.key, { start: 1_000_000, end: 1_000_009 }));
    expect(part.equals(content.subarray(1_000_000, 1_000_010))).toBe(true);
  });

  test("what is removed is not found, and removing it again does no harm", async () => {
    await kept.remove(file.key);
    await kept.remove(file.key);
    await expect(kept.read(file.key)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("each request to the store is signed", () => {
  const content = Buffer.from("proof");
  const file = factsOf(content);
  const path = () => join(folder, file.key);
  beforeAll(() => writeFile(path(), content));

  test("with the secret: with another one, nothing is taken, read or removed", async () => {
    const stranger = filesInS3({ ...s3, secretAccessKey: "another secret" });
    await expect(stranger.put(path(), file)).rejects.toThrow(/403: .*SignatureDoesNotMatch/);
    await filesInS3(s3).put(path(), file);
    await expect(stranger.read(file.key)).rejects.toThrow(/SignatureDoesNotMatch/);
    await expect(stranger.remove(file.key)).rejects.toThrow(/SignatureDoesNotMatch/);
    expect((await buffer(await filesInS3(s3).read(file.key))).equals(content)).toBe(true);
  });

  test("together with its content's checksum: what was changed under way is not taken", async () => {
    const other = factsOf(Buffer.from("something else"));
    await expect(filesInS3(s3).put(path(), { ...file, key: other.key, sha256: other.sha256 })).rejects.toThrow(/XAmzContentSHA256Mismatch/);
    await expect(filesInS3(s3).read(other.key)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("or not answered: without a signature nothing is opened", async () => {
    const answer = await fetch(`${s3.endpoint}/${s3.bucket}/${file.key}`);
    expect([answer.status, await answer.text()]).toEqual([403, "<Error><Code>AccessDenied</Code></Error>"]);
  });
});

test("a key that the store does not know, and a bucket that is not there, are faults and no silent loss", async () => {
  const content = Buffer.from("proof");
  const file = factsOf(content);
  const path = join(folder, file.key);
  await writeFile(path, content);
  await expect(filesInS3({ ...s3, accessKeyId: "UNKNOWN" }).put(path, file)).rejects.toThrow(/403/);
  await expect(filesInS3({ ...s3, bucket: "elsewhere" }).put(path, file)).rejects.toThrow(/404/);
  await expect(filesInS3({ ...s3, bucket: "elsewhere" }).read(file.key)).rejects.toThrow(/404/);
});

describe("the virus scanner", () => {
  let clamd: VirusScanner;
  beforeAll(async () => {
    clamd = await startVirusScanner();
  });
  afterAll(() => clamd.stop());

  test("finds a virus, and nothing in what has none", async () => {
    const scanner = clamdScanner(clamd.url);
    const found = await scanner.scan(Readable.from([Buffer.from(TEST_VIRUS)]));
    expect(found.infected).toBe(true);
    expect(found.signature).toContain("Isonga.Test.Virus");
    expect(await scanner.scan(Readable.from([randomBytes(2_000_000)]))).toEqual({ infected: false, signature: null });
  });

  test("finds it in the middle of a large file", async () => {
    const scanner = clamdScanner(clamd.url);
    const pieces = [randomBytes(900_000), Buffer.from(TEST_VIRUS), randomBytes(900_000)];
    expect((await scanner.scan(Readable.from(pieces))).infected).toBe(true);
  });

  test("gone, it is a fault to be tried again, not a clean file", async () => {
    const scanner = clamdScanner("unix:///nowhere/clamd.sock");
    await expect(scanner.scan(Readable.from([Buffer.from("proof")]))).rejects.toThrow();
  });
});

describe("evidence of a platform that keeps its files in S3", () => {
  let clamd: VirusScanner;
  let made: CustodyWorld;
  beforeAll(async () => {
    clamd = await startVirusScanner();
    const { endpoint, bucket, accessKeyId, secretAccessKey } = s3;
    const store = { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey };
    made = await createCustodyWorld({ env: { ...store, CLAMD_URL: clamd.url } });
  });
  afterAll(async () => {
    await made.stop();
    await clamd.stop();
  });

  test("is opened from there, whole and in part, and lies nowhere else", async () => {
    const entryId = await made.draft("Sanjo Barokah");
    const content = pdfFile("From afar");
    const piece = await prove(made.people.sari, content, { entryId, indicator: "STAFF" });
    const url = `/evidence/${piece.id}`;
    await expect.poll(async () => (await made.people.sari.fetch(url)).status, { timeout: 20_000 }).toBe(200);
    const opened = await made.people.sari.fetch(url);
    expect(Buffer.from(await opened.arrayBuffer()).equals(content)).toBe(true);
    const part = await made.people.sari.fetch(url, { headers: { range: "bytes=0-3" } });
    expect([part.status, await part.text()]).toEqual([206, "%PDF"]);
    expect(existsSync(join(made.world.dataFolder, "kept"))).toBe(false);
  });

  test("waits for the scanner, and is gone when it was infected", async () => {
    const entryId = await made.draft("Aku Mandiri");
    const { sari } = made.people;
    const sick = await prove(sari, pdfFile("x", `% ${TEST_VIRUS}\n`), { entryId, indicator: "STAFF", name: "sick.pdf" });
    const well = await prove(sari, pdfFile("well"), { entryId, indicator: "STAFF", name: "well.pdf" });
    expect([sick.scan, sick.url]).toEqual(["WAITING", null]);
    type Shelf = { evidence: { items: readonly Piece[]; removed: readonly (Piece & { removedReason: string })[] } };
    const shelf = async () => (await sari.data<Shelf>(SHELF, { entryId })).evidence;
    const scans = async () => (await shelf()).items.map(({ name, scan }) => `${name} ${scan}`);
    await expect.poll(scans, { timeout: 20_000 }).toEqual(["Regulation NOT_SCANNED", "well.pdf CLEAN"]);
    expect((await shelf()).removed[0]).toMatchObject({ name: "sick.pdf", url: null });
    expect((await shelf()).removed[0]?.removedReason).toContain("Isonga.Test.Virus");
    expect((await sari.fetch(`/evidence/${well.id}`)).status).toBe(200);
    for (const who of [sari, made.people.kartika]) expect((await who.fetch(`/evidence/${sick.id}`)).status).toBe(404);
    const [row] = await made.sql<{ file_key: string }>("select file_key from evidence where id = $1", [sick.id]);
    await expect
      .poll(
        () =>
          filesInS3(s3)
            .read(String(row?.file_key))
            .catch(({ code }) => code),
        { timeout: 10_000 },
      )
      .toBe("NOT_FOUND");
  });
});

function factsOf(content: Buffer): FileFacts {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { key: randomBytes(16).toString("hex"), size: content.length, sha256, mediaType: "application/pdf" };
}
