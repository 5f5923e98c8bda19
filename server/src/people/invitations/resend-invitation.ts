import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import { findPerson, visiblePersonRow } from "../list-people.ts";
import { personPolicy } from "../person.policy.ts";
import type { PersonPayload } from "../person-view.type.ts";
import { makeInvitation } from "./invitation-token.ts";
import { byOf } from "./invite-person.ts";

/** Writes the invitation again with a fresh link; the earlier one ends. Refuses WRONG_STATE when the person has a password or is disabled. */
export async function resendInvitation(ctx: Context, id: string): Promise<PersonPayload> {
  const person = await visiblePersonRow(ctx, id);
  authorize(ctx.actor, personPolicy.edit(ctx.actor, person));
  if (person.state !== "INVITED") throw new Refusal("WRONG_STATE", { field: "id" });
  const { token, until } = await makeInvitation(ctx, person.id);
  await sql`update person set invited_at = ${ctx.now()} where id = ${person.id}`.execute(ctx.db);
  const grants = person.grants.map(({ role, scopeName }) => ({ role, place: scopeName }));
  await writeLetter(ctx, person, { kind: "INVITATION", by: byOf(ctx), grants, token, until });
  return { person: await findPerson(ctx, person.id) };
}
