import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { writeTar } from "@isonga/server/cli/backup/tar";
import { writeBackup } from "@isonga/server/cli/backup/write-backup";
import { migrate } from "@isonga/server/database/migrate";
import { openOrm } from "@isonga/server/database/orm";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../world/database.ts";
import { type Ended, operate } from "./imports.operator.ts";

/** Where an older version had stopped: everything after it is newer. */
const OLDER = "m0004-services";

describe("backups of other versions", () => {
  let folder: string;
  let empty: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "isonga-versions-"));
    await chmod(folder, 0o755);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    empty = await freshDatabase({ empty: true });
  });
  afterEach(() => empty.drop());

  it("takes one of an older version, brings it to this one and says by what", async () => {
    const file = await backupOf("older", async (database) => {
      await backTo(database.ownerUrl, OLDER);
      await ask(database.ownerUrl, "insert into person (id, name, email) values (gen_random_uuid(), 'Aline', 'aline@example.org')");
      await ask(database.ownerUrl, "select graphile_worker.add_job('of-the-past')");
    });
    const restored = await restore(file);
    expect(restored.code).toBe(0);
    const [names] = await ask(empty.ownerUrl, "select string_agg(name, ', ' order by id) as all from schema_migration");
    const later = String(names?.["all"]).split(`${OLDER}, `)[1];
    expect(later).toMatch(/^m0005-programmes, m0006-results, /);
    expect(restored.err).toContain(`The backup was of an older version and was brought to this one: ${later}.`);
    expect(restored.err).not.toContain("waiting jobs");
    expect(await ask(empty.ownerUrl, "select name from person")).toEqual([{ name: "Aline" }]);
    expect(await ask(empty.ownerUrl, "select task_identifier as task from graphile_worker.jobs")).toEqual([{ task: "of-the-past" }]);
    expect(await ask(empty.appUrl, "select count(*)::int as rounds from round")).toEqual([{ rounds: 0 }]);
    expect(await migrate({ ownerUrl: empty.ownerUrl })).toEqual([]);
  });

  it("says so when the waiting jobs of another version could not be taken along", async () => {
    const file = await backupOf("jobs", async (database) => {
      await ask(database.ownerUrl, "insert into person (id, name, email) values (gen_random_uuid(), 'Aline', 'aline@example.org')");
      await ask(database.ownerUrl, "delete from graphile_worker.migrations where id = (select max(id) from graphile_worker.migrations)");
    });
    const restored = await restore(file);
    expect(restored.code).toBe(0);
    expect(restored.err).toContain("letters that had not left must be sent again");
    expect(restored.err).not.toContain("older version");
    expect(await ask(empty.ownerUrl, "select name from person")).toEqual([{ name: "Aline" }]);
  });

  it("refuses one of a newer version in one sentence, and leaves the database empty", async () => {
    const file = await backupOf("newer", (database) =>
      ask(database.ownerUrl, "insert into schema_migration (name, executed_at) values ('m9999-from-the-future', now())"),
    );
    expect(await restore(file)).toMatchObject({
      code: 1,
      err: "The backup was made by a newer version of Isonga (m9999-from-the-future). Restore it with that version, or a later one.\n",
    });
    expect(await ask(empty.ownerUrl, "select to_regclass('person') as found")).toEqual([{ found: null }]);
  });

  it("refuses one of a form that it does not know yet", async () => {
    const [manifest, file] = [join(folder, "manifest.json"), join(folder, "form.tar.gz")];
    await writeFile(manifest, JSON.stringify({ format: 2, everything: "otherwise" }));
    await pipeline(Readable.from(writeTar([{ name: "manifest.json", path: manifest }])), createGzip(), createWriteStream(file));
    expect(await restore(file)).toMatchObject({
      code: 1,
      err: "The backup was made by a newer version of Isonga (its form is 2). Restore it with that version, or a later one.\n",
    });
    expect(await ask(empty.ownerUrl, "select to_regclass('person') as found")).toEqual([{ found: null }]);
  });

  /** A backup of a fresh database as the change leaves it. */
  async function backupOf(name: string, change: (database: TestDatabase) => Promise<unknown>): Promise<string> {
    const database = await freshDatabase();
    try {
      await change(database);
      const file = join(folder, `${name}.tar.gz`);
      await writeBackup({ ownerUrl: database.ownerUrl, dataFolder: join(folder, name), file });
      return file;
    } finally {
      await database.drop();
    }
  }

  function restore(file: string): Promise<Ended> {
    const ISONGA_DATA = join(folder, "restored");
    return operate(["restore", file], { DATABASE_URL: empty.appUrl, DATABASE_OWNER_URL: empty.ownerUrl, ISONGA_DATA, INIT_CWD: folder });
  }
});

/** Takes the migrations after this one back. */
async function backTo(ownerUrl: string, name: string): Promise<void> {
  const orm = await openOrm({ url: ownerUrl, entities: [], pool: 2 });
  const done = (await orm.migrator.getExecuted()).map((migration) => migration.name);
  for (const _later of done.slice(done.indexOf(name) + 1)) await orm.migrator.down();
  await orm.close(true);
}

async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
