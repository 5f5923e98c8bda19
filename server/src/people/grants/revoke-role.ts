import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { keepAnAdministrator } from "../last-administrator.ts";
import { visiblePersonRow } from "../list-people.ts";
import { personRows, presentPerson } from "../person-rows.ts";
import type { PersonPayload } from "../person-view.type.ts";
import { grantPolicy } from "./grant.policy.ts";

/** Takes a role away, effective with the person's next request. Refuses to leave the platform without an administrator (LAST_ADMINISTRATOR). */
export async function revokeRole(ctx: Context, grantId: string): Promise<PersonPayload> {
  const { rows } = await sql<{ person_id: string }>`select person_id from role_grant where id = ${checkedId(grantId, "grantId")}`.execute(
    ctx.db,
  );
  const person = await visiblePersonRow(ctx, rows[0]?.person_id ?? grantId);
  const grant = person.grants.find(({ id }) => id === grantId);
  if (!grant) throw new Refusal("NOT_FOUND", { field: "grantId" });
  authorize(ctx.actor, grantPolicy.take(ctx.actor, grant));
  await keepAnAdministrator(ctx, async () => {
    await sql`delete from role_grant where id = ${grantId}`.execute(ctx.db);
  });
  // A coordinator may lose sight of who has roles elsewhere only: the answer still shows them.
  const [row] = await personRows(ctx, sql`person.id = ${person.id}`);
  return { person: row ? presentPerson(ctx, row) : null };
}
