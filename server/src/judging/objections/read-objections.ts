import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { judgingPolicy } from "../judging.policy.ts";
import type { Objection, ObjectionRound } from "./objection.type.ts";
import { findWindow, isShown } from "./objection-window.ts";

/** The objections of a round with who made them, for whoever oversees its judging. Refuses NOT_FOUND to others, and for a round without. */
export async function readObjections(ctx: Context, roundId: string): Promise<ObjectionRound> {
  const window = findable(await findWindow(ctx, { id: checkedId(roundId, "roundId") }), (facts) => judgingPolicy.oversee(ctx.actor, facts));
  const { rows } =
    await sql<Objection>`select o.id, o.entry_id as "entryId", e.reference, e.title, o.ground, o.text, o.language, o.name, o.email,
      o.made_at as "madeAt", o.state, o.answer, person.name as "answeredBy", o.answered_at as "answeredAt", o.version
    from objection o join entry e on e.id = o.entry_id left join person on person.id = o.answered_by
    where o.round_id = ${window.roundId}::uuid order by o.id desc limit 1000`.execute(ctx.db);
  const names = new Map(window.grounds.map((ground) => [ground.code, pickText(ground.names, ctx.language)]));
  return {
    id: window.roundId,
    code: window.roundCode,
    startsAt: window.startsAt,
    endsAt: window.endsAt,
    timeZone: window.timeZone,
    isShown: isShown(window, ctx.now()),
    objections: rows.map((row) => ({ ...row, ground: names.get(row.ground) ?? row.ground })),
    canAnswer: judgingPolicy.lead(ctx.actor, window),
  };
}
