import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { connectionFrom, keyset, type PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import type { NodeSource } from "../../kernel/graphql/node-sources.ts";
import { roundPolicy } from "./round.policy.ts";
import type { Round, RoundConnection } from "./round.type.ts";
import type { RoundState } from "./round-states.ts";
import { roundVisibleSql } from "./round-visibility.ts";

export type RoundFilter = PageArgs & { readonly programmeId?: string | null; readonly states?: readonly RoundState[] | null };

/** The rounds the actor may see, the newest first; of one programme or in some states if told. */
export async function listRounds(ctx: Context, filter: RoundFilter): Promise<RoundConnection> {
  const page = pageOf(filter);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`r.id`], descending: true });
  const programme = filter.programmeId ? sql<boolean>`r.programme_id = ${filter.programmeId}::uuid` : sql<boolean>`true`;
  const states = filter.states ? sql<boolean>`r.state = any(${[...filter.states]}::text[])` : sql<boolean>`true`;
  const rows = await selectRounds(ctx, { where: sql<boolean>`${programme} and ${states} and ${where}`, tail: sql`${orderBy} ${limit}` });
  return connectionFrom(rows, page, (row) => [row.id]);
}

/** The round by id or code, or null when there is none or the actor may not see it. */
export async function findRound(ctx: Context, key: { readonly id: string } | { readonly code: string }): Promise<Round | null> {
  const where = "id" in key ? sql<boolean>`r.id = ${key.id}::uuid` : sql<boolean>`r.code = ${key.code}`;
  const [found] = await selectRounds(ctx, { where });
  return found ?? null;
}

/** Rounds by id that the actor may see, in one statement. */
export function findRounds(ctx: Context, ids: readonly string[]): Promise<readonly Round[]> {
  return selectRounds(ctx, { where: sql<boolean>`r.id = any(${[...ids]}::uuid[])` });
}

export const roundNodes: NodeSource = { typename: "Round", table: "round", find: (ctx, id) => findRound(ctx, { id }) };

type Row = Omit<Round, "name" | "names" | "description" | "descriptions" | "viewerCan"> & {
  readonly names: LocalizedText;
  readonly descriptions: LocalizedText;
};

async function selectRounds(
  ctx: Context,
  { where, tail }: { readonly where: RawBuilder<boolean>; readonly tail?: RawBuilder<unknown> },
): Promise<readonly Round[]> {
  const { rows } = await sql<Row>`select r.id, r.code, r.names, r.descriptions, r.time_zone as "timeZone", r.state, r.illustrative,
      r.opened_at as "openedAt", r.version, r.programme_id as "programmeId", r.jurisdiction_id as "jurisdictionId", p.country, place.path::text as path
    from round r join programme p on p.id = r.programme_id join jurisdiction place on place.id = r.jurisdiction_id
    where ${where} and ${roundVisibleSql(ctx.actor)} ${tail ?? sql``}`.execute(ctx.db);
  return rows.map((row) => roundOf(ctx, row));
}

function roundOf(ctx: Context, row: Row): Round {
  const { actor, language } = ctx;
  return {
    ...row,
    name: pickText(row.names, language),
    description: pickText(row.descriptions, language),
    viewerCan: {
      edit: roundPolicy.edit(actor, row),
      open: roundPolicy.open(actor, row),
      reviseInstrument: roundPolicy.reviseInstrument(actor, row),
      beginDecision: roundPolicy.beginDecision(actor, row),
      overseeJudging: roundPolicy.overseeJudging(actor, row),
      keySheets: roundPolicy.keySheets(actor, row),
      decide: roundPolicy.decide(actor, row),
      export: roundPolicy.export(actor, row),
      copy: roundPolicy.copy(actor, row),
    },
  };
}
