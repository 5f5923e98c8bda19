import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { loadRecognitions } from "../decisions/load-decisions.ts";
import type { PrizeSlot } from "../decisions/prize-slots.ts";
import { readPublishedSample } from "../index-standing/published-sample.ts";
import { sha256 } from "../inputs-digest.ts";
import type { ResultsRound } from "../load-round.ts";
import { loadPreviousEdition } from "../previous-edition.ts";
import { loadStandingToKeep } from "../round-standing.ts";
import { buildSnapshot, type SnapshotBody, slotsOf } from "./build-snapshot.ts";

/** A publication as it would be now. */
export interface PreparedPublication {
  readonly body: SnapshotBody;
  /** SHA-256 of the body: the same as long as neither a figure nor a decision changes what would be published. */
  readonly hash: string;
  /** What must be decided first; empty when it can be published. */
  readonly problems: readonly Refusal[];
}

/** Builds what would be published now, without writing anything. */
export async function preparePublication(ctx: Context, round: ResultsRound): Promise<PreparedPublication> {
  const state = await loadStandingToKeep(ctx, round);
  const recognitions = await loadRecognitions(ctx, round.id);
  const previous = await loadPreviousEdition(ctx, round);
  const slots = slotsOf(state);
  const sample = round.instrument.kind === "INNOVATION_INDEX" ? await readPublishedSample(ctx, round.id) : null;
  const body = buildSnapshot({ state, slots, recognitions, previous, sample });
  return { body, hash: sha256(body), problems: slots.flatMap(problemsOf) };
}

function problemsOf({ proposal, winners, open }: PrizeSlot): Refusal[] {
  const values = { prize: proposal.within === null ? proposal.prize : `${proposal.prize} (${proposal.within})` };
  const conflicts = winners.flatMap(({ conflict }) => {
    if (conflict === null) return [];
    return [new Refusal(conflict === "NOT_ELIGIBLE" ? "NOT_ELIGIBLE" : "OVERRIDE_REASON_REQUIRED", { field: "roundId", values })];
  });
  return [...(open > 0 ? [new Refusal("PRIZE_UNDECIDED", { field: "roundId", values })] : []), ...conflicts];
}
