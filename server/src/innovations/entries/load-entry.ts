import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Entry } from "./entry.entity.ts";
import { type EntryFacts, entryPolicy } from "./entry.policy.ts";

/** An entry to act on, with what its policy asks. */
export type LoadedEntry = { readonly entry: Entry; readonly facts: EntryFacts };

/**
 * An entry for a verb, its row locked until the transaction ends. Refuses NOT_FOUND to whoever may not see it, as if it were not there, and
 * FORBIDDEN to whoever sees it but may not do this.
 */
export async function loadEntryFor(ctx: Context, id: string, may: (facts: EntryFacts) => boolean): Promise<LoadedEntry> {
  const facts = findable(await entryFacts(ctx, id), (found) => entryPolicy.view(ctx.actor, found));
  const entry = await ctx.em.findOneOrFail(Entry, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  const now = { ...facts, state: entry.state };
  authorize(ctx.actor, may(now));
  return { entry, facts: now };
}

/** What a policy asks of an entry, by its id; null when there is none. Tells nobody anything by itself. */
export async function entryFacts(ctx: Context, id: string): Promise<EntryFacts | null> {
  const { rows } =
    await sql<EntryFacts>`select e.kind, e.state, place.path::text as path, e.agency_id as "agencyId", e.round_id as "roundId"
    from entry e join jurisdiction place on place.id = e.jurisdiction_id where e.id = ${id}::uuid`.execute(ctx.db);
  return rows[0] ?? null;
}
