import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { recordsSource } from "@isonga/server/kernel/imports/row-source";
import { runImport } from "@isonga/server/kernel/imports/run-import";
import { importPlaces } from "@isonga/server/places/import/import-places";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { createWorld, type World } from "../../world/world.ts";
import { insertService, PLACES, type Run, sendFile, startRun, uploadFile } from "./imports.helper.ts";

let world: World;
let coordinator: Client;
let staff: Client;
let outsider: Client;
let administrator: Client;
let owner: pg.Client;

const HEADER = "jurisdiction,service,month,carriedOver,received,processed,processedInTime,processingHours,selfApplications";
const GOOD = `${HEADER}\n1101,birth,2022-01,0,10,8,7,40.5,3\n1102,birth,2022-01,1,20,15,12,90,10\n`;

beforeAll(async () => {
  world = await createWorld({ now: "2022-12-05T08:00:00Z" });
  owner = new pg.Client(world.database.ownerUrl);
  await owner.connect();
  const ctx = world.app.operatorContext();
  await runImport(ctx, { importer: importPlaces, options: {}, mode: "REJECT_EVERYTHING", dryRun: false, source: recordsSource(PLACES) });
  await insertService(owner, "birth");
  const at = async (code: string) =>
    (await owner.query<{ id: string }>("select id from jurisdiction where code = $1", [code])).rows[0]?.id ?? "";
  administrator = await world.person("Administrator", [{ role: "ADMINISTRATOR" }]);
  coordinator = await world.person("Coordinator", [{ role: "COORDINATOR", jurisdictionId: await at("1") }], "rw");
  staff = await world.person("Staff", [{ role: "STAFF", jurisdictionId: await at("11") }]);
  outsider = await world.person("Outsider", [{ role: "JUDGE" }]);
});
afterAll(async () => {
  await owner?.end();
  await world?.stop();
});

describe("who is refused", () => {
  test("the public uploads nothing and sees no import", async () => {
    expect(await uploadFile(world.visitor, "figures.csv", GOOD)).toBe("401 UNAUTHENTICATED");
    expect(await world.visitor.refusal("{ importRuns { nodes { id } } }")).toBe("UNAUTHENTICATED");
    expect((await world.visitor.fetch("/imports/01900000-0000-7000-8000-000000000000/refused.csv")).status).toBe(401);
  });

  test("someone without a role for it starts no import; places are for administrators", async () => {
    const key = await uploadFile(outsider, "figures.csv", GOOD);
    expect(await startRun(outsider, { kind: "REPORTS", fileKey: key })).toBe("FORBIDDEN");
    const own = await uploadFile(coordinator, "figures.csv", GOOD);
    expect(await startRun(coordinator, { kind: "PLACES", fileKey: own })).toBe("FORBIDDEN");
    expect(await startRun(coordinator, { kind: "SERVICES", fileKey: own })).toBe("FORBIDDEN");
    expect(await startRun(staff, { kind: "REPORTS", fileKey: own, options: { state: "APPROVED" } })).toBe("FORBIDDEN");
  });

  test("nobody imports, resumes or removes somebody else's file, nor sees their import", async () => {
    const key = await uploadFile(coordinator, "figures.csv", GOOD);
    expect(await startRun(staff, { kind: "REPORTS", fileKey: key })).toBe("NOT_FOUND");
    const headers = { "tus-resumable": "1.0.0" };
    expect((await staff.fetch(`/files/${key}`, { method: "HEAD", headers })).status).toBe(404);
    expect((await staff.fetch(`/files/${key}`, { method: "DELETE", headers })).status).toBe(404);
    expect((await coordinator.fetch(`/files/${key}`, { method: "GET" })).status).toBe(404);
    const run = await sendFile(coordinator, { kind: "REPORTS", text: GOOD, dryRun: true });
    const query = `query ($id: ID!) { importRun(id: $id) { id } }`;
    expect(await staff.data(query, { id: run.id })).toEqual({ importRun: null });
    expect((await staff.fetch(`/imports/${run.id}/refused.csv`)).status).toBe(404);
    expect(await administrator.data(query, { id: run.id })).toEqual({ importRun: { id: run.id } });
  });

  test("a file is what its content says, whatever its name", async () => {
    expect(await uploadFile(staff, "figures.csv", Buffer.from("%PDF-1.7 and so on"))).toBe("415 FILE_KIND");
    expect(await uploadFile(staff, "figures.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toBe("415 FILE_KIND");
    expect(await uploadFile(staff, "page.csv", "<html><script>alert(1)</script></html>")).toBe("415 FILE_KIND");
  });

  test("rows outside one's areas are refused one by one, before anything is told of the reports there", async () => {
    const text = `${HEADER}\n2101,birth,2022-01,0,10,8,7,40.5,3\n9999,birth,2022-01,0,10,8,7,40.5,3\n1101,birth,2022-01,0,10,8,7,40.5,3\n`;
    const run = await sendFile(staff, { kind: "REPORTS", text });
    expect(run).toMatchObject({ state: "REFUSED", rowsRefused: 2 });
    expect(run.refusals.nodes.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, "jurisdiction", "FORBIDDEN"],
      [3, "jurisdiction", "UNKNOWN_REFERENCE"],
    ]);
    expect(await reports()).toBe(0);
  });
});

