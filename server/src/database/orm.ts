import { Migrator } from "@mikro-orm/migrations";
import { defineConfig, MikroORM } from "@mikro-orm/postgresql";
import type { Pool } from "pg";
import { migrations } from "../../migrations/index.ts";
import { prepareStatements } from "./prepared.ts";

export type OrmOptions = {
  readonly url: string;
  readonly entities: readonly unknown[];
  /** Connections at most; near twice the cores is best on small machines. */
  readonly pool: number;
  readonly debug?: boolean;
};

export type Orm = MikroORM;

/** Connects the ORM. Its pool prepares parameterised statements and serves the auth library and the job worker too. */
export async function openOrm(options: OrmOptions): Promise<Orm> {
  return MikroORM.init(
    defineConfig({
      clientUrl: options.url,
      entities: options.entities as never[],
      pool: { min: 0, max: options.pool },
      driverOptions: { onPoolCreated: prepareStatements },
      extensions: [Migrator],
      debug: options.debug ?? false,
      logger: () => undefined,
      ensureDatabase: false,
      discovery: { warnWhenNoEntities: false },
      forceUtcTimezone: true,
      migrations: {
        tableName: "schema_migration",
        migrationsList: [...migrations],
        snapshot: false,
        disableForeignKeys: false,
        allOrNothing: true,
      },
    }),
  );
}

/** The one pool behind the ORM, for libraries that bring their own SQL. */
export async function poolOf(orm: Orm): Promise<Pool> {
  return (await orm.em.getConnection().getNativeClient()) as Pool;
}
