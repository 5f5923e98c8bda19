import type { LocalizedText } from "@isonga/schema/languages";
import type { PublishedMetric, PublishedPrize, PublishedRow } from "@isonga/schema/published-result";
import type { AnyInstrument } from "../../programmes/instrument.ts";
import type { AreaIndex } from "../area-index.ts";
import type { StagedRecognition } from "../decisions/load-decisions.ts";
import type { PreviousPlace } from "../previous-edition.ts";
import type { RankedRow, Scoring, UnrankedRow } from "../scoring.ts";

/** What a level's rows are made with. */
export interface RowContext {
  readonly areas: AreaIndex;
  readonly instrument: AnyInstrument;
  readonly scoring: Scoring;
  readonly prizes: readonly PublishedPrize[];
  readonly recognitions: readonly StagedRecognition[];
  readonly previous: ReadonlyMap<string, PreviousPlace>;
  /** The chair's remarks by code. */
  readonly notes: ReadonlyMap<string, LocalizedText>;
  readonly rankedCount: number;
}

/** A ranked subject as it is published. */
export function publishedRow(context: RowContext, row: RankedRow): PublishedRow {
  const { rank, score, tiedWith, tieBreak } = row;
  return {
    ...commonParts(context, row),
    rank,
    score,
    tiedWith,
    tieBreak,
    metrics: row.metrics.map(({ exact: _exact, ...metric }) => metric),
    ineligible: [],
    previous: previousOf(context, row.subject.id, rank),
  };
}

/** A subject that is not ranked, with why. */
export function unrankedRow(context: RowContext, row: UnrankedRow): PublishedRow {
  const weights = new Map(context.scoring.parts.map(({ metric, weight }) => [metric, weight]));
  const metrics = context.scoring.facts(row.subject.code).values.map(
    (value): PublishedMetric => ({
      ...value,
      shrunkValue: null,
      normalised: null,
      weight: weights.get(value.metric) ?? "0",
      contribution: null,
    }),
  );
  return {
    ...commonParts(context, row),
    rank: null,
    score: null,
    tiedWith: [],
    tieBreak: null,
    metrics,
    ineligible: row.reasons,
    previous: previousOf(context, row.subject.id, null),
  };
}

function commonParts(context: RowContext, { subject }: RankedRow | UnrankedRow) {
  const { areas, instrument, recognitions, notes, rankedCount, scoring } = context;
  const { totals, completeness, index, entry, stages } = scoring.facts(subject.code);
  const roles = instrument.recognitionRoles;
  const officials = recognitions.filter(({ subjectId }) => subjectId === subject.id);
  return {
    subject: { ...areas.place(subject.code), population: subject.population },
    ancestors: areas.ancestors(subject.code),
    rankedCount,
    totals,
    completeness,
    index,
    ...(entry && { entry, stages: stages ?? [] }),
    prizes: prizesOf(context.prizes, subject.code),
    recognitions: roles.flatMap(({ code, names }) =>
      officials.filter(({ role }) => role === code).map(({ personName }) => ({ role: code, roleNames: names, personName })),
    ),
    note: notes.get(subject.code) ?? null,
  };
}

function prizesOf(prizes: readonly PublishedPrize[], code: string): PublishedRow["prizes"] {
  return prizes.flatMap(({ prize, names, within, winners }) =>
    winners
      .filter(({ subject }) => subject.code === code)
      .map(({ place, shared, reason }) => ({ prize, names, place, within, shared, reason })),
  );
}

function previousOf({ previous }: RowContext, id: string, rank: number | null): PublishedRow["previous"] {
  const before = previous.get(id);
  return before ? { ...before, moved: rank === null ? null : before.rank - rank } : null;
}
