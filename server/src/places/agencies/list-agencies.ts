import DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { connectionFrom, keyset, type PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { placeName } from "../jurisdiction-rows.ts";
import { grouped } from "../place-loaders.ts";
import type { Agency, AgencyConnection } from "./agency.type.ts";

/** An agency of `a` and its area `j` as {@link AGENCY_COLUMNS} selects it. */
export type AgencyRow = Omit<Agency, "officialName">;

/** The columns of an agency `a` whose area is `j`. */
export const AGENCY_COLUMNS = sql`a.id, a.jurisdiction_id as "jurisdictionId", a.code, a.name, a.names, a.valid_from as "validFrom", a.valid_to as "validTo",
  a.version, j.path::text as path`;

/** One page of the agencies of each of many areas, in one statement. */
export function agenciesLoader(ctx: Context, args: PageArgs): DataLoader<string, AgencyConnection> {
  return memoized(ctx, `agencies:${JSON.stringify({ ...args })}`, () => {
    const page = pageOf(args);
    const { where, orderBy, limit } = keyset(page, { columns: [sql`a.name`, sql`a.id`] });
    return new DataLoader(async (ids: readonly string[]) => {
      const lists = await grouped<AgencyRow>(
        ctx,
        ids,
        sql`select p.id as "ownerId", c.* from unnest(${[...ids]}::uuid[]) as p(id)
        cross join lateral (select ${AGENCY_COLUMNS} from agency a join jurisdiction j on j.id = a.jurisdiction_id
          where a.jurisdiction_id = p.id and ${where} ${orderBy} ${limit}) c`,
      );
      return lists.map((rows) =>
        connectionFrom(
          rows.map((row) => agencyOf(ctx, row)),
          page,
          ({ officialName, id }) => [officialName, id],
        ),
      );
    });
  });
}

/** Agencies by id, batched and read once a request: for the field resolvers of whatever has an agency. */
export function agencyLoader(ctx: Context): DataLoader<string, Agency | null> {
  return memoized(
    ctx,
    agencyLoader,
    () =>
      new DataLoader<string, Agency | null>(async (ids) => {
        const found = new Map((await selectAgencies(ctx, sql`a.id = any(${[...ids]}::uuid[])`)).map((agency) => [agency.id, agency]));
        return ids.map((id) => found.get(id) ?? null);
      }),
  );
}

/** The agency, or null. Agencies are known to anyone signed in. */
export async function findAgency(ctx: Context, id: string): Promise<Agency | null> {
  const [found] = await selectAgencies(ctx, sql`a.id = ${id}::uuid`);
  return found ?? null;
}

async function selectAgencies(ctx: Context, where: RawBuilder<unknown>): Promise<readonly Agency[]> {
  const { rows } =
    await sql<AgencyRow>`select ${AGENCY_COLUMNS} from agency a join jurisdiction j on j.id = a.jurisdiction_id where ${where}`.execute(
      ctx.db,
    );
  return rows.map((row) => agencyOf(ctx, row));
}

/** The contract of a row for the reader. */
export function agencyOf(ctx: Context, row: AgencyRow): Agency {
  return { ...row, officialName: row.name, name: placeName(row, ctx.language) };
}
