import type { Language } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import { type Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { nameSql } from "../../people/grants/find-scope.ts";
import type { ConflictKind, PairOrigin } from "./conflict-kinds.ts";
import { conflictWords } from "./conflict-words.ts";

/** Why a judge must keep away from an entry. */
export type ConflictPair = {
  readonly judgeId: string;
  readonly entryId: string;
  readonly kind: ConflictKind;
  readonly origin: PairOrigin;
  /** The row in which it was declared or pinned; null where it was detected. */
  readonly conflictId: string | null;
  /** Name of the area or office that is the reason, in the reader's language; null where it is the entry itself. */
  readonly detail: string | null;
};

/** Which pairs are asked for; what is not told is not narrowed. An entry is only ever paired with judges of its own round. */
export type PairScope = {
  readonly roundId?: string;
  readonly judgeIds?: readonly string[];
  readonly entryIds?: readonly string[];
};

/** Roles that make the area of their grant a judge's own. A verifier's is not: what they verified is found by its own trace. */
const OFFICES = ["STAFF", "HEAD", "COORDINATOR"] as const satisfies readonly Role[];

/**
 * Who must not judge what, as rows of judge_id, entry_id, kind, origin, conflict_id and detail: the one definition that every path asks.
 * DETECTED: the area of the judge's office is the entry's, above it or below it; its office is the entry's; or the judge had a hand in the
 * entry. DECLARED and PINNED: an area (with those above and below), an office, or an entry. What the chair cleared is left out, except what
 * was declared of the very entry or pinned: those are lifted instead. A pair comes once for each reason. From the rules, "Judging".
 */
export function conflictPairsSql(scope: PairScope, language: Language = "en"): RawBuilder<unknown> {
  return sql`with judged as (select j.id, j.round_id, j.person_id from judge j where ${narrowed("j", scope.judgeIds, scope.roundId)}),
    subject as (select e.id, e.round_id, e.agency_id, e.innovation_id, e.created_by, area.path from entry e
      join jurisdiction area on area.id = e.jurisdiction_id
      where e.kind = 'INNOVATION' and e.round_id in (select round_id from judged) and ${narrowed("e", scope.entryIds, scope.roundId)}),
    tie as (${tiesSql(language)}), office as (${officesSql(language)}), hand as (${handsSql}),
    found as (
      select t.judge_id, s.id as entry_id, t.kind, t.origin, t.id as conflict_id, t.detail, t.entry_id is not null or t.origin = 'PINNED' as firm
      from tie t join subject s on s.round_id = t.round_id
        and (s.id = t.entry_id or s.agency_id = t.agency_id or s.path @> t.path or s.path <@ t.path)
      union all
      select o.judge_id, s.id, case when s.agency_id = o.agency_id then 'SAME_AGENCY' else 'SAME_PLACE' end, 'DETECTED', null::uuid,
        case when s.agency_id = o.agency_id then o.agency else o.place end, false
      from office o join subject s on s.round_id = o.round_id and (s.agency_id = o.agency_id or s.path @> o.path or s.path <@ o.path)
      union all
      select j.id, h.entry_id, 'SAME_PERSON', 'DETECTED', null, null, false
      from judged j join hand h on h.person_id = j.person_id join subject s on s.id = h.entry_id and s.round_id = j.round_id)
    select distinct f.judge_id, f.entry_id, f.kind, f.origin, f.conflict_id, f.detail from found f
    where f.firm or not exists (select from conflict c where c.judge_id = f.judge_id and c.entry_id = f.entry_id and c.origin = 'CLEARED' and c.lifted_at is null)`;
}

/** Every reason of every pair in the scope, in a lasting order: the firmest first. */
export async function conflictPairs(ctx: Context, scope: PairScope, language: Language = ctx.language): Promise<readonly ConflictPair[]> {
  const { rows } =
    await sql<ConflictPair>`select judge_id as "judgeId", entry_id as "entryId", kind, origin, conflict_id as "conflictId", detail
    from (${conflictPairsSql(scope, language)}) p
    order by judge_id, entry_id, array_position(array['PINNED', 'DECLARED', 'DETECTED'], origin),
      array_position(array['SAME_PERSON', 'SAME_AGENCY', 'SAME_PLACE'], kind), detail, conflict_id`.execute(ctx.db);
  return rows;
}

/** The firmest reason for which a judge must keep away from an entry; null when there is none. */
export async function conflictOf(ctx: Context, judgeId: string, entryId: string): Promise<ConflictPair | null> {
  return (await conflictPairs(ctx, { judgeIds: [judgeId], entryIds: [entryId] }))[0] ?? null;
}

/** Refuses JUDGE_CONFLICT with the reason in words when the judge must keep away from the entry. Every path that assigns asks it. */
export async function refuseConflict(
  ctx: Context,
  pair: { readonly judgeId: string; readonly entryId: string; readonly field?: string },
): Promise<void> {
  const found = await conflictOf(ctx, pair.judgeId, pair.entryId);
  refuseAll(await conflictRefusals(ctx, found ? [{ pair: found, field: pair.field ?? "judgeId" }] : []));
}

/** The refusals of pairs, for paths that have found them themselves: their names are read in one statement. */
export async function conflictRefusals(
  ctx: Context,
  found: readonly { readonly pair: ConflictPair; readonly field: string }[],
): Promise<readonly Refusal[]> {
  if (found.length === 0) return [];
  const { rows } =
    await sql<Named>`select 'judge' as what, id, code as name from judge where id = any(${found.map(({ pair }) => pair.judgeId)}::uuid[])
    union all select 'entry', id, coalesce(reference, title) from entry where id = any(${found.map(({ pair }) => pair.entryId)}::uuid[])`.execute(
      ctx.db,
    );
  const names = new Map(rows.map(({ what, id, name }) => [`${what} ${id}`, name]));
  return found.map(({ pair, field }) => {
    const [judge, entry] = [names.get(`judge ${pair.judgeId}`) ?? "", names.get(`entry ${pair.entryId}`) ?? ""];
    return conflictRefusal(ctx, pair, { judge, entry, field });
  });
}

/** The refusal of a pair whose judge's code and entry's reference are at hand. */
export function conflictRefusal(
  { language }: Pick<Context, "language">,
  pair: ConflictPair,
  { field, ...named }: { readonly judge: string; readonly entry: string; readonly field: string },
): Refusal {
  return new Refusal("JUDGE_CONFLICT", {
    field,
    values: { ...named, kind: pair.kind, origin: pair.origin, why: conflictWords(language, pair) },
  });
}

type Named = { readonly what: "judge" | "entry"; readonly id: string; readonly name: string };

function narrowed(alias: "j" | "e", ids: readonly string[] | undefined, roundId: string | undefined): RawBuilder<boolean> {
  const some = ids ? sql<boolean>`${sql.ref(`${alias}.id`)} = any(${[...ids]}::uuid[])` : sql<boolean>`true`;
  return roundId ? sql<boolean>`${sql.ref(`${alias}.round_id`)} = ${roundId}::uuid and ${some}` : some;
}

/** What judges declared and what was pinned on them. */
const tiesSql = (language: Language) => sql`select c.id, j.id as judge_id, j.round_id, c.kind, c.origin, c.entry_id, c.agency_id, area.path,
    coalesce(${nameSql("area", language)}, ${nameSql("agency", language)}) as detail
  from judged j join conflict c on c.judge_id = j.id and c.lifted_at is null and c.origin in ('DECLARED', 'PINNED')
  left join jurisdiction area on area.id = c.jurisdiction_id left join agency on agency.id = c.agency_id`;

/** The offices that judges hold: each with its area. */
const officesSql = (language: Language) => sql`select j.id as judge_id, j.round_id, g.agency_id, area.path,
    ${nameSql("area", language)} as place, ${nameSql("agency", language)} as agency
  from judged j join role_grant g on g.person_id = j.person_id and g.role = any(${[...OFFICES]}) left join agency on agency.id = g.agency_id
  join jurisdiction area on area.id = coalesce(g.jurisdiction_id, agency.jurisdiction_id)`;

/**
 * Who had a hand in an entry: began it or an earlier one of its innovation, wrote in it, took a step of its custody, verified it.
 * The initiator of an innovation is known by kind alone (head of region, agency, citizen, …), never by name, so that who that was shows only here.
 */
const handsSql = sql`select id as entry_id, created_by as person_id from subject
  union all select s.id, e.created_by from subject s join entry e on e.innovation_id = s.innovation_id and e.id <> s.id
  union all select entry_id, changed_by from entry_answer where entry_id in (select id from subject)
  union all select entry_id, changed_by from entry_claim where entry_id in (select id from subject)
  union all select entry_id, made_by from entry_translation where origin = 'HUMAN' and entry_id in (select id from subject)
  union all select entry_id, added_by from evidence where entry_id in (select id from subject)
  union all select entry_id, unnest(array[by_id, for_id]) from entry_event where entry_id in (select id from subject)
  union all select entry_id, verifier_id from verification where entry_id in (select id from subject)`;
