import { migrate, NewerDatabase } from "@isonga/server/database/migrate";
import { openOrm } from "@isonga/server/database/orm";
import { entities } from "@isonga/server/entities";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../world/database.ts";

/** Everything in the schema that a migration makes: columns, indexes, constraints, triggers, functions. */
const SHAPE = `
  select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as it
    from information_schema.columns where table_schema = 'public'
  union all select 'index', indexdef from pg_indexes where schemaname = 'public'
  union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'function', pg_get_functiondef(p.oid) from pg_proc p where pronamespace = 'public'::regnamespace and prokind = 'f'
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by 1, 2`;

describe("migrations", () => {
  it("lead down to nothing and up again to the same schema", async () => {
    const database = await freshDatabase({ empty: true });
    try {
      await migrate({ ownerUrl: database.ownerUrl });
      const up = await shape(database.ownerUrl);
      const orm = await openOrm({ url: database.ownerUrl, entities: [], pool: 2 });
      await orm.migrator.down({ to: 0 });
      await orm.close(true);
      const left = (await shape(database.ownerUrl)).filter(({ it }) => !it.includes("schema_migration"));
      expect(left).toEqual([]);
      await migrate({ ownerUrl: database.ownerUrl });
      expect(await shape(database.ownerUrl)).toEqual(up);
      expect(up.length).toBeGreaterThan(150);
    } finally {
      await database.drop();
    }
  });

  it("go on with the record of changes that an earlier version kept, whole rows first and changed columns since", async () => {
    const database = await freshDatabase({ empty: true });
    try {
      await migrate({ ownerUrl: database.ownerUrl });
      const orm = await openOrm({ url: database.ownerUrl, entities: [], pool: 2 });
      await orm.migrator.down({ to: "m0009-judging" });
      await orm.close(true);
      await query(database.ownerUrl, "update reporting_calendar set due_day = 11 where country = 'RW'");
      expect(await migrate({ ownerUrl: database.ownerUrl })).toContain("m0010-lean-audit");
      await query(database.ownerUrl, "update reporting_calendar set due_day = 12 where country = 'RW'");
      const [row = {}] = await query(
        database.ownerUrl,
        "select to_jsonb(c) - 'due_day' as rest from reporting_calendar c where country = 'RW'",
      );
      const events = await query(
        database.ownerUrl,
        `select before, isonga_audit_before(e) as whole_before, isonga_audit_after(e) as whole_after from audit_event e
         where before is not null order by id`,
      );
      const whole = (due_day: number) => ({ ...row.rest, due_day });
      expect(events).toEqual([
        { before: whole(10), whole_before: whole(10), whole_after: whole(11) },
        { before: { due_day: 11 }, whole_before: whole(11), whole_after: whole(12) },
      ]);
    } finally {
      await database.drop();
    }
  });

  it("run nothing the second time", async () => {
    const database = await freshDatabase();
    try {
      expect(await migrate({ ownerUrl: database.ownerUrl })).toEqual([]);
    } finally {
      await database.drop();
    }
  });

  it("refuse a database that a newer version has migrated", async () => {
    const database = await freshDatabase();
    try {
      await query(database.ownerUrl, "insert into schema_migration (name, executed_at) values ('m9999-from-the-future', now())");
      await expect(migrate({ ownerUrl: database.ownerUrl })).rejects.toThrow(NewerDatabase);
    } finally {
      await database.drop();
    }
  });

  it("make every column that an entity has", async () => {
    const database = await freshDatabase();
    const orm = await openOrm({ url: database.ownerUrl, entities, pool: 2 });
    try {
      const made = new Set((await shape(database.ownerUrl)).filter(({ kind }) => kind === "column").map(({ it }) => it.split(" ")[0]));
      const wanted = [...orm.getMetadata().getAll().values()].flatMap((meta) =>
        meta.props.flatMap((property) =>
          property.persist === false ? [] : (property.fieldNames ?? []).map((field) => `${meta.tableName}.${field}`),
        ),
      );
      expect(wanted.length).toBeGreaterThan(40);
      expect(wanted.filter((column) => !made.has(column))).toEqual([]);
    } finally {
      await orm.close(true);
      await database.drop();
    }
  });
});

async function shape(url: string): Promise<readonly { readonly kind: string; readonly it: string }[]> {
  return query(url, SHAPE);
}

async function query(url: string, sql: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
