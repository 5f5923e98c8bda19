import type { ClientBase } from "pg";
import type { BackupManifest } from "./backup-format.ts";

/** A table to back up, with the columns that order it. */
export type TableShape = {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
};

/** Every table of the platform and of its jobs but the records of migrations; those referred to first. */
export async function tablesOf(client: ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await client.query<
    TableShape & { readonly oid: number }
  >(`select c.oid::int as oid, n.nspname as schema, c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ((n.nspname = 'public' and c.relname <> 'schema_migration')
      or (n.nspname = 'graphile_worker' and c.relname like '\\_private\\_%')) order by 2 desc, 3`);
  const { rows: references } = await client.query<{ from: number; to: number }>(
    `select conrelid::int as from, confrelid::int as to from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  return inOrder(rows, references);
}

/** The sequences and where they stand. */
export async function sequencesOf(client: ClientBase): Promise<BackupManifest["sequences"]> {
  const { rows } = await client.query<{ schema: string; name: string; last: string | null }>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname in ('public', 'graphile_worker') and sequencename not like 'schema_migration%'`,
  );
  return rows.flatMap(({ schema, name, last }) => (last === null ? [] : [{ schema, name, last }]));
}

/** Version of the job tables; 0 when there are none. */
export async function workerVersion(client: ClientBase): Promise<number> {
  const { rows: found } = await client.query<{ found: string | null }>("select to_regclass('graphile_worker.migrations')::text as found");
  if (!found[0]?.found) return 0;
  const { rows } = await client.query<{ id: number }>("select max(id)::int as id from graphile_worker.migrations");
  return rows[0]?.id ?? 0;
}

type Numbered = TableShape & { readonly oid: number };

function inOrder(
  tables: readonly Numbered[],
  references: readonly { readonly from: number; readonly to: number }[],
): readonly TableShape[] {
  const done = new Map<number, TableShape>();
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter(({ oid }) => references.every(({ from, to }) => from !== oid || done.has(to)));
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.map(({ name }) => name).join(", ")}`);
    for (const { oid, ...table } of ready) done.set(oid, table);
    left = left.filter(({ oid }) => !done.has(oid));
  }
  return [...done.values()];
}
