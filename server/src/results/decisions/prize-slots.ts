import type { ServicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import type { RankedSubject, Standing } from "../standing/standing-shape.ts";
import type { StagedDecision } from "./load-decisions.ts";
import { competitions, type PrizeArea, type PrizeProposal, propose } from "./prizes.ts";

/** A prize's places in one contest: what the rule proposes, what is staged, and what still lacks. */
export interface PrizeSlot {
  readonly proposal: PrizeProposal;
  readonly competitors: readonly RankedSubject[];
  /** By place, then code. */
  readonly winners: readonly SlotWinner[];
  /** Places that somebody could win and nobody is staged for. */
  readonly open: number;
}

export interface SlotWinner {
  readonly decision: StagedDecision;
  /** The winner in the standing as it is now; null when it is not ranked there any more. */
  readonly row: RankedSubject | null;
  /** Whether the rule, now, proposes this subject for this place. */
  readonly isProposed: boolean;
  readonly conflict: DecisionConflict | null;
}

/**
 * Why a staged winner cannot be published as it is: `NOT_ELIGIBLE` not ranked any more · `PROPOSAL_CHANGED` staged as the rule proposed
 * it, but figures have changed since and the rule now proposes another, so that it would be an override without a reason.
 */
export type DecisionConflict = "NOT_ELIGIBLE" | "PROPOSAL_CHANGED";

export interface SlotsInput {
  readonly instrument: ServicePerformanceInstrument;
  readonly standing: Standing;
  readonly areas: readonly PrizeArea[];
  readonly decisions: readonly StagedDecision[];
}

/** The slots of all prizes, in the order of the prizes, then of the ancestors' codes. */
export function prizeSlots({ instrument, standing, areas, decisions }: SlotsInput): PrizeSlot[] {
  return instrument.prizes.flatMap((prize) =>
    competitions(prize, standing, areas).map(({ within, competitors }) => {
      const staged = decisions.filter((entry) => entry.kind === "PRIZE" && entry.prize === prize.code && entry.within === within);
      return slotOf(propose(prize, within, competitors), competitors, staged);
    }),
  );
}

/** Whether the rule proposes the subject for the place. */
export function proposes(proposal: PrizeProposal, place: number | null, subject: string): boolean {
  return proposal.winners.some((winner) => winner.place === place && winner.code === subject);
}

function slotOf(proposal: PrizeProposal, competitors: readonly RankedSubject[], staged: readonly StagedDecision[]): PrizeSlot {
  const winners = staged.map((decision) => {
    const row = competitors.find((entry) => entry.subject.code === decision.subject) ?? null;
    const isProposed = proposes(proposal, decision.place, decision.subject);
    const conflict = row === null ? "NOT_ELIGIBLE" : isProposed || decision.reason !== null ? null : "PROPOSAL_CHANGED";
    return { decision, row, isProposed, conflict } as const;
  });
  winners.sort((a, b) => (a.decision.place ?? 0) - (b.decision.place ?? 0) || (a.decision.subject < b.decision.subject ? -1 : 1));
  return { proposal, competitors, winners, open: Math.max(0, proposal.places - proposal.vacant - staged.length) };
}
