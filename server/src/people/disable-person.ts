import { sql } from "kysely";
import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { endLinks } from "./invitations/invitation-token.ts";
import { keepAnAdministrator } from "./last-administrator.ts";
import { findPerson, visiblePersonRow } from "./list-people.ts";
import type { PersonVersionInput } from "./person.inputs.ts";
import { personPolicy } from "./person.policy.ts";
import { checkVersion } from "./person-rules.ts";
import type { PersonPayload } from "./person-view.type.ts";
import { loadPerson } from "./update-person.ts";

/**
 * Keeps a person out: no sign-in, their sessions and links end at once, what they did stays. Refuses oneself and what the actor may not
 * change (FORBIDDEN), LAST_ADMINISTRATOR, STALE_VERSION.
 */
export async function disablePerson(ctx: Context, input: PersonVersionInput): Promise<PersonPayload> {
  return setDisabled(ctx, input, ctx.now());
}

/** Lets a disabled person sign in again, with the roles they had. */
export async function enablePerson(ctx: Context, input: PersonVersionInput): Promise<PersonPayload> {
  return setDisabled(ctx, input, null);
}

async function setDisabled(ctx: Context, input: PersonVersionInput, at: Date | null): Promise<PersonPayload> {
  const row = await visiblePersonRow(ctx, input.id);
  authorize(ctx.actor, personPolicy.disable(ctx.actor, row));
  await keepAnAdministrator(ctx, async () => {
    const person = await loadPerson(ctx, row.id);
    checkVersion(person, input.version);
    person.disabledAt = at;
    person.updatedAt = ctx.now();
    await ctx.em.flush();
  });
  if (at !== null) {
    await sql`delete from auth_session where user_id = ${row.id}`.execute(ctx.db);
    await endLinks(ctx, row.id);
  }
  return { person: await findPerson(ctx, row.id) };
}
