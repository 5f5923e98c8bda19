import { z } from "zod";

/** Number of the form that this version writes and reads; a change that older versions cannot read counts it up. */
export const BACKUP_FORMAT = 1;

/** What a backup says of itself, in `manifest.json`, its first entry. */
export const backupManifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  createdAt: z.string(),
  /** Names of the migrations the database had, in their order. */
  migrations: z.array(z.string()),
  /** Version of the job tables. */
  worker: z.number(),
  /** In an order in which what refers comes after what it refers to. */
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256: z.string() })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string() })),
  /** Paths below the data folder. */
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});
export type BackupManifest = z.output<typeof backupManifest>;
export type BackupTable = BackupManifest["tables"][number];

/** Folders of the data folder that are part of a backup: uploads, kept files and kept letters. Secrets and the database's own files are not. */
export const BACKUP_FOLDERS = ["files", "kept", "mail"] as const;

/** How a table's rows are read, always in the same order, so that equal rows give equal checksums. */
export function copyOutSql({ schema, name, columns }: Pick<BackupTable, "schema" | "name" | "columns">, key: readonly string[]): string {
  const order = key.length > 0 ? ` order by ${key.map(quoted).join(", ")}` : "";
  return `copy (select ${columns.map(quoted).join(", ")} from ${quoted(schema)}.${quoted(name)}${order}) to stdout`;
}

/** A name in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
