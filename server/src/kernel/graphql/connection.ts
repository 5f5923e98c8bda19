import { LIMITS } from "@isonga/schema/limits";
import { type RawBuilder, sql } from "kysely";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { Refusal } from "../refusal.ts";

@ObjectType({ simpleResolvers: true, description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  readonly hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether there is more before this page." })
  readonly hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first edge." })
  readonly startCursor: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last edge." })
  readonly endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the front, at most ${LIMITS.pageSize}; ${LIMITS.pageSizeDefault} unless told.`,
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many from the back, at most ${LIMITS.pageSize}.` })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes before this cursor." })
  readonly before?: string | null;
}

export type Edge<T> = { readonly cursor: string; readonly node: T };
export type Connection<T> = { readonly edges: readonly Edge<T>[]; readonly nodes: readonly T[]; readonly pageInfo: PageInfo };

/** Makes the Relay connection type of a node type. Call once a node type and export the result. */
export function connectionType<T extends object>(node: ClassType<T>, name: string): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} in a list.` })
  class EdgeClass {
    @Field(() => String, { description: "Opaque place in the list." })
    readonly cursor: string;

    @Field(() => node, { description: "The thing itself." })
    readonly node: T;
  }
  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
  class ConnectionClass {
    @Field(() => [EdgeClass], { description: "The page, with cursors." })
    readonly edges: readonly EdgeClass[];

    @Field(() => [node], { description: "The page, without cursors." })
    readonly nodes: readonly T[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    readonly pageInfo: PageInfo;
  }
  return ConnectionClass;
}

/** A page asked for, understood: how many, from where, which way. */
export type Page = { readonly limit: number; readonly cursor: readonly unknown[] | null; readonly backward: boolean };

/** Understands the Relay arguments. Refuses PAGE_TOO_LARGE and INVALID_CURSOR. */
export function pageOf(args: PageArgs): Page {
  const backward = args.last !== null && args.last !== undefined;
  const limit = (backward ? args.last : args.first) ?? LIMITS.pageSizeDefault;
  const field = backward ? "last" : "first";
  if (limit < 0 || limit > LIMITS.pageSize) throw new Refusal("PAGE_TOO_LARGE", { field, values: { max: LIMITS.pageSize } });
  const cursor = backward ? args.before : args.after;
  return { limit, cursor: cursor ? decodeCursor(cursor, backward ? "before" : "after") : null, backward };
}

export type Keyset = {
  /** Columns that together order the list totally, all in one direction; the last is unique. */
  readonly columns: readonly RawBuilder<unknown>[];
  readonly descending?: boolean;
};

/** The SQL of a keyset page: a condition, an order and a limit of one more than asked, which tells whether there is more. */
export function keyset(page: Page, { columns, descending = false }: Keyset) {
  const down = descending !== page.backward;
  const tuple = sql`(${sql.join(columns)})`;
  const after = page.cursor?.length === columns.length ? page.cursor : null;
  if (page.cursor && !after) throw new Refusal("INVALID_CURSOR", { field: page.backward ? "before" : "after" });
  return {
    where: after ? sql<boolean>`${tuple} ${sql.raw(down ? "<" : ">")} (${sql.join(after)})` : sql<boolean>`true`,
    orderBy: sql`order by ${sql.join(columns.map((column) => sql`${column} ${sql.raw(down ? "desc" : "asc")}`))}`,
    limit: sql`limit ${page.limit + 1}`,
  };
}

/** The connection of the rows that {@link keyset} found. `cursorOf` gives the values of its columns. */
export function connectionFrom<T>(rows: readonly T[], page: Page, cursorOf: (row: T) => readonly unknown[]): Connection<T> {
  const more = rows.length > page.limit;
  const kept = rows.slice(0, page.limit);
  if (page.backward) kept.reverse();
  const edges = kept.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    nodes: kept,
    pageInfo: {
      hasNextPage: page.backward ? page.cursor !== null : more,
      hasPreviousPage: page.backward ? more : page.cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

function decodeCursor(cursor: string, field: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(values) && values.every((value) => value === null || ["string", "number", "boolean"].includes(typeof value)))
      return values;
  } catch {
    // falls through to the refusal: a cursor that cannot be read is the asker's mistake
  }
  throw new Refusal("INVALID_CURSOR", { field });
}
