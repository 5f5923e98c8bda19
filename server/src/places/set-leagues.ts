import { sql } from "kysely";
import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { changedJurisdiction, jurisdictionForChange } from "./find-for-change.ts";
import { writeLeagues } from "./import/write-tags.ts";
import type { JurisdictionPayload, SetLeaguesInput } from "./place.inputs.ts";
import { placePolicy } from "./place.policy.ts";

/** Says in which leagues an area is. Refuses NOT_FOUND, FORBIDDEN, STALE_VERSION and UNKNOWN_REFERENCE. */
export async function setLeagues(ctx: Context, input: SetLeaguesInput): Promise<JurisdictionPayload> {
  const area = await jurisdictionForChange(ctx, input.id);
  authorize(ctx.actor, placePolicy.edit(ctx.actor, area));
  area.refuseStale(input.version);
  const wanted = [...new Set(input.leagues)].sort();
  const { rows } = await sql<{ code: string; has: boolean }>`select league.code, jl.id is not null as has from league
    left join jurisdiction_league jl on jl.league_id = league.id and jl.jurisdiction_id = ${area.id}::uuid order by league.code`.execute(
    ctx.db,
  );
  const unknown = wanted.find((code) => !rows.some((row) => row.code === code));
  if (unknown !== undefined) throw new Refusal("UNKNOWN_REFERENCE", { field: "leagues", values: { value: unknown } });
  const before = rows.filter(({ has }) => has).map(({ code }) => code);
  await writeLeagues(ctx, [{ id: area.id, before: { leagues: before }, after: { leagues: wanted } }]);
  area.updatedAt = ctx.now();
  return { jurisdiction: await changedJurisdiction(ctx, area.id) };
}
