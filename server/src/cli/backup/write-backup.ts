import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { StartProblem } from "../../problem.ts";
import { BACKUP_FOLDERS, BACKUP_FORMAT, type BackupManifest, type BackupTable, copyOutSql } from "./backup-format.ts";
import { sequencesOf, type TableShape, tablesOf, workerVersion } from "./tables.ts";
import { type TarEntry, writeTar } from "./tar.ts";

export type BackupOptions = {
  readonly ownerUrl: string;
  readonly dataFolder: string;
  /** Absolute path of the file to be made. */
  readonly file: string;
  readonly onTable?: (table: string) => void;
};

export type BackupCounts = { readonly tables: number; readonly rows: number; readonly files: number };

/**
 * Writes every table, as they all were at one instant, and the uploaded files and kept letters of the data folder into one gzipped tar
 * archive, readable by this user only. The server may run meanwhile. The file appears when it is whole.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupCounts> {
  const { file, dataFolder } = options;
  const draft = `${file}.${process.pid}.part`;
  const spool = await mkdtemp(join(tmpdir(), "isonga-backup-"));
  try {
    const database = await dumpDatabase(options, spool);
    const files = await filesOf(dataFolder);
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      createdAt: new Date().toISOString(),
      ...database,
      files: await Promise.all(files.map(listed)),
    };
    await writeFile(join(spool, "manifest.json"), JSON.stringify(manifest, null, 2));
    const entries: TarEntry[] = [
      { name: "manifest.json", path: join(spool, "manifest.json") },
      ...manifest.tables.map(({ schema, name }) => ({ name: tableEntry({ schema, name }), path: join(spool, `${schema}.${name}`) })),
      ...files.map(({ path, name }) => ({ name: `data/${name}`, path })),
    ];
    await pipeline(Readable.from(writeTar(entries)), createGzip({ level: 6 }), createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, file);
    return { tables: manifest.tables.length, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files: files.length };
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof Error && "code" in error && ["ENOENT", "EACCES", "EROFS", "EISDIR", "ENOTDIR"].includes(String(error.code)))
      throw new StartProblem(`The file ${file} cannot be written.`, `Choose another place than ${dirname(file)}.`);
    throw error;
  } finally {
    await rm(spool, { recursive: true, force: true });
  }
}

/** Name of a table's rows in the archive. */
export function tableEntry({ schema, name }: Pick<BackupTable, "schema" | "name">): string {
  return `tables/${schema}.${name}`;
}

/** Reads a table out while counting its rows and taking their checksum. */
export async function dumpTable(
  client: pg.Client,
  table: TableShape,
  target: NodeJS.WritableStream,
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  let rows = 0;
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
      done(null, chunk);
    },
  });
  await pipeline(client.query(copyTo(copyOutSql({ ...table, columns: [...table.columns] }, table.key))), watch, target);
  return { rows, sha256: hash.digest("hex") };
}

async function dumpDatabase({ ownerUrl, onTable }: BackupOptions, spool: string) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows } = await client.query<{ name: string }>("select name from schema_migration order by id");
    const tables: BackupTable[] = [];
    for (const table of await tablesOf(client)) {
      onTable?.(table.name);
      const counted = await dumpTable(client, table, createWriteStream(join(spool, `${table.schema}.${table.name}`), { mode: 0o600 }));
      tables.push({ schema: table.schema, name: table.name, columns: [...table.columns], ...counted });
    }
    const [sequences, worker] = [await sequencesOf(client), await workerVersion(client)];
    await client.query("commit");
    return { migrations: rows.map(({ name }) => name), worker, tables, sequences };
  } finally {
    await client.end();
  }
}

type DataFile = { readonly path: string; readonly name: string };

async function filesOf(dataFolder: string): Promise<readonly DataFile[]> {
  const found: DataFile[] = [];
  for (const folder of BACKUP_FOLDERS) {
    const entries = await readdir(join(dataFolder, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((candidate) => candidate.isFile())) {
      const path = join(entry.parentPath, entry.name);
      found.push({ path, name: relative(dataFolder, path).split(sep).join("/") });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function listed({ path, name }: DataFile): Promise<BackupManifest["files"][number]> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { path: name, sha256: hash.digest("hex") };
}
