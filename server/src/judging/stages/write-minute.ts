import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";

/** NOTE: what was said. LINE, OUTCOME, REOPENED, STATE: what the chair decided, with `detail`. */
export const MINUTE_KINDS = ["NOTE", "LINE", "OUTCOME", "REOPENED", "STATE"] as const;
export type MinuteKind = (typeof MINUTE_KINDS)[number];

export type NewMinute = {
  readonly stageId: string;
  readonly kind: MinuteKind;
  readonly text: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Adds to the minutes of a stage; nothing is ever taken out of them. Refuses REQUIRED and TOO_LONG at `text`. */
export async function writeMinute(ctx: Context, { stageId, kind, text, detail = {} }: NewMinute): Promise<void> {
  const said = text.trim();
  if (said === "") throw new Refusal("REQUIRED", { field: "text" });
  if (said.length > LIMITS.descriptionLength) throw new Refusal("TOO_LONG", { field: "text", values: { max: LIMITS.descriptionLength } });
  await sql`insert into minute (id, judging_stage_id, kind, text, detail, by_id, at)
    values (${ctx.newId()}, ${stageId}::uuid, ${kind}, ${said}, ${JSON.stringify(detail)}::jsonb, ${ctx.actor.id}::uuid, ${ctx.now()})`.execute(
    ctx.db,
  );
}