describe("a month's figures", () => {
  test("a dry run says what would happen and writes nothing", async () => {
    const run = await sendFile(staff, { kind: "REPORTS", text: GOOD, dryRun: true });
    expect(run).toMatchObject({ state: "DONE", dryRun: true, rowsRead: 2, rowsNew: 2, rowsRefused: 0 });
    expect(run.understood?.facts).toContainEqual({ name: "monthFrom", value: "2022-01" });
    expect(await reports()).toBe(0);
  });

  test("every rule of a report is told by its line and column, and the good rows go in when that was asked for", async () => {
    const text = [
      HEADER,
      "1101,birth,2022-01,0,10,8,7,40.5,3",
      "1101,birth,2022-02,0,10,11,7,40.5,3",
      "1101,birth,2022-03,0,10,8,9,40.5,11",
      "1101,birth,2022-04,0,10,0,0,40.5,3",
      "1101,birth,2023-05,0,10,8,7,40.5,3",
      "1101,birth,2022-13,-1,1.5,8,7,x,",
      "1101,nothing,2022-06,0,10,8,7,40.5,3",
      "1101,birth,2022-01,0,10,8,7,40.5,3",
      "11,birth,2022-06,0,10,8,7,40.5,3",
    ].join("\r\n");
    const everything = await sendFile(staff, { kind: "REPORTS", text });
    expect(everything.state).toBe("REFUSED");
    expect(await reports()).toBe(0);
    const run = await sendFile(staff, { kind: "REPORTS", text, mode: "REJECT_FAILED_ROWS" });
    expect(run).toMatchObject({ state: "DONE", rowsRead: 9, rowsNew: 1, rowsRefused: 8 });
    expect(run.refusals.nodes.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual(
      expect.arrayContaining([
        "3 processed PROCESSED_EXCEEDS_WAITING",
        "4 processedInTime IN_TIME_EXCEEDS_PROCESSED",
        "4 selfApplications SELF_EXCEEDS_RECEIVED",
        "5 processingHours HOURS_WITHOUT_PROCESSED",
        "6 month FUTURE_MONTH",
        "7 month INVALID_DATE",
        "7 carriedOver NEGATIVE",
        "7 received NOT_WHOLE",
        "7 processingHours INVALID_NUMBER",
        "7 selfApplications REQUIRED",
        "8 service UNKNOWN_REFERENCE",
        "9 null ROW_TWICE",
        "10 service SERVICE_NOT_DELIVERED_HERE",
      ]),
    );
    expect(await reports()).toBe(1);
  });

  test("refused rows come back as a file in the reader's language, are mended and sent again as they are", async () => {
    const text = `note;${HEADER.replaceAll(",", ";")}\n=1+1;1101;birth;2022-07;0;10;12;7;40,5;3\n@x;1102;birth;2022-07;0;10;8;7;40,5;3\n`;
    const run = await sendFile(coordinator, { kind: "REPORTS", text });
    expect(run).toMatchObject({ state: "REFUSED", rowsRefused: 1 });
    const file = await (await coordinator.fetch(`/imports/${run.id}/refused.csv`)).text();
    const words = JSON.parse(await readFile(new URL("../../../schema/locales/rw/refusals.json", import.meta.url), "utf8")) as Record<
      string,
      string
    >;
    expect(file).toContain("refused_line,refused_column,refused_reason");
    expect(file).toContain(words["PROCESSED_EXCEEDS_WAITING"]?.replace("{{max}}", "10").replace("{{limit}}", "10"));
    expect(file).toContain("'=1+1");
    expect((await coordinator.fetch(`/imports/${run.id}/refused.xlsx`)).headers.get("content-type")).toContain("spreadsheetml");
    const mended = await sendFile(coordinator, { kind: "REPORTS", text: file.replace(",0,10,12,7,", ",0,10,9,7,") });
    expect(mended).toMatchObject({ state: "DONE", rowsNew: 1, rowsRefused: 0 });
    expect(mended.understood?.ignored).toEqual(["note", "refused_line", "refused_column", "refused_reason"]);
  });

  test("the same file again changes nothing: no version, no audit", async () => {
    await sendFile(staff, { kind: "REPORTS", text: GOOD });
    const before = await audited();
    const again = await sendFile(staff, { kind: "REPORTS", text: GOOD });
    expect(again).toMatchObject({ state: "DONE", rowsNew: 0, rowsChanged: 0, rowsUnchanged: 2 });
    expect(await audited()).toBe(before);
  });

  test("a corrected file shows what it changes, before and after, and only that changes", async () => {
    const run = await sendFile(staff, { kind: "REPORTS", text: GOOD.replace(",15,12,90,", ",16,12,95.25,") });
    expect(run).toMatchObject({ state: "DONE", rowsChanged: 1, rowsUnchanged: 1 });
    expect(run.changes.nodes).toHaveLength(1);
    expect(run.changes.nodes[0]).toMatchObject({
      kind: "CHANGED",
      before: { processed: 15, processingHours: 90 },
      after: { processed: 16, processingHours: 95.25 },
    });
    const { rows } = await owner.query(
      "select r.version, processed, processing_hours from monthly_report r join jurisdiction j on j.id = jurisdiction_id where j.code = '1102' and month = '2022-01-01'",
    );
    expect(rows).toEqual([{ version: 2, processed: 16, processing_hours: "95.25" }]);
    const csv = await (await staff.fetch(`/imports/${run.id}/changes.csv`)).text();
    expect(csv).toContain("processed,15,16");
  });

  test("approved figures are changed by who approves only, locked ones by nobody; the same figures are no conflict", async () => {
    const approved = await sendFile(coordinator, { kind: "REPORTS", text: GOOD, options: { state: "APPROVED" } });
    expect(approved).toMatchObject({ state: "DONE", rowsChanged: 2 });
    const other = GOOD.replace(",8,7,40.5,", ",9,7,40.5,");
    expect((await sendFile(staff, { kind: "REPORTS", text: other })).refusals.nodes[0]?.code).toBe("WRONG_STATE");
    expect((await sendFile(staff, { kind: "REPORTS", text: GOOD })).rowsUnchanged).toBe(2);
    await owner.query("update monthly_report set state = 'LOCKED' where month = '2022-01-01'");
    expect((await sendFile(coordinator, { kind: "REPORTS", text: other })).refusals.nodes[0]?.code).toBe("REPORT_LOCKED");
    expect((await sendFile(coordinator, { kind: "REPORTS", text: GOOD })).rowsUnchanged).toBe(2);
  });

  test("a partner's system sends rows in one mutation, by the same rules", async () => {
    const mutation = `mutation ($input: ImportReportsInput!) { importReports(input: $input) { refusals { code field }
      run { state rowsNew rowsUnchanged rowsRefused refusals { nodes { line column code } } } } }`;
    const row = {
      jurisdiction: "1101",
      service: "birth",
      month: "2022-09",
      carriedOver: 0,
      received: 4,
      processed: 4,
      processedInTime: 4,
      processingHours: "8.25",
      selfApplications: 1,
    };
    const rows = [row, { ...row, month: "2022-10", processed: 9 }];
    const refused = await staff.data<{ importReports: { run: Run } }>(mutation, { input: { rows } });
    expect(refused.importReports.run).toMatchObject({ state: "REFUSED", rowsRefused: 1 });
    const partly = await staff.data<{ importReports: { run: Run } }>(mutation, { input: { rows, mode: "REJECT_FAILED_ROWS" } });
    expect(partly.importReports.run).toMatchObject({ state: "DONE", rowsNew: 1, refusals: { nodes: [{ line: 2, column: "processed" }] } });
    const country = await administrator.data<{ importReports: { run: Run } }>(mutation, { input: { rows: [row], country: "ZZ" } });
    expect(country.importReports.run.state).toBe("REFUSED");
    expect(await staff.refusal(mutation, { input: { rows, fileKey: "x" } })).toBe("REQUIRED");
    expect(await outsider.refusal(mutation, { input: { rows } })).toBe("FORBIDDEN");
  });

  test("two imports at once wait for each other, and both are right", async () => {
    const text = `${HEADER}\n1101,birth,2022-11,0,10,8,7,40.5,3\n`;
    const both = await Promise.all([sendFile(staff, { kind: "REPORTS", text }), sendFile(coordinator, { kind: "REPORTS", text })]);
    expect(both.map(({ state }) => state)).toEqual(["DONE", "DONE"]);
    expect(both.map(({ rowsNew }) => rowsNew).sort()).toEqual([0, 1]);
  });

  test("a run whose server died ends as failed by itself", async () => {
    const id = "01900000-0000-7000-8000-00000000dead";
    await owner.query(
      `insert into import_run (id, kind, file_name, mode, dry_run, state, started_by, language, created_at)
       select $1, 'REPORTS', 'x.csv', 'REJECT_EVERYTHING', false, 'RUNNING', id, 'en', now() from person where name = 'Staff'`,
      [id],
    );
    await wait(10);
    expect(await staff.data("query ($id: ID!) { importRun(id: $id) { state faultId } }", { id })).toEqual({
      importRun: { state: "FAILED", faultId: null },
    });
  });
});

async function reports(): Promise<number> {
  return Number((await owner.query<{ count: string }>("select count(*) from monthly_report")).rows[0]?.count);
}

async function audited(): Promise<number> {
  return Number(
    (await owner.query<{ count: string }>("select count(*) from audit_event where subject_type = 'monthly_report'")).rows[0]?.count,
  );
}
