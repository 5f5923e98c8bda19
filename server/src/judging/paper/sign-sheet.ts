import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { addCardEvent } from "../cards/write-card.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import type { SheetContent } from "./sheet-content.ts";
import type { SheetRow } from "./sheet-rows.ts";

/** A sheet that two people read alike becomes its judge's signed card; what the judge may have drafted beside it is replaced, notes for themselves apart. */
export async function signSheet(
  ctx: Context,
  stage: JudgingStageFacts,
  { assignmentId, judgeId, entryId, content }: Pick<SheetRow, "assignmentId" | "judgeId" | "entryId"> & { readonly content: SheetContent },
): Promise<void> {
  const now = ctx.now();
  const { rows } = await sql<{
    id: string;
  }>`insert into scorecard as c (id, assignment_id, judging_stage_id, judge_id, entry_id, instrument_id,
      state, outcome, fail_reasons, abstain_reason, comment_to_applicant, applicant_version, comment_to_panel, panel_version,
      language, signed_at, created_at, updated_at)
    values (${ctx.newId()}, ${assignmentId}::uuid, ${stage.id}::uuid, ${judgeId}::uuid, ${entryId}::uuid, ${stage.instrumentId}::uuid, 'SIGNED',
      ${content.outcome}, ${[...content.failReasons]}::text[], ${content.abstainReason}, ${content.commentToApplicant}, 1,
      ${content.commentToPanel}, 1, (select p.language from judge j join person p on p.id = j.person_id where j.id = ${judgeId}::uuid), ${now}, ${now}, ${now})
    on conflict (assignment_id) do update set state = 'SIGNED', outcome = excluded.outcome, fail_reasons = excluded.fail_reasons,
      abstain_reason = excluded.abstain_reason, comment_to_applicant = excluded.comment_to_applicant, applicant_version = c.applicant_version + 1,
      comment_to_panel = excluded.comment_to_panel, panel_version = c.panel_version + 1, language = excluded.language, signed_at = excluded.signed_at, acted_at = null,
      in_grace = false, asked_again = null, skipped_at = null, instrument_id = excluded.instrument_id, version = c.version + 1, updated_at = excluded.updated_at
    returning id`.execute(ctx.db);
  const cardId = rows[0]?.id;
  if (cardId === undefined) throw new Error(`the card of ${assignmentId} was not written`);
  const marks = Object.entries(content.marks).map(([criterion, mark]) => ({ criterion, ...mark }));
  await sql`delete from mark where scorecard_id = ${cardId}::uuid and not criterion = any(${marks.map(({ criterion }) => criterion)}::text[])`.execute(
    ctx.db,
  );
  await sql`insert into mark (scorecard_id, criterion, value, comment, changed_at)
    select ${cardId}::uuid, m.criterion, m.value, m.comment, ${now}
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(criterion text, value numeric, comment text)
    on conflict (scorecard_id, criterion) do update set value = excluded.value, comment = excluded.comment, version = mark.version + 1,
      changed_at = excluded.changed_at`.execute(ctx.db);
  await addCardEvent(ctx, { cardId, act: "KEY_IN", detail: content });
  await sql`update keyed_sheet set settled_at = ${now} where assignment_id = ${assignmentId}::uuid`.execute(ctx.db);
  await sql`update judging_stage set first_mark_at = ${now} where id = ${stage.id}::uuid and first_mark_at is null`.execute(ctx.db);
}
