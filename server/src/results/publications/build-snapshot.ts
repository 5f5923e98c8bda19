import type { PublishedSample } from "@isonga/schema/published-index";
import type { PublicationSnapshot, PublishedLevel, PublishedPrize } from "@isonga/schema/published-result";
import { AreaIndex } from "../area-index.ts";
import type { StagedRecognition } from "../decisions/load-decisions.ts";
import { type PrizeSlot, prizeSlots } from "../decisions/prize-slots.ts";
import type { PreviousPlace } from "../previous-edition.ts";
import type { RoundStanding, StandingToKeep } from "../round-standing.ts";
import type { LevelRows } from "../scoring.ts";
import { publishedRow, unrankedRow } from "./published-rows.ts";

/** Everything a publication says, but for what makes it this one: its number and its dates. */
export type SnapshotBody = Omit<PublicationSnapshot, "number" | "corrects" | "publishedAt" | "publicFrom">;

/** What goes into a publication. */
export interface SnapshotSource {
  readonly state: StandingToKeep;
  readonly slots: readonly PrizeSlot[];
  readonly recognitions: readonly StagedRecognition[];
  readonly previous: ReadonlyMap<string, PreviousPlace>;
  readonly sample: PublishedSample | null;
}

/** The prizes' slots of a round as it stands. */
export function slotsOf(state: RoundStanding): PrizeSlot[] {
  return prizeSlots({ ...state, instrument: state.round.instrument, areas: state.inputs.areas });
}

/** The whole content of a publication, from what is staged and stands now. Two equal states give equal contents. */
export function buildSnapshot(source: SnapshotSource): SnapshotBody {
  const { state } = source;
  const { round } = state;
  const areas = new AreaIndex(state.inputs);
  const { id, code, names, descriptions, timeZone, illustrative } = round;
  const prizes = source.slots.map((slot) => publishedPrize(source, areas, slot));
  return {
    formatVersion: 1,
    programme: round.programme,
    round: { id, code, names, descriptions, timeZone, illustrative, place: areas.place(placeCode(state)) },
    instrument: { id: round.instrumentId, number: round.instrumentNumber, definition: round.instrument },
    method: state.scoring.method,
    inputs: state.scoring.inputs(),
    sample: source.sample,
    levels: state.standing.levels.map((level) => publishedLevel({ source, areas, prizes }, level)),
    prizes,
  };
}

interface RowSource {
  readonly source: SnapshotSource;
  readonly areas: AreaIndex;
  readonly prizes: readonly PublishedPrize[];
}

function publishedLevel(from: RowSource, standing: LevelRows): PublishedLevel {
  const { level, ranked, ineligible } = standing;
  const { state, recognitions, previous } = from.source;
  const context = {
    areas: from.areas,
    prizes: from.prizes,
    recognitions,
    previous,
    instrument: state.round.instrument,
    scoring: state.scoring,
    notes: new Map(state.decisions.flatMap(({ kind, subject, note }) => (kind === "NOTE" && note ? [[subject, note]] : []))),
    rankedCount: ranked.length,
  };
  return {
    level,
    names: state.inputs.levels.get(level)?.names ?? {},
    rankedCount: ranked.length,
    ineligibleCount: ineligible.length,
    benchmarks: state.scoring.benchmarks(level),
    rows: [...ranked.map((row) => publishedRow(context, row)), ...ineligible.map((row) => unrankedRow(context, row))],
  };
}

function publishedPrize({ state }: SnapshotSource, areas: AreaIndex, { proposal, winners, withheld }: PrizeSlot): PublishedPrize {
  const prize = state.round.instrument.prizes.find(({ code }) => code === proposal.prize);
  const places = winners.map(({ decision }) => decision.place);
  return {
    prize: proposal.prize,
    names: prize?.names ?? {},
    level: proposal.level,
    places: proposal.places,
    within: proposal.within === null ? null : areas.place(proposal.within),
    withheld: withheld.flatMap(({ place, reason }) => (place === null ? [] : [{ place, reason: reason ?? "" }])),
    winners: winners.flatMap(({ decision, row, isProposed }) => {
      if (!row || decision.place === null) return [];
      const shared = places.filter((place) => place === decision.place).length > 1;
      const reason = isProposed ? null : decision.reason;
      return [{ place: decision.place, subject: areas.place(decision.subject), rank: row.rank, score: row.score, shared, reason }];
    }),
  };
}

function placeCode({ round, inputs }: RoundStanding): string {
  const place = inputs.areas.find(({ id }) => id === round.placeId);
  if (!place) throw new Error(`the place of round ${round.code} did not exist in its window`);
  return place.code;
}
