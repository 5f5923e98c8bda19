import { LIMITS } from "@isonga/schema/limits";
import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import { pathsWithRole } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { refuseClosedRound, roundStateOf } from "../custody/load-for-act.ts";
import { takeSteps } from "../custody/take-step.ts";
import { Entry } from "../entries/entry.entity.ts";
import { PROVES } from "../verification/read-verification.ts";
import { readSample } from "./read-sample.ts";
import { readSampling } from "./read-sampling.ts";
import type { AcceptUnsampledInput, SamplePayload } from "./sample.inputs.ts";

/**
 * Takes the checked entries outside the sample over as claimed, at most {@link LIMITS.bulkRows} at once: a level that nothing proves becomes 0.
 * Only those of regions that the actor coordinates. Refuses NOT_FOUND for a round they do not see, WRONG_STATE before a sample was drawn.
 */
export async function acceptUnsampled(ctx: Context, { roundId, dryRun }: AcceptUnsampledInput): Promise<SamplePayload> {
  const round = await findRound(ctx, { id: checkedId(roundId, "roundId") });
  if (!round) throw new Refusal("NOT_FOUND");
  refuseClosedRound(await roundStateOf(ctx, round.id));
  if (!(await readSample(ctx, round.id))) throw new Refusal("WRONG_STATE", { field: "sample", values: { state: "NOT_DRAWN" } });
  const ids = await unsampled(ctx, round.id);
  if (dryRun || ids.length === 0) return { sampling: await readSampling(ctx, round.id), accepted: ids.length };
  const entries = await ctx.em.find(Entry, { id: { $in: [...ids] } }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  const still = entries.filter(({ state, sampled }) => state === "CHECKED" && !sampled);
  await takeOverLevels(
    ctx,
    still.map(({ id }) => id),
  );
  await takeSteps(
    ctx,
    still.map((entry) => ({ entry, act: "verify" as const })),
  );
  return { sampling: await readSampling(ctx, round.id), accepted: still.length };
}

async function unsampled(ctx: Context, roundId: string): Promise<readonly string[]> {
  const mine = subtreesSql(pathsWithRole(ctx.actor, "COORDINATOR"), "place");
  const { rows } = await sql<{ id: string }>`select e.id from entry e join jurisdiction place on place.id = e.jurisdiction_id
    where e.round_id = ${roundId}::uuid and e.kind = 'INNOVATION' and e.state = 'CHECKED' and not e.sampled and ${mine}
    order by e.id limit ${LIMITS.bulkRows}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function takeOverLevels(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`update entry_claim c set version = version + 1, changed_by = ${ctx.actor.id}::uuid, changed_at = ${ctx.now()},
      verified = case when exists (select 1 from evidence v where v.entry_id = c.entry_id and v.indicator = c.indicator and ${PROVES})
        then c.claimed else 0 end
    where c.entry_id = any(${[...ids]}::uuid[]) and c.verified is null`.execute(ctx.db);
}
