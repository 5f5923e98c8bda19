import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../world/database.ts";
import { insertService } from "../reports/imports.helper.ts";
import { type Ended, operate } from "./imports.operator.ts";

const shared = resolve(process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../../shared"), "data");
const HEADER = "jurisdiction,service,month,carriedOver,received,processed,processedInTime,processingHours,selfApplications";
const SERVICES = [
  "birth-certificate",
  "birth-record",
  "child-recognition",
  "cohabitation-certificate",
  "death-certificate",
  "divorce-certificate",
];
const MORE = ["full-identity-certificate", "guardianship", "marriage-certificate", "marriage-record", "nationality-certificate"];

let database: TestDatabase;
let empty: TestDatabase;
let folder: string;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  empty = await freshDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), "isonga-cli-"));
  await chmod(folder, 0o755);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
  await empty?.drop();
  await rm(folder, { recursive: true, force: true });
});

describe("the operator's command line", () => {
  test("refuses in the operator's language and with an exit code", async () => {
    await writeFile(join(folder, "wrong.csv"), `${HEADER}\n1101,nothing,2022-01,0,10,11,7,40.5,3\n`);
    await writeFile(join(folder, "picture.csv"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 1, 2, 3]));
    const wrong = await isonga(["import", "reports", join(folder, "wrong.csv"), "--country", "RW", "--language", "id"]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("Baris 2, processed:");
    expect(wrong.out).toContain("Ditolak");
    expect((await isonga(["import", "reports", join(folder, "picture.csv"), "--country", "RW"])).code).toBe(1);
    expect((await isonga(["import", "reports", join(folder, "absent.csv")])).err).toContain("absent.csv cannot be read");
    expect((await isonga(["export", "round", "nothing"], { LANG: "rw_RW.UTF-8" })).err).toContain("(NOT_FOUND)");
    expect((await isonga(["nonsense"])).code).toBe(1);
  });

  test.each([
    [],
    ["import"],
    ["import", "reports"],
    ["standings"],
    ["publish"],
    ["export"],
    ["user"],
    ["migrate"],
    ["backup"],
    ["restore"],
  ])("each command has help: %s %s", async (...command) => {
    const help = await isonga([...command, "--help"]);
    expect(help.code).toBe(0);
    expect(help.out).toContain("Usage: isonga");
  });

  test("makes accounts, lists them, resets a password and keeps somebody out", async () => {
    const added = await isonga(["user", "add", "admin@example.org", "--name", "Admin", "--role", "ADMINISTRATOR"]);
    expect(added.out.trim()).toMatch(/^[\w-]{20}$/);
    expect((await isonga(["user", "add", "admin@example.org", "--name", "Admin", "--role", "ADMINISTRATOR"])).err).toContain(
      "ALREADY_EXISTS",
    );
    expect((await isonga(["user", "add", "staff@example.org", "--name", "Staff", "--role", "STAFF"])).err).toContain("SCOPE_REQUIRED");
    expect((await isonga(["user", "list"])).out).toContain("admin@example.org\tAdmin");
    expect((await isonga(["user", "reset-password", "admin@example.org"])).out.trim()).not.toBe(added.out.trim());
    expect((await isonga(["user", "disable", "admin@example.org"])).err).toContain("LAST_ADMINISTRATOR");
  });

  test("imports places and services, tries the figures first, then writes them", async () => {
    expect((await isonga(["import", "places", join(shared, "rw_sectors_clean.csv")])).code).toBe(0);
    const services = ["code,country,name_en,name_rw,delivered_at,in_force_from,fee,currency,longest_time,time_unit"];
    for (const code of SERVICES) services.push(`${code},RW,${code},${code},SECTOR,2020-01-01,500,RWF,1,WORKING_DAY`);
    await writeFile(join(folder, "services.csv"), services.join("\n"));
    expect((await isonga(["import", "services", join(folder, "services.csv")])).out).toContain("6 new");
    expect((await isonga(["import", "services", join(folder, "services.csv")])).out).toContain("0 new, 0 changed, 6 unchanged");
    for (const code of MORE) await insertService(owner, code);
    const figures = join(shared, "rw_reports_2022.csv");
    expect((await isonga(["import", "reports", figures, "--dry-run"])).out).toContain("53947 new");
    expect(await reports()).toBe(0);
  });

  test("an import killed in the middle leaves nothing half-written, and its run ends as failed", async () => {
    await owner.query(`create function slow_report() returns trigger language plpgsql as $$
      begin if random() < 0.02 then perform pg_sleep(0.003); end if; return new; end $$`);
    await owner.query("create trigger slow before insert on monthly_report for each row execute function slow_report()");
    const figures = join(shared, "rw_reports_2022.csv");
    const child = start(["import", "reports", figures, "--state", "APPROVED"]);
    const locks = async (what: string) =>
      (
        await owner.query(
          `select from pg_locks where database = (select oid from pg_database where datname = current_database()) and ${what}`,
        )
      ).rowCount ?? 0;
    await until(async () => (await locks("relation = 'monthly_report'::regclass and mode = 'RowExclusiveLock'")) > 0);
    child.kill("SIGKILL");
    await until(async () => (await locks("locktype = 'advisory'")) === 0);
    expect(await reports()).toBe(0);
    expect((await owner.query("select from audit_event where subject_type = 'monthly_report'")).rowCount).toBe(0);
    await owner.query("drop trigger slow on monthly_report");
    const again = await isonga(["import", "reports", figures, "--state", "APPROVED"]);
    expect(again.out).toContain("53947 new");
    expect(await reports()).toBe(53_947);
    const { rows } = await owner.query<{ state: string }>("select state from import_run where kind = 'REPORTS' order by id desc limit 2");
    expect(rows.map(({ state }) => state)).toEqual(["DONE", "FAILED"]);
  }, 120_000);

  test("what is exported can be imported again and changes nothing", async () => {
    const [reportsFile, placesFile] = [join(folder, "out-reports.csv"), join(folder, "out-places.csv")];
    expect((await isonga(["export", "reports", "--country", "RW", "-o", reportsFile])).code).toBe(0);
    expect((await isonga(["export", "places", "--country", "RW", "-o", placesFile])).code).toBe(0);
    expect((await isonga(["import", "reports", reportsFile])).out).toContain("0 new, 0 changed, 53947 unchanged");
    expect((await isonga(["import", "places", placesFile])).out).toContain("0 new, 0 changed");
    const piped = await isonga(["export", "reports", "--from", "2022-03", "--to", "2022-03"]);
    expect(piped.out.split("\n")[0]).toBe(HEADER);
  }, 120_000);

  test("a backup restores to an equal database, and only into an empty one", async () => {
    await mkdir(join(folder, "data", "files"), { recursive: true });
    await writeFile(join(folder, "data", "files", "0123456789abcdef0123456789abcdef"), "an upload");
    const file = join(folder, "isonga.tar.gz");
    const backup = await isonga(["backup", file]);
    expect(backup.code).toBe(0);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await isonga(["restore", file])).err).toContain("not empty");

    const damaged = await readFile(file);
    const middle = Math.floor(damaged.length / 2);
    damaged.fill(0, middle, middle + 100);
    await writeFile(join(folder, "damaged.tar.gz"), damaged);
    const there = { DATABASE_URL: empty.appUrl, DATABASE_OWNER_URL: empty.ownerUrl, ISONGA_DATA: join(folder, "restored") };
    expect((await isonga(["restore", join(folder, "damaged.tar.gz")], there)).err).toContain("no whole backup");

    const restored = await isonga(["restore", file], there);
    expect(restored.err).toContain("restored");
    expect(restored.code).toBe(0);
    const target = new pg.Client(empty.ownerUrl);
    await target.connect();
    for (const table of [
      "person",
      "jurisdiction",
      "jurisdiction_code",
      "service",
      "service_standard",
      "monthly_report",
      "audit_event",
      "import_run",
      "role_grant",
    ])
      expect([table, await fingerprint(target, table)]).toEqual([table, await fingerprint(owner, table)]);
    // The record goes on where it stopped, and is still closed to change.
    await target.query("update person set name = name || '!'");
    await expect(target.query("delete from audit_event")).rejects.toThrow(/never changed/);
    await target.end();
    expect(await readFile(join(folder, "restored", "files", "0123456789abcdef0123456789abcdef"), "utf8")).toBe("an upload");
    expect((await isonga(["user", "list"], there)).out).toContain("admin@example.org");
  }, 120_000);
});

/** The command in a process of its own, which can be killed. */
function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const { DEMO: _demo, LANG: _lang, LC_ALL: _all, ...rest } = process.env;
  return spawn(process.execPath, [resolve(import.meta.dirname, "../../../server/scripts/isonga.ts"), ...args], {
    env: { ...rest, ...environmentOf(environment) },
  });
}

function isonga(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return operate(args, environmentOf(environment));
}

function environmentOf(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ISONGA_DATA: join(folder, "data"),
    INIT_CWD: folder,
    ...environment,
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 50_000; waited += 25) {
    if (await condition()) return;
    await wait(25);
  }
  throw new Error("It did not come to that");
}

async function reports(): Promise<number> {
  return Number((await owner.query<{ count: string }>("select count(*) from monthly_report")).rows[0]?.count);
}

async function fingerprint(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ row: string }>(`select t::text as row from ${table} t order by t.id`);
  return createHash("md5")
    .update(rows.map(({ row }) => row).join("\n"))
    .digest("hex");
}
