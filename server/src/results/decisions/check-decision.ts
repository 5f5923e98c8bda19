import { LANGUAGES, type LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import type { PublishedArea } from "@isonga/schema/published-result";
import { Refusal } from "../../kernel/refusal.ts";
import { AreaIndex } from "../area-index.ts";
import type { RoundStanding } from "../round-standing.ts";
import type { RankedRow } from "../scoring.ts";
import type { DecisionContent } from "./decision.entity.ts";
import type { StageDecisionInput } from "./decision.inputs.ts";
import type { StagedDecision } from "./load-decisions.ts";
import { type PrizeSlot, prizeSlots, proposes } from "./prize-slots.ts";
import { chairBreaksTies } from "./tie-decisions.ts";

/** A decision as it was asked for, its reason trimmed. */
export type WantedDecision = StageDecisionInput & { readonly reason: string | null };

const NOTHING = { prize: null, place: null, withinId: null, proposedSubjectId: null, note: null };

/** What a wanted decision says, once it fits the round's standing and what else is staged. See `stageDecision` for its refusals. */
export function checkDecision(state: RoundStanding, wanted: WantedDecision): DecisionContent {
  const areas = new AreaIndex(state.inputs);
  const area = areas.byId(wanted.subjectId);
  if (!area) throw new Refusal("NOT_ELIGIBLE", { field: "subjectId" });
  const others = state.decisions.filter((decision) => decision.id !== wanted.decisionId);
  switch (wanted.kind) {
    case "PRIZE":
      return checkPrize({ ...state, decisions: others }, wanted, area);
    case "WITHHELD":
      return checkWithheld({ ...state, decisions: others }, wanted, area);
    case "TIE":
      return checkTie({ ...state, decisions: others }, wanted, area);
    case "INELIGIBLE":
      refuseTwice(others, wanted, area);
      return { ...NOTHING, kind: wanted.kind, subjectId: area.id, reason: neededReason(wanted) };
    case "NOTE":
      refuseTwice(others, wanted, area);
      return { ...NOTHING, kind: wanted.kind, subjectId: area.id, reason: wanted.reason, note: noteIn(wanted.note) };
  }
}

function checkPrize(state: RoundStanding, wanted: WantedDecision, area: PublishedArea): DecisionContent {
  const { slot, row } = competitionOf(state, wanted, area);
  const place = freePlace(slot, wanted.place, row);
  const isProposed = proposes(slot.proposal, place, area.code);
  if (!isProposed && wanted.reason === null) throw new Refusal("OVERRIDE_REASON_REQUIRED", { field: "reason" });
  return {
    kind: "PRIZE",
    prize: slot.proposal.prize,
    place,
    withinId: wanted.withinId ?? null,
    subjectId: area.id,
    proposedSubjectId: isProposed ? area.id : proposedInstead(slot, place),
    reason: wanted.reason,
    note: null,
  };
}

/** A place not given: with a reason always, and named after whom the rule would have given it. */
function checkWithheld(state: RoundStanding, wanted: WantedDecision, area: PublishedArea): DecisionContent {
  const { slot, row } = competitionOf(state, wanted, area);
  const place = freePlace(slot, wanted.place, row);
  const content = { ...NOTHING, kind: wanted.kind, prize: slot.proposal.prize, place, withinId: wanted.withinId ?? null };
  return { ...content, subjectId: area.id, reason: neededReason(wanted) };
}

/** The contest that is meant, and the area's row in it. */
function competitionOf(state: RoundStanding, wanted: WantedDecision, area: PublishedArea): { slot: PrizeSlot; row: RankedRow } {
  const areas = new AreaIndex(state.inputs);
  const within = wanted.withinId ? (areas.byId(wanted.withinId)?.code ?? "") : null;
  const slots = prizeSlots({ ...state, instrument: state.round.instrument, areas: state.inputs.areas });
  const slot = slots.find(({ proposal }) => proposal.prize === wanted.prize && proposal.within === within);
  if (!slot) throw new Refusal("UNKNOWN_REFERENCE", { field: "prize", values: { value: wanted.prize ?? "" } });
  const row = slot.competitors.find(({ subject }) => subject.id === area.id);
  if (!row) throw new Refusal("NOT_ELIGIBLE", { field: "subjectId" });
  return { slot, row };
}

/** The wanted place, if it is one of the prize's, and free or shared only with subjects of the same rank. */
function freePlace(slot: PrizeSlot, place: number | null | undefined, row: RankedRow): number {
  if (!place || place < 1 || place > slot.proposal.places)
    throw new Refusal("INVALID_VALUE", { field: "place", values: { value: place ?? "" } });
  const winsAlready = slot.winners.some(({ decision }) => decision.subject === row.subject.code);
  if (winsAlready) throw new Refusal("ALREADY_EXISTS", { field: "subjectId" });
  const taken =
    slot.winners.some((winner) => winner.decision.place === place && winner.row?.rank !== row.rank) ||
    slot.withheld.some((decision) => decision.place === place);
  if (taken || slot.winners.length + slot.withheld.length >= slot.proposal.places) throw new Refusal("ALREADY_EXISTS", { field: "place" });
  return place;
}

/** Whom the rule proposes for the place and nobody has staged. */
function proposedInstead(slot: PrizeSlot, place: number): string | null {
  const staged = new Set(slot.winners.map(({ decision }) => decision.subject));
  return slot.proposal.winners.find((winner) => winner.place === place && !staged.has(winner.code))?.id ?? null;
}

function checkTie(state: RoundStanding, wanted: WantedDecision, area: PublishedArea): DecisionContent {
  const row = state.untied.levels.flatMap(({ ranked }) => ranked).find(({ subject }) => subject.id === area.id);
  if (!row) throw new Refusal("NOT_ELIGIBLE", { field: "subjectId" });
  if (row.tiedWith.length === 0 || !chairBreaksTies(state.round.instrument)) throw new Refusal("INVALID_VALUE", { field: "subjectId" });
  const { place } = wanted;
  if (!place || place < 1 || place > row.tiedWith.length + 1)
    throw new Refusal("INVALID_VALUE", { field: "place", values: { value: place ?? "" } });
  const group = state.decisions.filter(({ kind, subject }) => kind === "TIE" && (subject === area.code || row.tiedWith.includes(subject)));
  if (group.some((other) => other.subject === area.code)) throw new Refusal("ALREADY_EXISTS", { field: "subjectId" });
  if (group.some((other) => other.place === place)) throw new Refusal("ALREADY_EXISTS", { field: "place" });
  return { ...NOTHING, kind: "TIE", place, subjectId: area.id, reason: neededReason(wanted) };
}

function refuseTwice(others: readonly StagedDecision[], { kind }: WantedDecision, area: PublishedArea): void {
  if (others.some((other) => other.kind === kind && other.subject === area.code))
    throw new Refusal("ALREADY_EXISTS", { field: "subjectId" });
}

function neededReason({ reason }: WantedDecision): string {
  if (reason === null) throw new Refusal("REASON_REQUIRED", { field: "reason" });
  return reason;
}

function noteIn(note: LocalizedText | null | undefined): LocalizedText {
  const texts = LANGUAGES.flatMap((language) => (note?.[language]?.trim() ? [[language, note[language].trim()] as const] : []));
  if (texts.length === 0) throw new Refusal("REQUIRED", { field: "note" });
  for (const [language, text] of texts)
    if (text.length > LIMITS.reasonLength)
      throw new Refusal("TOO_LONG", { field: `note.${language}`, values: { max: LIMITS.reasonLength } });
  return Object.fromEntries(texts);
}
