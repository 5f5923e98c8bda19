import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { checkVersion } from "../../people/person-rules.ts";
import { neededReason } from "../conflicts/write-conflict.ts";
import { writeInvitation } from "../invitations/write-invitation.ts";
import { judgingPolicy } from "../judging.policy.ts";
import type { JudgePayload, LeaveJudgingInput, ResendJudgeInput, SeatJudgeInput } from "./judge.inputs.ts";
import { readJudge } from "./list-judges.ts";
import { isOwn, lockAnyJudge, lockJudge, refuseUnlessRunning, refuseUnlessState } from "./load-judge.ts";
import { checkSeats, roundJury, writeSeats } from "./round-jury.ts";
import { tellChairs } from "./tell-chairs.ts";

/** Writes the invitation again. Refuses WRONG_STATE once it was answered. */
export async function resendJudge(ctx: Context, input: ResendJudgeInput): Promise<JudgePayload> {
  const judge = await lockJudge(ctx, checkedId(input.judgeId, "judgeId"));
  refuseUnlessRunning(judge);
  refuseUnlessState(judge, "INVITED");
  await sql`update judge set invited_at = ${ctx.now()}, updated_at = ${ctx.now()} where id = ${judge.id}::uuid`.execute(ctx.db);
  await writeInvitation(ctx, judge.id);
  return { judge: await readJudge(ctx, judge.id) };
}

/** Says where a judge sits, whether they stand by, how much they take. Refuses STALE_VERSION, UNKNOWN_REFERENCE, INVALID_VALUE. */
export async function seatJudge(ctx: Context, input: SeatJudgeInput): Promise<JudgePayload> {
  const judge = await lockJudge(ctx, checkedId(input.judgeId, "judgeId"));
  refuseUnlessRunning(judge);
  refuseUnlessState(judge, "INVITED", "ACCEPTED");
  checkVersion(judge, input.version);
  checkSeats((await roundJury(ctx, judge.roundId)).instrument, input.seats);
  const capacity = checkedCapacity(input.capacity);
  await writeSeats(ctx, [judge.id], input.seats);
  await sql`update judge set waiting = ${input.waiting}, capacity = ${capacity}::int, version = version + 1, updated_at = ${ctx.now()}
    where id = ${judge.id}::uuid`.execute(ctx.db);
  return { judge: await readJudge(ctx, judge.id) };
}

/**
 * A judge judges no more, by their own act or that of who leads: open assignments end (JUDGE_LEFT), drafts with them; signed cards stay and
 * count. The role for the round is taken. The chairs are told when it is the judge's own act. Refuses REASON_REQUIRED, and WRONG_STATE for one
 * who declined or left.
 */
export async function leaveJudging(ctx: Context, input: LeaveJudgingInput): Promise<JudgePayload> {
  const judge = findable(
    await lockAnyJudge(ctx, checkedId(input.judgeId, "judgeId")),
    (found) => judgingPolicy.lead(ctx.actor, found) || isOwn(ctx, found),
  );
  refuseUnlessRunning(judge);
  refuseUnlessState(judge, "INVITED", "ACCEPTED");
  const reason = neededReason(input.reason);
  await becauseOf(ctx, reason);
  const { rows } =
    await sql`update assignment a set ended_at = ${ctx.now()}, ended_by = ${ctx.actor.id}::uuid, end_kind = 'JUDGE_LEFT', end_reason = ${reason}
    from judging_stage s where a.judge_id = ${judge.id}::uuid and a.ended_at is null and s.id = a.judging_stage_id and s.state <> 'CLOSED'
    returning a.id`.execute(ctx.db);
  await endJudge(ctx, { id: judge.id, state: "LEFT", reason });
  if (isOwn(ctx, judge))
    await tellChairs(ctx, judge.roundId, (_chair, round) => ({
      kind: "JUDGE_LEFT",
      ...round,
      judge: `${judge.code} ${judge.name}`,
      reason,
    }));
  return { judge: judgingPolicy.lead(ctx.actor, judge) ? await readJudge(ctx, judge.id) : null, ended: rows.length };
}

/** Notes that a judge declined or left, and takes their role for the round. */
export async function endJudge(
  ctx: Context,
  { id, state, reason }: { readonly id: string; readonly state: "DECLINED" | "LEFT"; readonly reason: string | null },
): Promise<void> {
  await sql`update judge set state = ${state}, left_reason = ${reason}, answered_at = coalesce(answered_at, ${ctx.now()}), version = version + 1,
    updated_at = ${ctx.now()} where id = ${id}::uuid`.execute(ctx.db);
  await sql`delete from role_grant g using judge j where j.id = ${id}::uuid and g.person_id = j.person_id and g.role = 'JUDGE' and g.round_id = j.round_id`.execute(
    ctx.db,
  );
}

/** How many entries a judge takes at most; null: what the stage says. Refuses INVALID_VALUE outside 0 to 1000. */
export function checkedCapacity(capacity: number | null | undefined): number | null {
  if (capacity === null || capacity === undefined) return null;
  if (capacity < 0 || capacity > 1000) throw new Refusal("INVALID_VALUE", { field: "capacity", values: { value: capacity } });
  return capacity;
}
