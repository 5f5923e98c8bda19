import DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import { type Context, memoized } from "../kernel/context.ts";
import { type Connection, connectionFrom, keyset, type Page, type PageArgs, pageOf } from "../kernel/graphql/connection.ts";
import { readPage } from "./read-page.ts";

export type ChildList<Row> = {
  /** Tells this list from others of the same parents. */
  readonly name: string;
  /** Columns of `child` that order it totally. */
  readonly columns: readonly RawBuilder<unknown>[];
  readonly descending?: boolean;
  /** `select …` of the children as `child.*`, from where their table is joined to `parent.id`. */
  readonly select: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly cursorOf: (row: Row) => readonly unknown[];
};

/** A page of each parent's children, all parents of a request in one statement. */
export function childrenOf<Row extends object>(
  ctx: Context,
  parentId: string,
  args: PageArgs & { readonly list: ChildList<Row> },
): Promise<Connection<Row>> {
  const { list, first, after, last, before } = args;
  const page = pageOf({ first, after, last, before });
  const key = `children:${list.name}:${JSON.stringify(page)}`;
  const loader = memoized(ctx, key, () => new DataLoader<string, Connection<Row>>((parents) => loadChildren(ctx, parents, { list, page })));
  return loader.load(parentId);
}

async function loadChildren<Row extends object>(
  ctx: Context,
  parents: readonly string[],
  { list, page }: { readonly list: ChildList<Row>; readonly page: Page },
): Promise<readonly Connection<Row>[]> {
  const { where, orderBy, limit } = keyset(page, list);
  const rows = await readPage<Row & { readonly parentOf: string }>(
    ctx,
    page,
    sql`select parent.id as "parentOf", found.* from unnest(${[...parents]}::uuid[]) as parent(id)
      cross join lateral (${list.select} ${list.from} and ${where} ${orderBy} ${limit}) found`,
  );
  const byParent = Map.groupBy(rows, ({ parentOf }) => parentOf);
  return parents.map((id) => connectionFrom<Row>(byParent.get(id) ?? [], page, list.cursorOf));
}
