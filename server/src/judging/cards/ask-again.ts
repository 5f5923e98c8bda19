import { canonicalJson } from "@isonga/schema/canonical-json";
import { isMark } from "@isonga/schema/scorecard";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { type EventHandler, emit } from "../../kernel/outbox.ts";
import { type Criterion, decimalText } from "../../programmes/jury-instrument.ts";
import { judgingRulesOf } from "../desk/desk-stage.ts";
import { type JudgingStageFacts, stagesOfRound } from "../stages/load-stage.ts";

type Revised = { readonly roundId: string; readonly reason: string };

/**
 * A new version of the instrument asks every affected judge again: signed cards of a stage whose criteria ask something else than before are
 * drafts again, their marks kept as far as the new scale has them. A new weight alone changes no mark, and asks nobody.
 */
export const askAgainAfterRevision: EventHandler = {
  type: "round.instrument-revised",
  handle: (ctx: Context, { roundId, reason }: Revised) =>
    atomically(ctx, { verb: "askAgain", reason }, async () => {
      for (const stage of await stagesOfRound(ctx, roundId))
        if (stage.state !== "CLOSED" && stage.state !== "SET_UP") await askAgain(ctx, stage, reason);
    }),
};

/** Which criteria ask something else in the later version: new ones, and those with other words, scale or comments. Weights aside. */
export function changedCriteria(before: readonly Criterion[], after: readonly Criterion[]): readonly string[] {
  const asks = ({ weight: _weight, ranking: _ranking, ...criterion }: Criterion) => canonicalJson(criterion);
  const known = new Map(before.map((criterion) => [criterion.code, asks(criterion)]));
  return after.flatMap((criterion) => (known.get(criterion.code) === asks(criterion) ? [] : [criterion.code]));
}

async function askAgain(ctx: Context, stage: JudgingStageFacts, reason: string): Promise<void> {
  await sql`select from judging_stage where id = ${stage.id}::uuid for update`.execute(ctx.db);
  const { rows: versions } = await sql<{ id: string }>`select distinct instrument_id as id from scorecard
    where judging_stage_id = ${stage.id}::uuid and instrument_id <> ${stage.instrumentId}::uuid and state <> 'STOPPED'`.execute(ctx.db);
  for (const { id } of versions) {
    const before = (await judgingRulesOf(ctx, id)).find((rules) => rules.stage === stage.stage);
    const changed = changedCriteria(before?.criteria ?? [], stage.rules.criteria);
    if (changed.length > 0) await openCards(ctx, stage, { reason, instrumentId: id, changed });
    await sql`update scorecard set instrument_id = ${stage.instrumentId}::uuid
      where judging_stage_id = ${stage.id}::uuid and instrument_id = ${id}::uuid and state <> 'STOPPED'`.execute(ctx.db);
  }
}

type Opening = { readonly reason: string; readonly instrumentId: string; readonly changed: readonly string[] };

async function openCards(ctx: Context, stage: JudgingStageFacts, { reason, instrumentId, changed }: Opening): Promise<void> {
  await takeOffScale(ctx, stage, { instrumentId, changed });
  const { rows } = await sql<{
    id: string;
  }>`update scorecard set state = 'DRAFT', asked_again = ${reason}, outcome = null, signed_at = null,
      acted_at = null, in_grace = false, fail_reasons = '{}', version = version + 1, updated_at = ${ctx.now()}
    where judging_stage_id = ${stage.id}::uuid and instrument_id = ${instrumentId}::uuid and state = 'SIGNED' and outcome <> 'ABSTAINED'
    returning id`.execute(ctx.db);
  const cardIds = rows.map(({ id }) => id);
  if (cardIds.length === 0) return;
  await sql`insert into scorecard_event (id, scorecard_id, act, at, reason, detail)
    select gen_random_uuid(), id, 'ASK_AGAIN', ${ctx.now()}, ${reason}, ${JSON.stringify({ criteria: changed })}::jsonb
    from unnest(${cardIds}::uuid[]) card(id)`.execute(ctx.db);
  await emit(ctx, { type: "judging.card-asked-again", payload: { cardIds, reason } });
}

/** Marks of changed criteria that the new scale does not have are taken off; their comments stay. */
async function takeOffScale(ctx: Context, stage: JudgingStageFacts, { instrumentId, changed }: Omit<Opening, "reason">): Promise<void> {
  const { rows } = await sql<{ card: string; criterion: string; value: string }>`select m.scorecard_id as card, m.criterion,
      trim_scale(m.value)::text as value
    from mark m join scorecard c on c.id = m.scorecard_id
    where c.judging_stage_id = ${stage.id}::uuid and c.instrument_id = ${instrumentId}::uuid and c.state <> 'STOPPED'
      and m.criterion = any(${[...changed]}::text[]) and m.value is not null`.execute(ctx.db);
  const scales = new Map(
    stage.rules.criteria.map(({ code, min, max, step }) => [
      code,
      { min: decimalText(min), max: decimalText(max), step: decimalText(step) },
    ]),
  );
  const off = rows.filter(({ criterion, value }) => {
    const scale = scales.get(criterion);
    return scale !== undefined && !isMark(scale, value);
  });
  await sql`update mark m set value = null, version = m.version + 1, changed_at = ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(off)}::jsonb) as o(card uuid, criterion text)
    where m.scorecard_id = o.card and m.criterion = o.criterion`.execute(ctx.db);
}
