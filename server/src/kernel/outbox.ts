import { sql } from "kysely";
import type { Context } from "./context.ts";
import { defineJob, enqueue, type Job } from "./jobs/jobs.ts";

/** Something that happened, told rightwards: written in the transaction that made it happen, handled after its commit, at least once. */
export type DomainEvent = { readonly type: string; readonly payload: object };

/** Takes part in handling events of one type; handlers bear repetition. */
export type EventHandler = { readonly type: string; readonly handle: (ctx: Context, payload: never, eventId: string) => Promise<void> };

const handlers: EventHandler[] = [];

/** Registers a handler; `app.ts` does so once at start, for every feature that listens. */
export function onEvent(handler: EventHandler): void {
  handlers.push(handler);
}

/** Tells the world rightwards of this act, in the same transaction. */
export async function emit(ctx: Context, event: DomainEvent): Promise<void> {
  const { rows } = await sql<{ id: string }>`insert into outbox_event (type, payload)
    values (${event.type}, ${JSON.stringify(event.payload)}::jsonb) returning id`.execute(ctx.db);
  const [row] = rows;
  if (row) await enqueue(ctx, deliverEvent, { payload: { id: String(row.id) } });
}

/**
 * Notes, in the handler's transaction, that it has dealt with the event; false when it had before. What it writes in that transaction is then
 * written once, however often the event is delivered.
 */
export async function claimEvent(ctx: Context, eventId: string, handler: string): Promise<boolean> {
  const { rows } =
    await sql`update outbox_event set payload = jsonb_set(payload, '{handledBy}', coalesce(payload -> 'handledBy', '[]') || to_jsonb(${handler}::text))
    where id = ${eventId} and not coalesce(payload -> 'handledBy', '[]') @> to_jsonb(${handler}::text) returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Hands one event to its handlers, once all of them have gone through it is marked delivered. */
export const deliverEvent: Job<{ readonly id: string }> = defineJob({
  name: "deliver-event",
  run: async (ctx, { id }) => {
    const { rows } = await sql<{ type: string; payload: never }>`select type, payload from outbox_event
      where id = ${id} and delivered_at is null`.execute(ctx.db);
    const [event] = rows;
    if (!event) return;
    for (const handler of handlers.filter(({ type }) => type === event.type)) await handler.handle(ctx, event.payload, id);
    await sql`update outbox_event set delivered_at = now() where id = ${id}`.execute(ctx.db);
  },
});
