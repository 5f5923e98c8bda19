import { resolve } from "node:path";
import { databaseProblem, newerDatabaseProblem } from "../database/database-problems.ts";
import { migrate, NewerDatabase } from "../database/migrate.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import { writeBackup } from "./backup/write-backup.ts";
import type { Io } from "./io.ts";
import { appRole, withDatabase, withPlatform } from "./platform.ts";
import { words } from "./words.ts";

/** Brings the database to this version; prints what ran. */
export function migrateDatabase(io: Io): Promise<void> {
  return withDatabase(io, async (_env, database) => {
    const ran = await migrate({ ownerUrl: database.ownerUrl, ...appRole(database) }).catch((error: unknown) => {
      throw error instanceof NewerDatabase
        ? newerDatabaseProblem(error.unknown)
        : databaseProblem(error, database.ownerUrl, "DATABASE_OWNER_URL");
    });
    for (const name of ran) io.put(name);
    io.say(words(io, ran.length === 0 ? "migrate.nothing" : "migrate.done", { count: ran.length }));
  });
}

/** Writes a backup of the migrated database and the data folder. */
export function backup(io: Io, file: string): Promise<void> {
  return withPlatform(io, async ({ env, database }) => {
    const { tables, rows, files } = await writeBackup({
      ownerUrl: database.ownerUrl,
      dataFolder: env.dataFolder,
      file: resolve(file),
      onTable: (table) => io.progress(words(io, "backup.table", { table })),
    });
    io.progress(words(io, "backup.done", { tables, rows, files, file }), true);
  });
}

/** Restores a backup into the empty database and the data folder. */
export function restore(io: Io, file: string): Promise<void> {
  return withDatabase(io, async (env, database) => {
    const { tables, rows, files, migrated, jobs } = await restoreBackup({
      ownerUrl: database.ownerUrl,
      ...appRole(database),
      dataFolder: env.dataFolder,
      file: resolve(file),
      onTable: (table) => io.progress(words(io, "restore.table", { table })),
    });
    io.progress(words(io, "restore.done", { tables, rows, files, file }), true);
    if (migrated.length > 0) io.say(words(io, "restore.migrated", { names: migrated.join(", ") }));
    if (!jobs) io.say(words(io, "restore.noJobs"));
  });
}
