import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import type { PlannedCard } from "./plan-marks.ts";

/** Writes planned cards as signed ones, with the assignments that they lack: a few statements, however many there are. */
export async function applyMarks(ctx: Context, stage: JudgingStageFacts, planned: readonly PlannedCard[]): Promise<void> {
  const cards = planned.map((card) => ({ ...card, assignmentId: card.assignmentId ?? ctx.newId(), fresh: card.assignmentId === null }));
  const rows = JSON.stringify(
    cards.map(({ assignmentId, judgeId, entryId, fresh, line }) => ({ assignmentId, judgeId, entryId, fresh, line })),
  );
  const now = ctx.now();
  await sql`insert into assignment (id, judging_stage_id, judge_id, entry_id, origin, because, position, assigned_by, assigned_at)
    select c."assignmentId", ${stage.id}::uuid, c."judgeId", c."entryId", 'FILE', '{"kind": "FILE"}',
      coalesce((select max(position) from assignment where judging_stage_id = ${stage.id}::uuid and judge_id = c."judgeId"), 0)
        + row_number() over (partition by c."judgeId" order by c.line)::int, ${ctx.actor.id}::uuid, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as c("assignmentId" uuid, "judgeId" uuid, "entryId" uuid, fresh boolean, line int)
    where c.fresh`.execute(ctx.db);
  await sql`insert into scorecard (id, assignment_id, judging_stage_id, judge_id, entry_id, instrument_id, state, outcome, signed_at, created_at, updated_at)
    select gen_random_uuid(), c."assignmentId", ${stage.id}::uuid, c."judgeId", c."entryId", ${stage.instrumentId}::uuid, 'SIGNED', 'SCORED',
      ${now}, ${now}, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as c("assignmentId" uuid, "judgeId" uuid, "entryId" uuid)
    on conflict (assignment_id) do update set state = 'SIGNED', outcome = 'SCORED', signed_at = excluded.signed_at, asked_again = null,
      skipped_at = null, instrument_id = excluded.instrument_id, version = scorecard.version + 1, updated_at = excluded.updated_at`.execute(
    ctx.db,
  );
  await writeMarks(ctx, cards);
  await sql`update judging_stage set first_mark_at = ${now} where id = ${stage.id}::uuid and first_mark_at is null`.execute(ctx.db);
}

async function writeMarks(
  ctx: Context,
  cards: readonly { readonly assignmentId: string; readonly marks: PlannedCard["marks"] }[],
): Promise<void> {
  const marks = JSON.stringify(cards.map(({ assignmentId, marks: given }) => ({ assignmentId, marks: given })));
  await sql`insert into mark (scorecard_id, criterion, value, changed_at)
    select s.id, m.key, m.value::numeric, ${ctx.now()}
    from jsonb_to_recordset(${marks}::jsonb) as c("assignmentId" uuid, marks jsonb) join scorecard s on s.assignment_id = c."assignmentId"
    cross join jsonb_each_text(c.marks) m
    on conflict (scorecard_id, criterion) do update set value = excluded.value, version = mark.version + 1, changed_at = excluded.changed_at`.execute(
    ctx.db,
  );
  await sql`insert into scorecard_event (id, scorecard_id, act, by_id, at, detail)
    select gen_random_uuid(), s.id, 'IMPORT', ${ctx.actor.id}::uuid, ${ctx.now()}, jsonb_build_object('outcome', 'SCORED', 'marks', c.marks)
    from jsonb_to_recordset(${marks}::jsonb) as c("assignmentId" uuid, marks jsonb) join scorecard s on s.assignment_id = c."assignmentId"`.execute(
    ctx.db,
  );
}
