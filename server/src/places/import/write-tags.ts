import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { AreaState } from "./area-state.ts";

/** An area of which something is to be as `after` says. */
export type Change<T extends keyof AreaState> = {
  readonly id: string;
  readonly before: Pick<AreaState, T> | null;
  readonly after: Pick<AreaState, T>;
};

/** Makes the codes of these areas in other systems what they are to be; what stays is not touched. */
export async function writeCodes(ctx: Context, areas: readonly Change<"codes">[]): Promise<void> {
  const differing = areas.filter(({ before, after }) => JSON.stringify(before?.codes ?? {}) !== JSON.stringify(after.codes));
  if (differing.length === 0) return;
  const codes = differing.flatMap(({ id, after }) =>
    Object.entries(after.codes).map(([system, code]) => ({ id: ctx.newId(), jurisdictionId: id, system, code })),
  );
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as r(id uuid, "jurisdictionId" uuid, system text, code text)`;
  await sql`delete from jurisdiction_code c where c.jurisdiction_id = any(${differing.map(({ id }) => id)}::uuid[])
    and not exists (select from ${wanted} where r."jurisdictionId" = c.jurisdiction_id and r.system = c.system)`.execute(ctx.db);
  await sql`insert into jurisdiction_code (id, jurisdiction_id, system, code)
    select r.id, r."jurisdictionId", r.system, r.code from ${wanted}
    on conflict (jurisdiction_id, system) do update set code = excluded.code where jurisdiction_code.code <> excluded.code`.execute(ctx.db);
}

/** Makes the leagues of these areas what they are to be; what stays is not touched. */
export async function writeLeagues(ctx: Context, areas: readonly Change<"leagues">[]): Promise<void> {
  const differing = areas.filter(({ before, after }) => (before?.leagues ?? []).join() !== after.leagues.join());
  if (differing.length === 0) return;
  const tags = differing.flatMap(({ id, after }) => after.leagues.map((code) => ({ id: ctx.newId(), jurisdictionId: id, code })));
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) as r(id uuid, "jurisdictionId" uuid, code text)
    join league on league.code = r.code`;
  await sql`delete from jurisdiction_league jl where jl.jurisdiction_id = any(${differing.map(({ id }) => id)}::uuid[])
    and not exists (select from ${wanted} where r."jurisdictionId" = jl.jurisdiction_id and league.id = jl.league_id)`.execute(ctx.db);
  await sql`insert into jurisdiction_league (id, jurisdiction_id, league_id)
    select r.id, r."jurisdictionId", league.id from ${wanted} on conflict do nothing`.execute(ctx.db);
}
