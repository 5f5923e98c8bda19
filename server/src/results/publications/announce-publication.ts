import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import { defineJob, enqueue, type Job } from "../../kernel/jobs/jobs.ts";
import { emit } from "../../kernel/outbox.ts";

/** At the end of an embargo: tells rightwards, once, that the public sees the results from now on. */
export const announcePublication: Job<{ readonly publicationId: string }> = defineJob({
  name: "announce-publication",
  run: async (ctx, { publicationId }) => {
    await atomically(ctx, { verb: "announcePublication" }, async () => {
      // Twice in the queue, it would be told twice: each waits here until the other has told.
      await sql`select pg_advisory_xact_lock(hashtext(${`announce-publication:${publicationId}`}))`.execute(ctx.db);
      const { rows } = await sql<{ roundId: string; number: number; publicFrom: string; isTold: boolean }>`
        select round_id as "roundId", number, public_from as "publicFrom",
          exists (select from outbox_event where type = 'round.public' and payload ->> 'publicationId' = p.id::text) as "isTold"
        from publication p where id = ${publicationId}::uuid`.execute(ctx.db);
      const [found] = rows;
      if (!found || found.isTold) return;
      const { roundId, number } = found;
      const publicFrom = new Date(found.publicFrom);
      if (publicFrom > ctx.now()) return enqueue(ctx, announcePublication, { payload: { publicationId }, runAt: publicFrom });
      await emit(ctx, { type: "round.public", payload: { roundId, publicationId, number } });
    });
  },
});
