import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { fraction } from "../../kernel/fraction.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { loadRoundFor } from "../../programmes/rounds/load-round.ts";
import { mayDraw } from "./may-draw.ts";
import { readSample } from "./read-sample.ts";
import { readSampling } from "./read-sampling.ts";
import type { DrawSampleInput, SamplePayload } from "./sample.inputs.ts";
import { type Drawable, drawFrom, type Stratum } from "./sampling.ts";

/**
 * Draws the sample of a round from its checked innovations, once. Refuses SAMPLE_DRAWN the second time, NOTHING_TO_SAMPLE before anything is
 * checked, WRONG_STATE in a round that is not open.
 */
export async function drawSample(ctx: Context, input: DrawSampleInput): Promise<SamplePayload> {
  const { round } = await loadRoundFor(ctx, checkedId(input.roundId, "roundId"), mayDraw);
  if (round.state !== "OPEN" && round.state !== "DECIDING") throw new Refusal("WRONG_STATE", { values: { state: round.state } });
  const { percent, seed, stratifiedBy } = checked(input);
  if (await readSample(ctx, round.id)) throw new Refusal("SAMPLE_DRAWN");
  const all = await drawables(ctx, round.id, stratifiedBy);
  if (all.length === 0) throw new Refusal("NOTHING_TO_SAMPLE");
  const drawn = drawFrom(all, { percent, seed });
  await sql`insert into verification_sample (id, round_id, percent, stratified_by, seed, size, out_of, drawn_by, drawn_at)
    values (${ctx.newId()}, ${round.id}, ${percent}::numeric, ${stratifiedBy}, ${seed}, ${drawn.length}, ${all.length}, ${ctx.actor.id},
      ${ctx.now()})`.execute(ctx.db);
  await sql`update entry set sampled = true, version = version + 1 where id = any(${[...drawn]}::uuid[])`.execute(ctx.db);
  return { sampling: await readSampling(ctx, round.id) };
}

function checked({ percent, seed, stratifiedBy }: DrawSampleInput): Pick<DrawSampleInput, "percent" | "seed" | "stratifiedBy"> {
  const share = fraction(percent);
  const fits = share.compare(0) > 0 && share.compare(100) <= 0 && /^\d+(\.\d{1,2})?$/.test(percent);
  if (!fits) throw new Refusal("INVALID_VALUE", { field: "percent" });
  if (seed.trim() === "") throw new Refusal("REQUIRED", { field: "seed" });
  if (seed.length > LIMITS.nameLength) throw new Refusal("TOO_LONG", { field: "seed", values: { max: LIMITS.nameLength } });
  return { percent, seed: seed.trim(), stratifiedBy };
}

async function drawables(ctx: Context, roundId: string, stratifiedBy: Stratum): Promise<readonly Drawable[]> {
  const { rows } = await sql<Drawable>`select e.id, ${STRATUM_SQL[stratifiedBy]} as stratum
    from entry e join innovation i on i.id = e.innovation_id
    where e.round_id = ${roundId}::uuid and e.kind = 'INNOVATION' and e.state = 'CHECKED' order by e.id for update of e`.execute(ctx.db);
  return rows;
}

const STRATUM_SQL = {
  NONE: sql`''`,
  JURISDICTION: sql`e.jurisdiction_id::text`,
  AGENCY: sql`coalesce(e.agency_id::text, '')`,
  FORM: sql`coalesce(i.form, '')`,
} as const;
