import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import { isAdministrator } from "../grants/grant.policy.ts";
import type { DelegateInput, DelegationPayload } from "./delegation.type.ts";
import { findCandidate, findDelegation, hasLendableRole } from "./list-delegations.ts";

const LONGEST = 366 * 24 * 60 * 60 * 1000;

/**
 * Lets a colleague act in custody while one is away, and tells them by letter. Administrators may do so for who cannot any more. Refuses
 * FORBIDDEN without a role that can be lent, NOT_FOUND for somebody who is no colleague, INVALID_VALUE for dates that lie behind, run
 * backwards or span more than a year.
 */
export async function delegate(ctx: Context, input: DelegateInput): Promise<DelegationPayload> {
  const personId = checkedId(input.personId ?? ctx.actor.id ?? "", "personId");
  authorize(ctx.actor, personId === ctx.actor.id || isAdministrator(ctx.actor));
  authorize(ctx.actor, await hasLendableRole(ctx, personId));
  const candidate = await findCandidate(ctx, personId, checkedId(input.delegateId, "delegateId"));
  if (!candidate) throw new Refusal("NOT_FOUND", { field: "delegateId" });
  const { startsAt, endsAt } = checkedDates(ctx, input);
  const reason = input.reason?.trim() || null;
  if (reason && reason.length > LIMITS.reasonLength)
    throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  const id = ctx.newId();
  await sql`insert into delegation (id, person_id, delegate_id, starts_at, ends_at, reason, created_at)
    values (${id}, ${personId}, ${candidate.id}, ${startsAt}, ${endsAt}, ${reason}, ${ctx.now()})`.execute(ctx.db);
  const delegation = { ...(await findDelegation(ctx, id)) };
  await writeLetter(ctx, candidate, { kind: "DELEGATED", by: delegation.personName, from: startsAt, until: endsAt, reason });
  return { delegation };
}

/** Ends a delegation now, effective with the delegate's next request: who is away, who acts, or an administrator. WRONG_STATE when it is over. */
export async function endDelegation(ctx: Context, id: string): Promise<DelegationPayload> {
  const delegation = await findDelegation(ctx, checkedId(id));
  if (!delegation.canEnd) throw new Refusal("WRONG_STATE", { values: { state: delegation.state } });
  await sql`update delegation set ended_at = ${ctx.now()} where id = ${delegation.id} and ended_at is null`.execute(ctx.db);
  return { delegation: await findDelegation(ctx, delegation.id) };
}

function checkedDates(ctx: Context, { startsAt, endsAt }: DelegateInput) {
  if (endsAt <= startsAt || endsAt <= ctx.now() || endsAt.getTime() - startsAt.getTime() > LONGEST)
    throw new Refusal("INVALID_VALUE", { field: "endsAt" });
  return { startsAt, endsAt };
}
