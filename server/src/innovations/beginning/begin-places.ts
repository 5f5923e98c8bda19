import { type RawBuilder, sql } from "kysely";
import { pathsWithRole } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import type { AgencyConnection } from "../../places/agencies/agency.type.ts";
import { AGENCY_COLUMNS, type AgencyRow, agencyOf } from "../../places/agencies/list-agencies.ts";
import type { JurisdictionConnection } from "../../places/jurisdiction.type.ts";
import { type JurisdictionRow, jurisdictionColumns, jurisdictionOf, subtreesSql } from "../../places/jurisdiction-rows.ts";
import { likeText, searchTerm } from "../../places/search-text.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { entryRulesLoader } from "../forms/entry-ground.ts";
import { entryInstrumentOf } from "./begin-place.ts";
import type { BeginPlacesArgs } from "./innovation.type.ts";
import { officesOf } from "./list-innovations.ts";

/** The offices for which the asker may begin entries in a round, by name. None in a round without entries. */
export async function listMyAgencies(ctx: Context, args: BeginPlacesArgs): Promise<AgencyConnection> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`a.name`, sql`a.id`] });
  const mine = sql<boolean>`(${subtreesSql(pathsWithRole(ctx.actor, "STAFF", "HEAD"), "j")} or a.id = any(${officesOf(ctx.actor)}::uuid[]))`;
  const { within } = await ground(ctx, args.roundId);
  const { rows } = await sql<AgencyRow>`select ${AGENCY_COLUMNS} from agency a join jurisdiction j on j.id = a.jurisdiction_id
    where ${mine} and ${within} and ${named(args, sql`a.name`)} and (a.valid_to is null or a.valid_to > ${ctx.now()}::date) and ${where}
    ${orderBy} ${limit}`.execute(ctx.db);
  const agencies = rows.map((row) => agencyOf(ctx, row));
  return connectionFrom(agencies, page, ({ officialName, id }) => [officialName, id]);
}

/** The regions whose own rows the asker may claim in a round and nobody does yet, by name. */
export async function listMyRegions(ctx: Context, args: BeginPlacesArgs): Promise<JurisdictionConnection> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`j.name`, sql`j.id`] });
  const { within, levels } = await ground(ctx, args.roundId);
  const { rows } = await sql<JurisdictionRow>`select ${jurisdictionColumns()} from jurisdiction j
    where ${subtreesSql(pathsWithRole(ctx.actor, "COORDINATOR"), "j")} and ${within} and j.level = any(${levels}::text[])
      and not exists (select from entry e where e.round_id = ${args.roundId}::uuid and e.kind = 'REGIONAL' and e.jurisdiction_id = j.id)
      and ${named(args, sql`j.name`)} and ${where} ${orderBy} ${limit}`.execute(ctx.db);
  const regions = rows.map((row) => jurisdictionOf(row, ctx.language));
  return connectionFrom(regions, page, ({ officialName, id }) => [officialName, id]);
}

/** What lies in the round's place; nothing for a round that the asker may not see or that takes no entries. */
async function ground(ctx: Context, roundId: string): Promise<{ readonly within: RawBuilder<boolean>; readonly levels: string[] }> {
  const round = await findRound(ctx, { id: checkedId(roundId, "roundId") });
  const instrumentId = round ? await entryInstrumentOf(ctx, round.id) : null;
  if (!round || instrumentId === null) return { within: sql<boolean>`false`, levels: [] };
  const { levels } = await entryRulesLoader(ctx).load(instrumentId);
  return { within: sql<boolean>`j.path <@ ${round.path}::text::ltree`, levels: [...levels] };
}

function named({ search }: BeginPlacesArgs, column: RawBuilder<unknown>): RawBuilder<boolean> {
  const term = searchTerm(search ?? "").slice(0, 100);
  return term === "" ? sql<boolean>`true` : sql<boolean>`lower(${column}) like ${`%${likeText(term)}%`}`;
}
