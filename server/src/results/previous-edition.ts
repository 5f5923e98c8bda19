import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { ResultsRound } from "./load-round.ts";

/** A subject's published place in the edition before. */
export interface PreviousPlace {
  readonly round: string;
  readonly rank: number;
  readonly score: string;
}

/**
 * Ranks of the programme's edition before, by area id: the public results, in their last correction, of the round of the same kind whose
 * time (the window's last month; for an index the last day of its stages) ended last before this one's. Empty for a first edition.
 */
export async function loadPreviousEdition(ctx: Context, round: ResultsRound): Promise<ReadonlyMap<string, PreviousPlace>> {
  const { instrument } = round;
  const end = instrument.kind === "SERVICE_PERFORMANCE" ? instrument.window.to : (round.days?.last ?? "");
  const { rows } = await sql<PreviousPlace & { readonly areaId: string }>`
    with latest as (select p.id, r.code from publication p join round r on r.id = p.round_id join instrument i on i.id = p.instrument_id
      cross join lateral (select coalesce(i.definition -> 'window' ->> 'to',
        (select max(ends_at at time zone r.time_zone)::date::text from stage where round_id = r.id)) as "end") time
      where r.programme_id = ${round.programme.id}::uuid and r.id <> ${round.id}::uuid and p.public_from <= ${ctx.now()}
        and i.kind = ${instrument.kind} and time."end" < ${end}
      order by time."end" desc, p.number desc limit 1)
    select latest.code as round, coalesce(p.entry_id, p.jurisdiction_id) as "areaId", p.rank, p.score from published_result p join latest on latest.id = p.publication_id
    where p.rank is not null`.execute(ctx.db);
  return new Map(rows.map(({ areaId, ...place }) => [areaId, place]));
}
