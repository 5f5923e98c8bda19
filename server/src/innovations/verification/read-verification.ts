import { maturityOf } from "@isonga/schema/innovation-index";
import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import type { Indicator } from "../../programmes/innovation-index-instrument.ts";
import type { EntryRules } from "../../programmes/instrument.ts";
import type { EntryFacts } from "../entries/entry.policy.ts";
import { entryRulesLoader, rowsOf } from "../forms/entry-ground.ts";
import { type Opinion, partFor, type RowFacts, readableOpinions, rowState, settledLevel, stateFor } from "./row-state.ts";
import { verificationPolicy } from "./verification.policy.ts";
import type { Verification, VerificationRow } from "./verification.type.ts";

/** A row as the rules see it, with its evidence and the version a level must carry. */
export type VerifiedRow = RowFacts & { readonly indicator: Indicator; readonly evidence: number; readonly version: number };

/** All that the verification of an entry rests upon. Asks no policy. */
export type VerificationGround = {
  readonly entryId: string;
  readonly facts: EntryFacts;
  readonly inSample: boolean;
  readonly instrument: EntryRules;
  readonly rows: readonly VerifiedRow[];
};

/** The verification of an entry as the asker may see it. Refuses NOT_FOUND to whoever may not. */
export async function readVerification(ctx: Context, entryId: string): Promise<Verification> {
  const ground = findable(await verificationGround(ctx, checkedId(entryId, "entryId")), ({ facts }) =>
    verificationPolicy.view(ctx.actor, facts),
  );
  return verificationView(ctx, ground);
}

/** Everything known of an entry's verification; null when there is no such entry. */
export async function verificationGround(ctx: Context, entryId: string): Promise<VerificationGround | null> {
  const { rows } =
    await sql<FoundEntry>`select e.kind, e.state, place.path::text as path, e.agency_id as "agencyId", e.round_id as "roundId",
      e.instrument_id as "instrumentId",
      e.kind = 'REGIONAL' or e.sampled or not exists (select 1 from verification_sample s where s.round_id = e.round_id) as "inSample",
      (select coalesce(jsonb_agg(jsonb_build_object('indicator', indicator, 'claimed', claimed, 'version', version)), '[]')
        from entry_claim where entry_id = e.id) as claims,
      (select coalesce(jsonb_agg(jsonb_build_object('indicator', v.indicator, 'part', v.part, 'verifierId', v.verifier_id,
        'verifier', person.name, 'level', v.level, 'note', v.note, 'at', v.at) order by v.at), '[]')
        from verification v left join person on person.id = v.verifier_id where v.entry_id = e.id and v.superseded_at is null) as opinions,
      (select coalesce(jsonb_object_agg(indicator, pieces), '{}') from (select indicator, count(*) as pieces from evidence
        where entry_id = e.id and indicator is not null and ${PROVES} group by indicator) counted) as evidence
    from entry e join jurisdiction place on place.id = e.jurisdiction_id where e.id = ${entryId}::uuid`.execute(ctx.db);
  const [found] = rows;
  if (!found) return null;
  const { claims, opinions, evidence, inSample, instrumentId, ...facts } = found;
  const instrument = await entryRulesLoader(ctx).load(instrumentId);
  const claimOf = new Map(claims.map((claim) => [claim.indicator, claim]));
  const byRow = Map.groupBy(opinions, ({ indicator }) => indicator);
  const verified = rowsOf(instrument, facts.kind).map((indicator) => ({
    indicator,
    claimed: claimOf.get(indicator.code)?.claimed ?? 0,
    version: claimOf.get(indicator.code)?.version ?? 0,
    evidence: evidence[indicator.code] ?? 0,
    verifiers: instrument.verification.verifiers,
    opinions: byRow.get(indicator.code) ?? [],
  }));
  return { entryId, facts, inSample, instrument, rows: verified };
}

/** Evidence that proves something now: it is there, and no scanner still has to look at it. For statements over `evidence`. */
export const PROVES = sql<boolean>`removed_at is null and scan in ('NOT_SCANNED', 'CLEAN')`;

/** How many rows keep the verification from ending. */
export function openRows(rows: readonly VerifiedRow[]): number {
  return rows.filter((row) => !["SETTLED", "NOT_CLAIMED"].includes(rowState(row))).length;
}

/** The verification as the asker may see it, who was allowed to before. */
export function verificationView(ctx: Context, ground: VerificationGround): Verification {
  const { entryId, facts, inSample, instrument, rows } = ground;
  const verifies = inSample && verificationPolicy.verify(ctx.actor, facts);
  const settles = inSample && verificationPolicy.settle(ctx.actor, facts);
  const found = Object.fromEntries(rows.map((row) => [row.indicator.code, settledLevel(row) ?? 0]));
  const claimed = Object.fromEntries(rows.map((row) => [row.indicator.code, row.claimed]));
  const catalogue = rows.map(({ indicator: { code, weight } }) => ({ code, weight: String(weight) }));
  const open = openRows(rows);
  return {
    id: entryId,
    entryId,
    verifiers: instrument.verification.verifiers,
    rows: rows.map((row) => rowView(ctx, ground, { row, verifies, settles })),
    open,
    claimedPoints: maturityOf(catalogue, claimed),
    verifiedPoints: maturityOf(catalogue, found),
    inSample,
    viewerCan: { verify: verifies || settles, complete: verifies && open === 0 },
  };
}

type Seen = { readonly row: VerifiedRow; readonly verifies: boolean; readonly settles: boolean };

function rowView(ctx: Context, { instrument, facts }: VerificationGround, { row, verifies, settles }: Seen): VerificationRow {
  const { indicator } = row;
  const { id } = ctx.actor;
  const group = instrument.groups.find(({ code }) => code === indicator.group);
  const part = partFor(row, { id, verifies });
  const opinions = verificationPolicy.oversee(ctx.actor, facts) ? row.opinions : readableOpinions(row, id);
  return {
    indicator: indicator.code,
    name: pickText(indicator.names, ctx.language),
    group: group ? pickText(group.names, ctx.language) : null,
    weight: String(indicator.weight),
    levels: indicator.levels.map((level) => pickText(level, ctx.language)),
    wanted: indicator.evidence ? pickText(indicator.evidence, ctx.language) : null,
    claimed: row.claimed,
    verified: settledLevel(row),
    version: row.version,
    evidence: row.evidence,
    state: stateFor(row, id),
    opinions: opinions.map(({ part: said, verifier, level, note, at, verifierId }) => ({
      part: said,
      verifier,
      level,
      note,
      at,
      mine: verifierId !== null && verifierId === id,
    })),
    canSay: settles && ["FIRST", "SECOND", "SETTLEMENT"].includes(part),
  };
}

type FoundEntry = EntryFacts & {
  readonly instrumentId: string;
  readonly inSample: boolean;
  readonly claims: readonly { readonly indicator: string; readonly claimed: number; readonly version: number }[];
  readonly opinions: readonly (Opinion & { readonly indicator: string })[];
  readonly evidence: Readonly<Record<string, number>>;
};
