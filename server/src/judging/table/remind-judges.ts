import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { writeLetters } from "../../mail/write-letter.ts";
import { type JudgingStageFacts, lockStage, refuseUnlessIn } from "../stages/load-stage.ts";
import type { RemindedJudge, RemindJudgesInput, RemindJudgesPayload } from "./remind.inputs.ts";

/** No judge gets two of these letters within so many milliseconds. */
const ONCE_IN = 24 * 60 * 60 * 1000;

/**
 * The chair writes to judges what they have left to sign and by when, in their language, once in 24 hours. Refuses NOT_FOUND to who does not
 * lead the judging, WRONG_STATE unless cards are being signed, UNKNOWN_REFERENCE for a judge who is not of the stage.
 */
export async function remindJudges(ctx: Context, input: RemindJudgesInput): Promise<RemindJudgesPayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  refuseUnlessIn(stage, "CALIBRATING", "SCORING");
  const rows = await judgesAtWork(ctx, stage);
  const asked = input.judgeIds?.map((id) => checkedId(id, "judgeIds")) ?? null;
  const unknown = asked?.filter((id) => rows.every((row) => row.id !== id)) ?? [];
  refuseAll(unknown.map((value) => new Refusal("UNKNOWN_REFERENCE", { field: "judgeIds", values: { value } })));
  const told = rows.filter(({ id, left }) => (asked ? asked.includes(id) : left > 0)).map((row) => ({ row, because: reasonNot(ctx, row) }));
  const reached = told.filter(({ because }) => because === null).map(({ row }) => row);
  if (!input.dryRun) await writeTo(ctx, stage, reached);
  return { judges: told.map(({ row: { id, judge, name, left }, because }) => ({ id, judge, name, left, because })) };
}

type AtWork = Omit<RemindedJudge, "because"> & {
  readonly email: string;
  readonly language: Language;
  readonly names: LocalizedText;
  readonly remindedAt: string | null;
};

function reasonNot(ctx: Context, { left, remindedAt }: AtWork): string | null {
  if (left === 0) return "NOTHING_LEFT";
  return remindedAt !== null && ctx.now().getTime() - new Date(remindedAt).getTime() < ONCE_IN ? "REMINDED" : null;
}

async function writeTo(ctx: Context, stage: JudgingStageFacts, judges: readonly AtWork[]): Promise<void> {
  await writeLetters(
    ctx,
    judges.map(({ names, name, email, language, left }) => ({
      to: { name, email, language },
      letter: {
        kind: "CARDS_DUE",
        round: pickText(names, language) || stage.roundCode,
        stage: pickText(stage.names, language) || stage.stage,
        stageId: stage.id,
        left,
        until: stage.endsAt,
        timeZone: stage.timeZone,
      },
    })),
  );
  await sql`update judge_seat set reminded_at = ${ctx.now()} where stage = ${stage.stage} and judge_id = any(${judges.map(({ id }) => id)}::uuid[])`.execute(
    ctx.db,
  );
}

/** Judges with a seat who accepted, by code, with what they have not signed; while calibrating, of the calibration entries. */
async function judgesAtWork(ctx: Context, stage: JudgingStageFacts): Promise<readonly AtWork[]> {
  const all = stage.state !== "CALIBRATING";
  const { rows } = await sql<AtWork>`select j.id, j.code as judge, p.name, p.email, p.language, r.names, seat.reminded_at as "remindedAt",
      ((select count(*) from assignment a join judged_entry je on je.judging_stage_id = a.judging_stage_id and je.entry_id = a.entry_id
          where a.judging_stage_id = ${stage.id}::uuid and a.judge_id = j.id and a.ended_at is null and (${all} or je.calibration)
            and not exists (select from scorecard c where c.assignment_id = a.id and c.state = 'SIGNED'))
        + (select count(*) from comparison c where c.judging_stage_id = ${stage.id}::uuid and c.judge_id = j.id and c.answered_at is null))::int as left
    from judge j join person p on p.id = j.person_id join round r on r.id = j.round_id
    join judge_seat seat on seat.judge_id = j.id and seat.stage = ${stage.stage}
    where j.round_id = ${stage.roundId}::uuid and j.state = 'ACCEPTED' and not j.waiting and p.disabled_at is null
    order by j.code collate "C"`.execute(ctx.db);
  return rows;
}
