import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import type { EventHandler } from "../../kernel/outbox.ts";

/** Writes down the judging stages that a round's newest instrument has and the table not yet. Bears repetition. */
export async function ensureStages(ctx: Context, roundId: string): Promise<void> {
  const { rows } = await sql<{ stage: string }>`select rules ->> 'stage' as stage
    from (select definition from instrument where round_id = ${roundId}::uuid and kind = 'JURY' order by number desc limit 1) i,
      jsonb_array_elements(i.definition -> 'judging') rules
    where exists (select from stage st where st.round_id = ${roundId}::uuid and st.code = rules ->> 'stage')
      and not exists (select from judging_stage s where s.round_id = ${roundId}::uuid and s.stage = rules ->> 'stage')`.execute(ctx.db);
  if (rows.length === 0) return;
  await sql`insert into judging_stage (id, round_id, stage, state, created_at, updated_at)
    select s.id, ${roundId}::uuid, s.stage, 'SET_UP', ${ctx.now()}, ${ctx.now()}
    from unnest(${rows.map(() => ctx.newId())}::uuid[], ${rows.map(({ stage }) => stage)}::text[]) as s(id, stage) on conflict do nothing`.execute(
    ctx.db,
  );
}

type Payload = { readonly roundId: string };

/** A round that opens gets its judging stages. */
export const stagesOfOpenedRound: EventHandler = {
  type: "round.opened",
  handle: (ctx: Context, { roundId }: Payload) => atomically(ctx, { verb: "ensureStages" }, () => ensureStages(ctx, roundId)),
};

/** A revised instrument may have judging stages that the one before had not. */
export const stagesOfRevisedRound: EventHandler = {
  type: "round.instrument-revised",
  handle: (ctx: Context, { roundId }: Payload) => atomically(ctx, { verb: "ensureStages" }, () => ensureStages(ctx, roundId)),
};
