import { sql } from "kysely";
import { authorize, findable } from "../../kernel/authorize.ts";
import { type Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { entryPolicy } from "../entries/entry.policy.ts";
import { entryFacts } from "../entries/load-entry.ts";
import type { EntryPresence, TouchEntryInput, TouchEntryPayload } from "./answer.type.ts";

/** Seconds after which somebody who was not heard of is taken for gone. */
export const PRESENCE_SECONDS = 60;

/** Tells that the asker has an entry open, and in which field; answers the others. Only authors are told of each other. */
export async function touchEntry(ctx: Context, input: TouchEntryInput): Promise<TouchEntryPayload> {
  const id = checkedId(input.entryId, "entryId");
  const facts = findable(await entryFacts(ctx, id), (found) => entryPolicy.view(ctx.actor, found));
  authorize(ctx.actor, entryPolicy.edit(ctx.actor, { ...facts, state: "DRAFT" }));
  const field = input.field?.slice(0, 60) ?? null;
  if (input.gone) await sql`delete from entry_presence where entry_id = ${id}::uuid and person_id = ${ctx.actor.id}::uuid`.execute(ctx.db);
  else
    await sql`insert into entry_presence as p (entry_id, person_id, field, since, seen_at)
      values (${id}::uuid, ${ctx.actor.id}::uuid, ${field}, ${ctx.now()}, ${ctx.now()})
      on conflict (entry_id, person_id) do update set field = excluded.field, seen_at = excluded.seen_at,
        since = case when p.seen_at > ${forgottenAt(ctx)} then p.since else excluded.since end`.execute(ctx.db);
  return { others: await othersAt(ctx, id) };
}

/** Who else has an entry open. */
export async function othersAt(ctx: Context, entryId: string): Promise<readonly EntryPresence[]> {
  const { rows } = await sql<EntryPresence>`select person.name, p.field, p.since, p.seen_at as "seenAt" from entry_presence p
    join person on person.id = p.person_id
    where p.entry_id = ${entryId}::uuid and p.person_id is distinct from ${ctx.actor.id}::uuid and p.seen_at > ${forgottenAt(ctx)}
    order by p.since, person.id`.execute(ctx.db);
  return rows;
}

function forgottenAt(ctx: Context): Date {
  return new Date(ctx.now().getTime() - PRESENCE_SECONDS * 1000);
}
