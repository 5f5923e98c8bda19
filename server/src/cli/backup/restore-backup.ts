import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrations } from "../../../migrations/index.ts";
import { newerBackupProblem } from "../../database/database-problems.ts";
import { migrate } from "../../database/migrate.ts";
import { openOrm } from "../../database/orm.ts";
import { StartProblem } from "../../problem.ts";
import { BACKUP_FOLDERS, BACKUP_FORMAT, type BackupManifest, type BackupTable, backupManifest, quoted } from "./backup-format.ts";
import { tablesOf, workerVersion } from "./tables.ts";
import { readTar } from "./tar.ts";
import { type BackupCounts, type BackupOptions, dumpTable, tableEntry } from "./write-backup.ts";

export type RestoreOptions = BackupOptions & { readonly appRole?: string };

export type Restored = BackupCounts & {
  /** Names of the migrations that brought a backup of an older version to this one. */
  readonly migrated: readonly string[];
  /** False when the waiting jobs were left out: their tables have another shape in this version. */
  readonly jobs: boolean;
};

/** Tables that hold something as soon as anybody has used the platform. */
const TELLING = ["person", "jurisdiction", "service", "programme", "import_run", "letter"];

/**
 * Puts a backup into an empty database and its files into the data folder. One transaction: it is all there afterwards, with the
 * checksums it was written with, or nothing is. A backup of an older version is migrated afterwards. Refuses a database that is not
 * empty, a backup of a newer version, and a damaged file.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { ownerUrl, appRole, dataFolder, file } = options;
  await refuseFull(ownerUrl);
  const folder = await mkdtemp(join(tmpdir(), "isonga-restore-"));
  try {
    const manifest = await unpack(file, folder);
    refuseNewer(manifest);
    await migrateTo(ownerUrl, manifest);
    const jobs = await loadDatabase(options, manifest, folder);
    const migrated = await migrate({ ownerUrl, ...(appRole === undefined ? {} : { appRole }) });
    for (const { path } of manifest.files) {
      const target = join(dataFolder, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await copyFile(join(folder, "data", path), target);
    }
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows, files: manifest.files.length, migrated, jobs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function refuseFull(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const table of TELLING) {
      const { rows } = await client.query<{ found: string | null }>("select to_regclass($1)::text as found", [`public.${table}`]);
      if (!rows[0]?.found) continue;
      const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`);
      if (rowCount)
        throw new StartProblem(
          "The database is not empty.",
          "A backup is restored into an empty one: name another with DATABASE_URL or ISONGA_DATA.",
        );
    }
  });
}

function refuseNewer({ migrations: names, worker }: BackupManifest): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw newerBackupProblem(unknown.join(", "));
  if (!Number.isInteger(worker)) throw damaged("manifest.json");
}

/** Unpacks the archive and checks every part of it before anything is touched. */
async function unpack(file: string, folder: string): Promise<BackupManifest> {
  try {
    const source = createReadStream(file).on("error", () => undefined);
    const archive = source.pipe(createGunzip());
    source.once("error", (error) => archive.destroy(error));
    for await (const { name, content } of readTar(archive)) {
      const path = resolve(folder, name);
      if (!path.startsWith(folder + sep) || !/^(manifest\.json$|tables\/|data\/)/.test(name)) throw damaged(name);
      await mkdir(dirname(path), { recursive: true });
      await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600 }));
    }
    const manifest = readManifest(await readFile(join(folder, "manifest.json"), "utf8"));
    for (const table of manifest.tables) await checkSum(join(folder, tableEntry(table)), table.sha256);
    for (const { path, sha256 } of manifest.files) {
      if (!BACKUP_FOLDERS.some((allowed) => path.startsWith(`${allowed}/`)) || path.includes("..")) throw damaged(path);
      await checkSum(join(folder, "data", path), sha256);
    }
    return manifest;
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(`The file ${file} is no whole backup.`, "Take another one.");
  }
}

function readManifest(text: string): BackupManifest {
  const told: unknown = JSON.parse(text);
  const format = typeof told === "object" && told !== null && "format" in told ? Number(told.format) : Number.NaN;
  if (format > BACKUP_FORMAT) throw newerBackupProblem(`its form is ${format}`);
  return backupManifest.parse(told);
}

/** Brings the empty database to the version that the backup was written by. */
async function migrateTo(ownerUrl: string, manifest: BackupManifest): Promise<void> {
  const last = manifest.migrations.at(-1);
  if (last === undefined) throw damaged("manifest.json");
  const orm = await openOrm({ url: ownerUrl, entities: [], pool: 2 });
  try {
    await orm.migrator.up({ to: last });
  } finally {
    await orm.close(true);
  }
  const { runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: ownerUrl });
}

/** Writes all rows in one transaction; answers whether the jobs were among them. */
async function loadDatabase({ ownerUrl, onTable }: RestoreOptions, manifest: BackupManifest, folder: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const jobs = (await workerVersion(client)) === manifest.worker;
    const tables = manifest.tables.filter(({ schema }) => schema === "public" || jobs);
    const shapes = new Map((await tablesOf(client)).map((shape) => [`${shape.schema}.${shape.name}`, shape]));
    await client.query("begin");
    for (const table of tables) await client.query(`alter table ${nameOf(table)} disable trigger user`);
    await client.query(`truncate ${tables.map(nameOf).join(", ")}`);
    for (const table of tables) {
      onTable?.(table.name);
      const into = client.query(copyFrom(`copy ${nameOf(table)} (${table.columns.map(quoted).join(", ")}) from stdin`));
      await pipeline(createReadStream(join(folder, tableEntry(table))), into);
      const shape = shapes.get(`${table.schema}.${table.name}`);
      const there =
        shape &&
        (await dumpTable(client, { ...shape, columns: table.columns }, new Writable({ write: (_chunk, _encoding, done) => done() })));
      if (there?.sha256 !== table.sha256) throw damaged(table.name);
    }
    for (const { schema, name, last } of manifest.sequences.filter((sequence) => sequence.schema === "public" || jobs))
      await client.query("select setval(to_regclass($1), $2::bigint)", [`${quoted(schema)}.${quoted(name)}`, last]);
    // Jobs that were being worked on when the backup was made belong to nobody now.
    if (jobs) await client.query("update graphile_worker._private_jobs set locked_at = null, locked_by = null");
    if (jobs) await client.query("update graphile_worker._private_job_queues set locked_at = null, locked_by = null");
    for (const table of tables) await client.query(`alter table ${nameOf(table)} enable trigger user`);
    await client.query("commit");
    return jobs;
  });
}

async function checkSum(path: string, expected: string): Promise<void> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest("hex") !== expected) throw damaged(path);
}

function nameOf({ schema, name }: Pick<BackupTable, "schema" | "name">): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

function damaged(what: string): StartProblem {
  return new StartProblem(`The backup is damaged (${what}).`, "Take another one.");
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
