import type { AnyInstrument } from "../../programmes/instrument.ts";
import type { RankedRow, StandingRows } from "../scoring.ts";
import type { StagedDecision } from "./load-decisions.ts";
import { competitions, type PrizeArea, type PrizeProposal, propose } from "./prizes.ts";

/** A prize's places in one contest: what the rule proposes, what is staged, and what still lacks. */
export interface PrizeSlot {
  readonly proposal: PrizeProposal;
  readonly competitors: readonly RankedRow[];
  /** By place, then code. */
  readonly winners: readonly SlotWinner[];
  /** Places that the chair does not give; their subject is whom the rule would have given them. By place. */
  readonly withheld: readonly StagedDecision[];
  /** Places that somebody could win, that nobody is staged for and that are not withheld. */
  readonly open: number;
}

export interface SlotWinner {
  readonly decision: StagedDecision;
  /** The winner in the standing as it is now; null when it is not ranked there any more. */
  readonly row: RankedRow | null;
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
  readonly instrument: Pick<AnyInstrument, "prizes">;
  readonly standing: StandingRows;
  readonly areas: readonly PrizeArea[];
  readonly decisions: readonly StagedDecision[];
}

/** The slots of all prizes, in the order of the prizes, then of the ancestors' codes. */
export function prizeSlots({ instrument, standing, areas, decisions }: SlotsInput): PrizeSlot[] {
  return instrument.prizes.flatMap((prize) =>
    competitions(prize, standing, areas).map(({ within, competitors }) => {
      const own = decisions.filter((entry) => entry.prize === prize.code && entry.within === within);
      return slotOf(propose(prize, within, competitors), competitors, own);
    }),
  );
}

/** Whether the rule proposes the subject for the place. */
export function proposes(proposal: PrizeProposal, place: number | null, subject: string): boolean {
  return proposal.winners.some((winner) => winner.place === place && winner.code === subject);
}

function slotOf(proposal: PrizeProposal, competitors: readonly RankedRow[], own: readonly StagedDecision[]): PrizeSlot {
  const staged = own.filter(({ kind }) => kind === "PRIZE");
  const withheld = own.filter(({ kind }) => kind === "WITHHELD").sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  const winners = staged.map((decision) => {
    const row = competitors.find((entry) => entry.subject.code === decision.subject) ?? null;
    const isProposed = proposes(proposal, decision.place, decision.subject);
    const conflict = row === null ? "NOT_ELIGIBLE" : isProposed || decision.reason !== null ? null : "PROPOSAL_CHANGED";
    return { decision, row, isProposed, conflict } as const;
  });
  winners.sort((a, b) => (a.decision.place ?? 0) - (b.decision.place ?? 0) || (a.decision.subject < b.decision.subject ? -1 : 1));
  const open = Math.max(0, proposal.places - proposal.vacant - staged.length - withheld.length);
  return { proposal, competitors, winners, withheld, open };
}
