import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { fraction, roundHalfUp } from "../../kernel/fraction.ts";
import type { Discrepancy, VerificationSample } from "./sample.type.ts";
import type { SampleCounts } from "./sampling.ts";

/** The sample of a round with what its verification says so far; null when none was drawn. Asks no policy. */
export async function readSample(ctx: Context, roundId: string): Promise<VerificationSample | null> {
  const { rows } = await sql<Omit<VerificationSample, "discrepancy">>`select s.round_id as id, s.percent, s.stratified_by as "stratifiedBy",
      s.seed, s.size, s.out_of as "outOf", person.name as "drawnBy", s.drawn_at as "drawnAt"
    from verification_sample s left join person on person.id = s.drawn_by where s.round_id = ${roundId}::uuid`.execute(ctx.db);
  const [sample] = rows;
  return sample ? { ...sample, discrepancy: await readDiscrepancy(ctx, roundId) } : null;
}

/**
 * How far the claims of a round's sample differ from what was found: the share of rows with another level, and the mean of found minus
 * claimed, over rows in which a level was claimed or found, in entries that are verified.
 */
export async function readDiscrepancy(ctx: Context, roundId: string): Promise<Discrepancy> {
  const { rows } = await sql<SampleCounts & { entries: number }>`select count(distinct e.id)::int as entries, count(c.id)::int as rows,
      count(c.id) filter (where c.claimed <> coalesce(c.verified, 0))::int as differing,
      coalesce(sum(coalesce(c.verified, 0) - c.claimed), 0)::int as difference
    from entry e left join entry_claim c on c.entry_id = e.id and (c.claimed > 0 or c.verified > 0)
    where e.round_id = ${roundId}::uuid and e.sampled and e.state = 'VERIFIED'`.execute(ctx.db);
  const { entries, ...counts } = rows[0] ?? { entries: 0, rows: 0, differing: 0, difference: 0 };
  const { rows: all, differing, difference } = counts;
  return {
    entries,
    rows: all,
    differing,
    rate: all === 0 ? null : roundHalfUp(fraction(differing).mul(100).div(all), 2),
    meanDifference: all === 0 ? null : roundHalfUp(fraction(difference).div(all), 4),
  };
}
