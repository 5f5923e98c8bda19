import { LIMITS } from "@isonga/schema/limits";
import { type RawBuilder, sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { LENDABLE_ROLES } from "../find-actor.ts";
import { isAdministrator } from "../grants/grant.policy.ts";
import type { DelegateCandidate, DelegationView } from "./delegation.type.ts";

const MOST_CANDIDATES = 20;
const MOST_DELEGATIONS = 50;

/** The asker's delegations, given and taken, the latest first. */
export async function myDelegations(ctx: Context): Promise<readonly DelegationView[]> {
  return delegations(ctx, sql<boolean>`(d.person_id = ${ctx.actor.id}::uuid or d.delegate_id = ${ctx.actor.id}::uuid)`);
}

/** One delegation that the asker gives, takes or administers. Refuses NOT_FOUND. */
export async function findDelegation(ctx: Context, id: string): Promise<DelegationView> {
  const [found] = await delegations(ctx, sql<boolean>`d.id = ${id}::uuid`);
  const own = ({ personId, delegateId }: DelegationView) => personId === ctx.actor.id || delegateId === ctx.actor.id;
  return findable(found, (delegation) => own(delegation) || isAdministrator(ctx.actor));
}

/** Whom a person may name: active people of the same office, of the areas they coordinate or verify, or verifiers of the same round. */
export async function delegateCandidates(ctx: Context, personId: string, search: string): Promise<readonly DelegateCandidate[]> {
  const words = search
    .trim()
    .slice(0, LIMITS.searchLength)
    .replaceAll(/[\\%_]/g, "\\$&");
  const { rows } = await sql<DelegateCandidate>`select p.id, p.name, p.email from person p
    where ${nameable(personId)} and (p.name || ' ' || p.email) ilike ${`%${words}%`}
    order by p.name, p.id limit ${MOST_CANDIDATES}`.execute(ctx.db);
  return rows;
}

/** Whether the person may name this delegate, and how to write to them; null when not. */
export async function findCandidate(ctx: Context, personId: string, delegateId: string) {
  const { rows } = await sql<DelegateCandidate & { readonly language: "en" | "rw" | "id" }>`select p.id, p.name, p.email, p.language
    from person p where p.id = ${delegateId}::uuid and ${nameable(personId)}`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Whether the person has a role that can be lent. */
export async function hasLendableRole(ctx: Context, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select from role_grant where person_id = ${personId}::uuid and role = any(${[...LENDABLE_ROLES]}) limit 1`.execute(ctx.db);
  return rows.length > 0;
}

function nameable(personId: string): RawBuilder<boolean> {
  return sql<boolean>`(p.disabled_at is null and p.id <> ${personId}::uuid and exists (select from auth_account a where a.user_id = p.id)
    and exists (select from role_grant mine
      left join agency mine_office on mine_office.id = mine.agency_id
      left join jurisdiction mine_place on mine_place.id = coalesce(mine.jurisdiction_id, mine_office.jurisdiction_id)
      join role_grant theirs on theirs.person_id = p.id
      left join agency their_office on their_office.id = theirs.agency_id
      left join jurisdiction their_place on their_place.id = coalesce(theirs.jurisdiction_id, their_office.jurisdiction_id)
      where mine.person_id = ${personId}::uuid and mine.role = any(${[...LENDABLE_ROLES]}) and case mine.scope
        when 'AGENCY' then theirs.agency_id = mine.agency_id or theirs.jurisdiction_id = mine_office.jurisdiction_id
        when 'ROUND' then theirs.round_id = mine.round_id and theirs.role = 'VERIFIER'
        else their_place.path <@ mine_place.path end))`;
}

async function delegations(ctx: Context, where: RawBuilder<boolean>): Promise<readonly DelegationView[]> {
  const now = ctx.now();
  const { rows } = await sql<Omit<DelegationView, "canEnd">>`select d.id, d.person_id as "personId", absent.name as "personName",
      d.delegate_id as "delegateId", delegate.name as "delegateName", d.starts_at as "startsAt", d.ends_at as "endsAt",
      d.ended_at as "endedAt", d.reason,
      case when d.ended_at is not null or d.ends_at <= ${now} then 'ENDED' when d.starts_at > ${now} then 'UPCOMING' else 'CURRENT' end as state
    from delegation d join person absent on absent.id = d.person_id join person delegate on delegate.id = d.delegate_id
    where ${where} order by d.starts_at desc, d.id desc limit ${MOST_DELEGATIONS}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, canEnd: row.state !== "ENDED" }));
}
