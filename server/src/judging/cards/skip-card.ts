import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { cardView } from "../desk/card-view.ts";
import type { CardPayload, SkipCardInput } from "./card.inputs.ts";
import { timeOfAct } from "./card-time.ts";
import { lockCard } from "./lock-card.ts";
import { writeCard } from "./write-card.ts";

/** Puts a card off to the end of the queue, or takes it up again; what was marked stays. Refuses as saving does. */
export async function skipCard(ctx: Context, { assignmentId, skip }: SkipCardInput): Promise<CardPayload> {
  const mine = await lockCard(ctx, assignmentId, null);
  const { stage, row } = mine;
  timeOfAct({ ...mine, claimed: null, now: ctx.now() });
  const card =
    row.cardId === null ? await writeCard(ctx, mine, { changed: [], marks: row.marks, notes: row }) : { ...row, cardId: row.cardId };
  await sql`update scorecard set skipped_at = ${skip ? ctx.now() : null}::timestamptz, updated_at = ${ctx.now()} where id = ${card.cardId}::uuid`.execute(
    ctx.db,
  );
  return { card: cardView(ctx, stage, { ...card, skippedAt: skip ? ctx.now().toISOString() : null }) };
}
