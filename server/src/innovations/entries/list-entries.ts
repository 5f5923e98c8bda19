import { LIMITS } from "@isonga/schema/limits";
import DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import type { NodeSource } from "../../kernel/graphql/node-sources.ts";
import { likeText, searchTerm } from "../../places/search-text.ts";
import type { EntriesArgs } from "./entry.inputs.ts";
import type { EntryConnection, EntryView } from "./entry.type.ts";
import { holderOf } from "./entry-states.ts";
import { entryVisibleSql } from "./entry-visibility.ts";

/** Ways to order entries: the columns of the keyset, and which way. */
const ORDERS = {
  NEWEST: { columns: [sql`e.id`], descending: true, cursor: (entry: EntryView) => [entry.id] },
  LONGEST_HELD: {
    columns: [sql`e.held_since`, sql`e.id`],
    descending: false,
    cursor: (entry: EntryView) => [String(entry.heldSince), entry.id],
  },
  TITLE: { columns: [sql`lower(e.title)`, sql`e.id`], descending: false, cursor: (entry: Row) => [entry.titleKey, entry.id] },
} as const;

/** The entries of a round that the asker may see: one statement a page, visibility before everything else. */
export async function listEntries(ctx: Context, args: EntriesArgs): Promise<EntryConnection> {
  const page = pageOf(args);
  const order = ORDERS[args.order ?? "NEWEST"];
  const keys = keyset(page, { columns: order.columns, descending: order.descending });
  const rows = await selectEntries(ctx, sql<boolean>`${entriesWhere(ctx, args)} and ${keys.where}`, sql`${keys.orderBy} ${keys.limit}`);
  return { ...connectionFrom(rows, page, order.cursor), args } as EntryConnection;
}

/** How many entries {@link listEntries} would list on all its pages. */
export async function countEntries(ctx: Context, args: EntriesArgs): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from entry e
    join jurisdiction place on place.id = e.jurisdiction_id where ${entriesWhere(ctx, args)}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** The entry, or null when there is none or the asker may not see it. */
export function findEntry(ctx: Context, id: string): Promise<EntryView | null> {
  return entryLoader(ctx).load(id);
}

/** Entries by id that the asker may see, batched. */
export function entryLoader(ctx: Context): DataLoader<string, EntryView | null> {
  return memoized(ctx, entryLoader, () => {
    return new DataLoader<string, EntryView | null>(async (ids) => {
      const rows = await selectEntries(ctx, sql<boolean>`e.id = any(${[...ids]}::uuid[]) and ${entryVisibleSql(ctx.actor)}`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  });
}

/** The entry as it is after a change in this request. */
export async function entryAnswer(ctx: Context, id: string): Promise<EntryView | null> {
  await ctx.em.flush();
  entryLoader(ctx).clear(id);
  return findEntry(ctx, id);
}

/** Entries of the same innovations (for a region's own rows: of the same regions) in whatever round, those the asker may see, newest first. */
export function kinLoader(ctx: Context): DataLoader<string, readonly EntryView[]> {
  return memoized(ctx, kinLoader, () => {
    return new DataLoader<string, readonly EntryView[]>(async (innovationIds) => {
      const where = sql<boolean>`e.innovation_id = any(${[...innovationIds]}::uuid[]) and ${entryVisibleSql(ctx.actor)}`;
      const rows = await selectEntries(ctx, where, sql`order by e.id desc limit 1000`);
      return innovationIds.map((id) => rows.filter((row) => row.innovationId === id));
    });
  });
}

/** Entries for `node(id:)`. */
export const entryNodes: NodeSource = { typename: "Entry", table: "entry", find: findEntry };

type Row = EntryView & { readonly titleKey: string };

/** Entries that a condition on `e` and `place` finds. Visibility is the caller's to ask for. */
export async function selectEntries(ctx: Context, where: RawBuilder<boolean>, tail: RawBuilder<unknown> = sql``): Promise<readonly Row[]> {
  const { rows } = await sql<Omit<Row, "holder">>`select e.id, e.kind, e.title, lower(e.title) as "titleKey", e.language, e.state,
      e.held_since as "heldSince", e.submitted_at as "submittedAt", e.in_grace as "inGrace", e.sampled, e.version, e.created_at as "createdAt",
      e.updated_at as "updatedAt", author.name as "createdBy", e.round_id as "roundId", e.jurisdiction_id as "jurisdictionId",
      e.agency_id as "agencyId", e.innovation_id as "innovationId", e.form_id as "formId", e.instrument_id as "instrumentId",
      e.copied_from_id as "copiedFromId", place.path::text as path
    from entry e join jurisdiction place on place.id = e.jurisdiction_id left join person author on author.id = e.created_by
    where ${where} ${tail}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, holder: holderOf(row.kind, row.state) }));
}

function entriesWhere(ctx: Context, args: EntriesArgs): RawBuilder<boolean> {
  return sql<boolean>`${sql.join([entryVisibleSql(ctx.actor), ...conditions(args)], sql` and `)}`;
}

function* conditions(args: EntriesArgs): Generator<RawBuilder<boolean>> {
  yield sql<boolean>`e.round_id = ${checkedId(args.roundId, "roundId")}::uuid`;
  if (args.kind) yield sql<boolean>`e.kind = ${args.kind}`;
  if (args.states) yield sql<boolean>`e.state = any(${[...args.states]}::text[])`;
  if (args.agencyId) yield sql<boolean>`e.agency_id = ${checkedId(args.agencyId, "agencyId")}::uuid`;
  if (args.jurisdictionId)
    yield sql<boolean>`place.path <@ (select path from jurisdiction where id = ${checkedId(args.jurisdictionId, "jurisdictionId")}::uuid)`;
  const term = searchTerm(args.search ?? "").slice(0, LIMITS.searchLength);
  if (term !== "") yield sql<boolean>`lower(e.title) like ${`%${likeText(term.toLowerCase())}%`}`;
}
