import { pickText } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { AreaIndex } from "../area-index.ts";
import { loadRound } from "../load-round.ts";
import { roundView } from "../read-standing.ts";
import { resultsPolicy } from "../results.policy.ts";
import { loadRoundStanding, type RoundStanding } from "../round-standing.ts";
import type { RankedRow } from "../scoring.ts";
import type { DecisionTray, DecisionView, PrizeCandidate, PrizeSlotView, TiedGroup } from "./decision.type.ts";
import { loadRecognitions, type StagedDecision } from "./load-decisions.ts";
import { type PrizeSlot, prizeSlots } from "./prize-slots.ts";
import { chairBreaksTies } from "./tie-decisions.ts";

/** The tray of a round, by id or code, against the standing as it is now. Refuses NOT_FOUND, also to those who may not see it. */
export async function readTray(ctx: Context, roundId: string): Promise<DecisionTray> {
  const round = await loadRound(ctx, roundId);
  const state = await loadRoundStanding(ctx, round);
  const slots = prizeSlots({ ...state, instrument: round.instrument, areas: state.inputs.areas });
  const reader: Reader = { areas: new AreaIndex(state.inputs), language: ctx.language, state };
  return {
    ...roundView(ctx, round),
    stagedCount: state.decisions.length,
    openCount: slots.reduce((total, slot) => total + slot.open, 0),
    conflictCount: slots.flatMap(({ winners }) => winners).filter(({ conflict }) => conflict !== null).length,
    prizes: slots.map((slot) => slotView(reader, slot)),
    others: state.decisions
      .filter(({ kind }) => kind !== "PRIZE" && kind !== "WITHHELD")
      .flatMap((decision) => decisionView(reader, decision) ?? []),
    ties: openTies(reader),
    roles: round.instrument.recognitionRoles.map(({ code, names }) => ({ code, name: pickText(names, ctx.language) })),
    recognitions: await loadRecognitions(ctx, round.id),
    viewerCan: { decide: resultsPolicy.decide(ctx.actor, round) },
  };
}

interface Reader {
  readonly areas: AreaIndex;
  readonly language: Context["language"];
  readonly state: RoundStanding;
}

function slotView(reader: Reader, { proposal, winners, withheld, open }: PrizeSlot): PrizeSlotView {
  const { areas, language, state } = reader;
  const names = state.round.instrument.prizes.find(({ code }) => code === proposal.prize)?.names;
  const staged = new Set(winners.map(({ decision }) => decision.subject));
  const undecided = proposal.undecided?.candidates ?? [];
  return {
    prize: proposal.prize,
    name: pickText(names, language),
    level: proposal.level,
    within: proposal.within === null ? null : areas.shown(proposal.within, language),
    places: proposal.places,
    vacant: proposal.vacant,
    open,
    proposals: proposal.winners.map((winner) => ({
      ...candidateView(reader, winner),
      place: winner.place,
      staged: staged.has(winner.code),
    })),
    undecided: undecided.filter(({ code }) => !staged.has(code)).map((candidate) => candidateView(reader, candidate)),
    withheld: withheld.flatMap((decision) => decisionView(reader, decision) ?? []),
    winners: winners.flatMap(({ decision, row, isProposed, conflict }) => {
      const view = decisionView(reader, decision);
      return view ? [{ decision: view, rank: row?.rank ?? null, score: row?.score ?? null, isProposed, conflict }] : [];
    }),
  };
}

function candidateView(
  { areas, language }: Reader,
  { code, rank, score }: Pick<RankedRow, "rank" | "score"> & { readonly code: string },
): PrizeCandidate {
  return { area: areas.view(code, language), rank, score };
}

/** Null for an area that lies outside the round by now: it has left the standing too. */
function decisionView({ areas, language }: Reader, decision: StagedDecision): DecisionView | null {
  if (!areas.byId(decision.subjectId)) return null;
  const { id, kind, place, reason, note, decidedByName, updatedAt, version } = decision;
  return { id, kind, place, reason, note, decidedByName, updatedAt, version, area: areas.view(decision.subject, language) };
}

function openTies({ areas, language, state }: Reader): TiedGroup[] {
  if (!chairBreaksTies(state.round.instrument)) return [];
  return state.standing.levels.flatMap(({ level, ranked }) =>
    ranked
      .filter(({ rank, tiedWith }, index) => tiedWith.length > 0 && ranked[index - 1]?.rank !== rank)
      .map(({ rank, subject, tiedWith }) => ({
        level,
        rank,
        areas: [subject.code, ...tiedWith].sort().map((code) => areas.view(code, language)),
      })),
  );
}
