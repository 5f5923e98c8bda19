import type { IndexParameters, IndexRow } from "@isonga/schema/innovation-index";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Indicator, InnovationIndexInstrument } from "../../programmes/innovation-index-instrument.ts";
import { type EntryInstrument, takesEntries } from "../../programmes/instrument.ts";
import { definitionOf } from "../../programmes/rounds/instrument-view.ts";
import { roundPolicy } from "../../programmes/rounds/round.policy.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";

/** A round that is scored by an index, as far as figures and arithmetic need it. `path` is the dotted path of the round's place. */
export type IndexRound = { readonly id: string; readonly path: string; readonly instrument: InnovationIndexInstrument };

/** The same with what its page says of it. */
export type LoadedIndexRound = IndexRound & RoundFacts;

/**
 * A round by id or code with its newest instrument. Refuses NOT_FOUND to whoever may not see it, and WRONG_ROUND_KIND, at `roundId`, for a
 * round that has no index.
 */
export async function loadIndexRound(ctx: Context, idOrCode: string): Promise<LoadedIndexRound> {
  const { instrument, instrumentId: _none, ...round } = await loadEntryRound(ctx, idOrCode);
  if (instrument.kind !== "INNOVATION_INDEX") throw new Refusal("WRONG_ROUND_KIND", { field: "roundId" });
  return { ...round, instrument };
}

/** A round that takes entries, by whatever they are scored, with the version of its instrument that entries begin with. */
export type LoadedEntryRound = RoundFacts & { readonly instrumentId: string; readonly instrument: EntryInstrument };

/** The same for any round that takes entries; refuses as {@link loadIndexRound}. */
export async function loadEntryRound(ctx: Context, idOrCode: string): Promise<LoadedEntryRound> {
  const where = isId(idOrCode) ? sql<boolean>`r.id = ${idOrCode}::uuid` : sql<boolean>`r.code = ${idOrCode}`;
  const { rows } = await sql<Row>`select r.id, r.code, r.state, p.country, place.path::text as path, i.id as "instrumentId", i.definition
    from round r join programme p on p.id = r.programme_id join jurisdiction place on place.id = r.jurisdiction_id
    left join lateral (select id, definition from instrument where round_id = r.id order by number desc limit 1) i on true
    where ${where}`.execute(ctx.db);
  const { instrumentId, definition, ...round } = findable(rows[0] ?? null, (found) => roundPolicy.view(ctx.actor, found));
  const instrument = instrumentId === null ? null : definitionOf({ id: instrumentId, definition });
  if (instrumentId === null || !takesEntries(instrument)) throw new Refusal("WRONG_ROUND_KIND", { field: "roundId" });
  return { ...round, instrumentId, instrument };
}

type RoundFacts = {
  readonly id: string;
  readonly code: string;
  readonly country: string;
  readonly state: RoundState;
  readonly path: string;
};
type Row = RoundFacts & { readonly instrumentId: string | null; readonly definition: unknown };

/** The instrument's parameters as the arithmetic takes them. */
export function indexParametersOf({ parameters }: InnovationIndexInstrument): IndexParameters {
  return {
    divisor: parameters.divisor,
    cap: parameters.cap,
    perInnovation: String(parameters.perInnovation),
    maximum: String(parameters.maximum),
    affairs: parameters.affairs,
    categories: parameters.categories.map(({ code, from }) => ({ code, from: String(from) })),
  };
}

/** Rows of an instrument as the arithmetic takes them, in the catalogue's order. */
export function indexRowsOf(rows: readonly Indicator[]): readonly IndexRow[] {
  return rows.map(({ code, weight }) => ({ code, weight: String(weight) }));
}
