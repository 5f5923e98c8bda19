import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { AreaIndex } from "../area-index.ts";
import { lockRound } from "../load-round.ts";
import { loadRoundStanding } from "../round-standing.ts";
import type { AcceptProposalsInput, DecisionPayload } from "./decision.inputs.ts";
import { prizeSlots } from "./prize-slots.ts";
import { readTray } from "./read-tray.ts";

/** Stages every winner that the rule proposes and for whom there is still room; what the chair has staged otherwise stays. */
export async function acceptProposals(ctx: Context, input: AcceptProposalsInput): Promise<DecisionPayload> {
  const round = await lockRound(ctx, input.roundId);
  const state = await loadRoundStanding(ctx, round);
  const areas = new AreaIndex(state.inputs);
  const slots = prizeSlots({ ...state, instrument: round.instrument, areas: state.inputs.areas });
  const wanted = slots.flatMap(({ proposal, winners, withheld, open }) => {
    const isFree = ({ code, place, rank }: (typeof proposal.winners)[number]) =>
      !winners.some(({ decision, row }) => decision.subject === code || (decision.place === place && row?.rank !== rank)) &&
      !withheld.some((decision) => decision.subject === code || decision.place === place);
    const withinId = proposal.within === null ? null : areas.area(proposal.within).id;
    const free = proposal.winners.filter(isFree).slice(0, open);
    return free.map(({ id, place }) => ({ id: ctx.newId(), prize: proposal.prize, place, within_id: withinId, subject_id: id }));
  });
  await sql`insert into decision (id, round_id, kind, prize, place, within_id, subject_id, proposed_subject_id, decided_by, created_at, updated_at)
    select id, ${round.id}::uuid, 'PRIZE', prize, place, within_id, subject_id, subject_id, ${ctx.actor.id}::uuid, ${ctx.now()}, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, prize text, place int, within_id uuid, subject_id uuid)`.execute(
    ctx.db,
  );
  return { tray: await readTray(ctx, round.id) };
}
