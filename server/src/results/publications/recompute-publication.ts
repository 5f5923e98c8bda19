import { canonicalJson } from "@isonga/schema/canonical-json";
import type { PublicationSnapshot, PublishedRow } from "@isonga/schema/published-result";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { anyInstrument } from "../../programmes/instrument.ts";
import { sha256 } from "../inputs-digest.ts";
import { loadRound } from "../load-round.ts";
import { loadScoring, scoringOf } from "../round-standing.ts";
import type { StandingRows } from "../scoring.ts";
import type { PublicationCheck } from "./publication.type.ts";

/**
 * Checks a publication against itself and against the reports or entries: its checksum, the rows the public reads, and its standing computed again
 * from the snapshot's own figures and from the reports or entries as they are now. Refuses NOT_FOUND, also to those who may not see the inputs.
 */
export async function recomputePublication(ctx: Context, roundId: string, number: number): Promise<PublicationCheck> {
  const round = await loadRound(ctx, roundId);
  const { rows } = await sql<{ id: string; checksum: string; snapshot: PublicationSnapshot }>`select id, checksum, snapshot from publication
    where round_id = ${round.id}::uuid and number = ${number}`.execute(ctx.db);
  const { id, checksum, snapshot } = findable(rows[0], () => true);
  const instrument = anyInstrument.parse(snapshot.instrument.definition);
  const now = await loadScoring(ctx, { ...round, instrument }, snapshot.inputs);
  const [published, current] = [publishedOutcomes(snapshot), outcomes(now.standing)];
  const differing = [...new Set([...published.keys(), ...current.keys()])].filter((code) => published.get(code) !== current.get(code));
  return {
    number,
    checksumMatches: sha256(snapshot) === checksum,
    rowsMatch: await rowsMatch(ctx, id, snapshot),
    ownFiguresAgree: sameOutcomes(published, outcomes(scoringOf(snapshot).standing)),
    currentFiguresAgree: differing.length === 0,
    differing: differing.sort(),
  };
}

/** Each subject's rank, score, points and reasons, as one text by code. */
type Outcomes = ReadonlyMap<string, string>;

function outcomes(standing: StandingRows): Outcomes {
  return new Map(
    standing.levels.flatMap(({ ranked, ineligible }) => [
      ...ranked.map(({ subject, rank, score, metrics }) => [subject.code, outcome(rank, score, metrics, [])] as const),
      ...ineligible.map(({ subject, reasons }) => [subject.code, outcome(null, null, [], reasons)] as const),
    ]),
  );
}

function publishedOutcomes({ levels }: PublicationSnapshot): Outcomes {
  const rows = levels.flatMap((level) => level.rows);
  return new Map(rows.map((row) => [row.subject.code, outcome(row.rank, row.score, row.rank === null ? [] : row.metrics, row.ineligible)]));
}

type Points = readonly { readonly metric: string; readonly contribution: string | null }[];

function outcome(rank: number | null, score: string | null, metrics: Points, reasons: PublishedRow["ineligible"]): string {
  return canonicalJson({ rank, score, points: metrics.map(({ metric, contribution }) => [metric, contribution]), reasons });
}

function sameOutcomes(a: Outcomes, b: Outcomes): boolean {
  return a.size === b.size && [...a].every(([code, value]) => b.get(code) === value);
}

async function rowsMatch(ctx: Context, id: string, { levels }: PublicationSnapshot): Promise<boolean> {
  const { rows } = await sql<{ level: string; data: PublishedRow }>`select level, data from published_result
    where publication_id = ${id}::uuid order by level, position`.execute(ctx.db);
  const written = levels.map(({ level }) => rows.filter((row) => row.level === level).map(({ data }) => data));
  return canonicalJson(written) === canonicalJson(levels.map((level) => level.rows));
}
