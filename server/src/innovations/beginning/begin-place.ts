import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { findAgency } from "../../places/agencies/list-agencies.ts";
import { placeName, selectJurisdictions } from "../../places/jurisdiction-rows.ts";
import { ENTRY_KINDS_OF_ROUND } from "../../programmes/instrument.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { entryRulesLoader } from "../forms/entry-ground.ts";
import { newDraft, submissionLoader, writingRefusal } from "../forms/submission.ts";

/** A round that takes entries now. `ground`: what every entry begun in it is bound to. */
export type OpenRound = {
  readonly id: string;
  readonly path: string;
  readonly instrumentId: string;
  readonly levels: readonly string[];
  readonly ground: { readonly roundId: string; readonly instrumentId: string };
};

/** The round, if the asker sees it and it takes entries now. Refuses NOT_FOUND, WRONG_STATE for a round without entries, and when it takes none. */
export async function openRoundFor(ctx: Context, roundId: string): Promise<OpenRound> {
  const round = findable(await findRound(ctx, { id: checkedId(roundId, "roundId") }), () => true);
  const refusal = writingRefusal(await submissionLoader(ctx).load(round.id), newDraft(ctx.now()), ctx.now());
  const instrumentId = await entryInstrumentOf(ctx, round.id);
  if (instrumentId === null) throw new Refusal("WRONG_STATE", { field: "roundId", values: { state: round.state } });
  if (refusal) throw refusal;
  const { levels } = await entryRulesLoader(ctx).load(instrumentId);
  return { id: round.id, path: round.path, instrumentId, levels, ground: { roundId: round.id, instrumentId } };
}

/** The instrument's version in force of a round that takes entries; null for other rounds. */
export async function entryInstrumentOf(ctx: Context, roundId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string; kind: string }>`select id, definition ->> 'kind' as kind from instrument
    where round_id = ${roundId}::uuid order by number desc limit 1`.execute(ctx.db);
  const [found] = rows;
  return found && ENTRY_KINDS_OF_ROUND.some((kind) => kind === found.kind) ? found.id : null;
}

export type Office = { readonly agencyId: string; readonly jurisdictionId: string; readonly path: string };

/** An office that takes part in the round. Refuses REQUIRED and UNKNOWN_REFERENCE. */
export async function findOffice(ctx: Context, round: OpenRound, id: string | null | undefined): Promise<Office> {
  if (!id) throw new Refusal("REQUIRED", { field: "agencyId" });
  const agency = await findAgency(ctx, checkedId(id, "agencyId"));
  if (!agency || !isWithin(agency.path, round.path)) throw new Refusal("UNKNOWN_REFERENCE", { field: "agencyId", values: { value: id } });
  return { agencyId: agency.id, jurisdictionId: agency.jurisdictionId, path: agency.path };
}

export type Region = { readonly jurisdictionId: string; readonly path: string; readonly name: string };

/** A region that is ranked in the round. Refuses REQUIRED and UNKNOWN_REFERENCE. */
export async function findRegion(ctx: Context, round: OpenRound, id: string | null | undefined): Promise<Region> {
  if (!id) throw new Refusal("REQUIRED", { field: "jurisdictionId" });
  const [region] = await selectJurisdictions(ctx, sql<boolean>`j.id = ${checkedId(id, "jurisdictionId")}::uuid`);
  if (!region || !isWithin(region.path, round.path) || !round.levels.includes(region.level))
    throw new Refusal("UNKNOWN_REFERENCE", { field: "jurisdictionId", values: { value: id } });
  return { jurisdictionId: region.id, path: region.path, name: placeName(region, ctx.language) };
}

function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`);
}
