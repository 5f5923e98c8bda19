import { runMigrations } from "graphile-worker";
import { migrations } from "../../migrations/index.ts";
import { type Orm, openOrm, poolOf } from "./orm.ts";

/** The database holds migrations that this code does not know: it was written by a newer version. */
export class NewerDatabase extends Error {
  readonly unknown: readonly string[];

  constructor(unknown: readonly string[]) {
    super(`The database was migrated by a newer version of Isonga (${unknown.join(", ")})`);
    this.name = "NewerDatabase";
    this.unknown = unknown;
  }
}

export type MigrateOptions = {
  /** Connection of the role that owns the schema. */
  readonly ownerUrl: string;
  /** Name of the role the app runs under, when it is another: it is given what it needs and no more. */
  readonly appRole?: string;
};

/** Brings the database to this code's schema, under an advisory lock, and returns the names of what ran. Throws {@link NewerDatabase}. */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const orm = await openOrm({ url: options.ownerUrl, entities: [], pool: 2 });
  const pool = await poolOf(orm);
  const lock = await pool.connect();
  try {
    await lock.query("select pg_advisory_lock(8202611)");
    await refuseNewer(orm);
    const ran = await orm.migrator.up();
    await runMigrations({ pgPool: pool });
    if (options.appRole) await grantTo(orm, options.appRole);
    return ran.map((migration) => migration.name);
  } finally {
    lock.release(true);
    await orm.close(true);
  }
}

async function refuseNewer(orm: Orm): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const table = await orm.em.execute<{ found: string | null }[]>("select to_regclass('schema_migration')::text as found");
  if (!table[0]?.found) return;
  const done = await orm.em.execute<{ name: string }[]>("select name from schema_migration order by id");
  const unknown = done.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
}

/** Tables of which the app's role only ever adds rows: not even a fault in the app can rewrite them. */
const APPEND_ONLY = ["audit_event", "publication", "published_result"];

async function grantTo(orm: Orm, role: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  const append = APPEND_ONLY.join(", ");
  for (const statement of [
    `grant usage on schema public, graphile_worker to ${name}`,
    `grant select, insert, update, delete on all tables in schema public to ${name}`,
    `grant select, insert, update, delete on all tables in schema graphile_worker to ${name}`,
    `grant usage, select on all sequences in schema public, graphile_worker to ${name}`,
    `grant execute on all functions in schema public, graphile_worker to ${name}`,
    openJobsTo(name),
    `revoke update, delete, truncate on ${append} from ${name}`,
    `revoke all on schema_migration from ${name}`,
    `grant select on schema_migration to ${name}`,
  ])
    await orm.em.execute(statement);
}

/** The job tables show rows to their owner only, unless a policy lets a role in: without it the app would enqueue nothing and find no job. */
function openJobsTo(name: string): string {
  return `do $do$ declare tables regclass; begin
    for tables in select c.oid::regclass from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity loop
      execute format('drop policy if exists isonga_app on %s', tables);
      execute format('create policy isonga_app on %s to ${name.replaceAll("'", "''")} using (true) with check (true)', tables);
    end loop;
  end $do$`;
}
