import { type Language, pickText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { takeOutOfJudging } from "../stages/take-out.ts";
import type { AnswerObjectionInput, ObjectionPayload, ObjectionState } from "./objection.type.ts";
import { findWindow } from "./objection-window.ts";
import { readObjections } from "./read-objections.ts";

/**
 * Answers an objection, once, and writes to who made it in the language they wrote in; an upheld one may take the entry out of the judging.
 * Refuses NOT_FOUND, FORBIDDEN, REQUIRED and TOO_LONG at `answer`, STALE_VERSION, WRONG_STATE when it was answered.
 */
export async function answerObjection(ctx: Context, input: AnswerObjectionInput): Promise<ObjectionPayload> {
  const answer = input.answer.trim();
  const { rows } =
    await sql<Found>`select o.id, o.round_id as "roundId", o.entry_id as "entryId", o.state, o.version, o.name, o.email, o.language,
      e.reference, e.title from objection o join entry e on e.id = o.entry_id where o.id = ${checkedId(input.id)}::uuid for update of o`.execute(
      ctx.db,
    );
  const [found] = rows;
  const window = found ? await findWindow(ctx, { id: found.roundId }) : null;
  const objection = findable(window && found, () => window !== null && judgingPolicy.oversee(ctx.actor, window));
  if (!window) throw new Refusal("NOT_FOUND");
  authorize(ctx.actor, judgingPolicy.lead(ctx.actor, window));
  if (answer === "") throw new Refusal("REQUIRED", { field: "answer" });
  if (answer.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "answer", values: { max: LIMITS.reasonLength } });
  if (objection.state !== "OPEN") throw new Refusal("WRONG_STATE", { values: { state: objection.state } });
  if (objection.version !== input.version) throw new Refusal("STALE_VERSION", { field: "version" });
  await becauseOf(ctx, answer);
  const state: ObjectionState = input.uphold ? "UPHELD" : "DISMISSED";
  await sql`update objection set state = ${state}, answer = ${answer}, answered_by = ${ctx.actor.id}::uuid, answered_at = ${ctx.now()}, version = version + 1
    where id = ${objection.id}::uuid`.execute(ctx.db);
  if (input.uphold && input.takeOut) await takeOutOfJudging(ctx, { roundId: window.roundId, entryId: objection.entryId, reason: answer });
  await writeLetter(ctx, objection, {
    kind: "OBJECTION_ANSWERED",
    round: pickText(window.roundNames, objection.language) || window.roundCode,
    code: window.roundCode,
    entry: `${objection.reference} · ${objection.title}`,
    upheld: input.uphold,
    text: answer,
  });
  return { round: await readObjections(ctx, window.roundId) };
}

type Found = {
  readonly id: string;
  readonly roundId: string;
  readonly entryId: string;
  readonly state: ObjectionState;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly reference: string;
  readonly title: string;
};
