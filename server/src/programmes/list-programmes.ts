import type { LocalizedText } from "@isonga/schema/languages";
import { pickText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { NodeSource } from "../kernel/graphql/node-sources.ts";
import { programmePolicy } from "./programme.policy.ts";
import type { Programme } from "./programme.type.ts";
import { roundVisibleSql } from "./rounds/round-visibility.ts";

/** The programmes that the actor may see, by country and code: those with a round they see, and all for administrators and auditors. */
export function listProgrammes(ctx: Context): Promise<readonly Programme[]> {
  return selectProgrammes(ctx, sql<boolean>`true`);
}

/** The programme by id or code, or null when there is none or the actor may not see it. */
export async function findProgramme(ctx: Context, key: { readonly id: string } | { readonly code: string }): Promise<Programme | null> {
  const [found] = await selectProgrammes(ctx, "id" in key ? sql<boolean>`p.id = ${key.id}::uuid` : sql<boolean>`p.code = ${key.code}`);
  return found ?? null;
}

export const programmeNodes: NodeSource = {
  typename: "Programme",
  table: "programme",
  find: (ctx, id) => findProgramme(ctx, { id }),
};

type Row = {
  readonly id: string;
  readonly code: string;
  readonly country: string;
  readonly names: LocalizedText;
  readonly descriptions: LocalizedText;
  readonly version: number;
  readonly hasRound: boolean;
};

async function selectProgrammes(ctx: Context, where: RawBuilder<boolean>): Promise<readonly Programme[]> {
  const { rows } = await sql<Row>`select p.id, p.code, p.country, p.names, p.descriptions, p.version,
      exists (select from round r join jurisdiction place on place.id = r.jurisdiction_id
        where r.programme_id = p.id and ${roundVisibleSql(ctx.actor)}) as "hasRound"
    from programme p where ${where} order by p.country, p.code`.execute(ctx.db);
  return rows.filter((row) => row.hasRound || programmePolicy.viewAll(ctx.actor, row)).map((row) => programmeOf(ctx, row));
}

function programmeOf(ctx: Context, { hasRound: _, ...row }: Row): Programme {
  return {
    ...row,
    name: pickText(row.names, ctx.language),
    description: pickText(row.descriptions, ctx.language),
    viewerCan: { edit: programmePolicy.edit(ctx.actor, row), createRound: programmePolicy.createRound(ctx.actor, row) },
  };
}
