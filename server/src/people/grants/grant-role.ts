import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import { insertGrant } from "../create-person.ts";
import { byOf } from "../invitations/invite-person.ts";
import { findPerson, visiblePersonRow } from "../list-people.ts";
import type { GrantRoleInput } from "../person.inputs.ts";
import type { PersonPayload } from "../person-view.type.ts";
import { findScope } from "./find-scope.ts";
import { grantPolicy } from "./grant.policy.ts";

/**
 * Gives a person a role and tells them by letter; giving it twice changes nothing. Refuses roles the actor may not give (FORBIDDEN), a
 * scope that does not suit the role (SCOPE_REQUIRED), and disabled persons (WRONG_STATE).
 */
export async function grantRole(ctx: Context, { personId, grant }: GrantRoleInput): Promise<PersonPayload> {
  const before = await visiblePersonRow(ctx, personId);
  const scope = await findScope(ctx, grant, "grant.");
  authorize(ctx.actor, grantPolicy.give(ctx.actor, { role: grant.role, path: scope.path }, before.id));
  if (before.state === "DISABLED") throw new Refusal("WRONG_STATE", { field: "personId" });
  await insertGrant(ctx, before.id, grant);
  await emit(ctx, { type: "person.role-granted", payload: { personId: before.id } });
  const person = await findPerson(ctx, before.id);
  if (person.grants.length > before.grants.length && person.state === "ACTIVE")
    await writeLetter(ctx, person, { kind: "ROLE_GRANTED", by: byOf(ctx), grants: [{ role: grant.role, place: scope.name }] });
  return { person };
}
