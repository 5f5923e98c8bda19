import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { CardRow } from "../desk/card-rows.ts";
import type { CardMark, CardNotes } from "../desk/judging-card.type.ts";
import type { MyCard } from "./lock-card.ts";
import type { MergedCard } from "./merge-card.ts";

/** A card's row after it was written, as {@link lockCard} would read it again. */
export type WrittenCard = CardRow & { readonly cardId: string };

/** Writes what was merged, the card made with it, in one statement; with the first mark of a stage its rubric is frozen. Answers the card as it is now. */
export async function writeCard(
  ctx: Context,
  { stage, row }: MyCard,
  merged: Pick<MergedCard, "changed" | "marks" | "notes">,
): Promise<WrittenCard> {
  const cardId = row.cardId ?? ctx.newId();
  const said = { cardId, changed: merged.changed, notes: merged.notes };
  // Most saves are a mark on a card that is there: then the card itself is not written anew.
  if (row.cardId === null || row.skippedAt !== null || notesDiffer(row, merged.notes)) await upsertCard(ctx, { stage, row }, said);
  else await upsertMarks(ctx, said, sql`select ${cardId}::uuid as id`);
  if (stage.firstMarkAt === null && merged.changed.length > 0)
    await sql`update judging_stage set first_mark_at = ${ctx.now()}, updated_at = ${ctx.now()} where id = ${stage.id}::uuid and first_mark_at is null`.execute(
      ctx.db,
    );
  return { ...row, ...merged.notes, cardId, version: Math.max(row.version, 1), state: "DRAFT", skippedAt: null, marks: merged.marks };
}

type Upsert = { readonly cardId: string; readonly changed: readonly CardMark[]; readonly notes: CardNotes };

async function upsertCard(ctx: Context, { stage, row }: MyCard, said: Upsert): Promise<void> {
  const now = ctx.now();
  const { notes } = said;
  await upsertMarks(
    ctx,
    said,
    sql`insert into scorecard as c (id, assignment_id, judging_stage_id, judge_id, entry_id, instrument_id, state, private_note,
        private_version, comment_to_applicant, applicant_version, comment_to_panel, panel_version, language, created_at, updated_at)
      values (${said.cardId}::uuid, ${row.assignmentId}::uuid, ${stage.id}::uuid, ${row.judgeId}::uuid, ${row.entryId}::uuid,
        ${stage.instrumentId}::uuid, 'DRAFT', ${notes.privateNote}, ${notes.privateVersion}, ${notes.commentToApplicant},
        ${notes.applicantVersion}, ${notes.commentToPanel}, ${notes.panelVersion}, ${ctx.language}, ${now}, ${now})
      on conflict (assignment_id) do update set private_note = excluded.private_note, private_version = excluded.private_version,
        comment_to_applicant = excluded.comment_to_applicant, applicant_version = excluded.applicant_version,
        comment_to_panel = excluded.comment_to_panel, panel_version = excluded.panel_version, skipped_at = null, updated_at = excluded.updated_at,
        language = case when excluded.applicant_version > c.applicant_version then excluded.language else c.language end
      returning id`,
  );
}

/** The marks of a card that `card` makes or names, in one statement with it. */
async function upsertMarks(ctx: Context, { changed }: Upsert, card: RawBuilder<unknown>): Promise<void> {
  await sql`with card as (${card})
    insert into mark (scorecard_id, criterion, value, comment, version, changed_at)
    select card.id, m.criterion, m.value, m.comment, m.version, ${ctx.now()}
    from card cross join jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as m(criterion text, value numeric, comment text, version int)
    on conflict (scorecard_id, criterion) do update set value = excluded.value, comment = excluded.comment, version = excluded.version,
      changed_at = excluded.changed_at`.execute(ctx.db);
}

function notesDiffer(before: CardNotes, after: CardNotes): boolean {
  return (
    before.privateVersion !== after.privateVersion ||
    before.applicantVersion !== after.applicantVersion ||
    before.panelVersion !== after.panelVersion
  );
}

/** What was done with a card as a whole. */
export type CardAct = "SIGN" | "REOPEN" | "STOP" | "ABSTAIN" | "ASK_AGAIN" | "IMPORT" | "KEY_IN";

export type CardEvent = {
  readonly cardId: string;
  readonly act: CardAct;
  readonly actedAt?: Date | null;
  readonly reason?: string | null;
  readonly detail?: object;
};

/** Adds to the history of a card, of which nothing is ever taken out. */
export async function addCardEvent(ctx: Context, { cardId, act, actedAt = null, reason = null, detail = {} }: CardEvent): Promise<void> {
  await sql`insert into scorecard_event (id, scorecard_id, act, by_id, at, acted_at, reason, detail)
    values (${ctx.newId()}, ${cardId}::uuid, ${act}, ${ctx.actor.id}::uuid, ${ctx.now()}, ${actedAt}::timestamptz, ${reason},
      ${JSON.stringify(detail)}::jsonb)`.execute(ctx.db);
}

/** Marks as an event keeps them. */
export function marksInEvent(marks: readonly CardMark[]): Readonly<Record<string, string>> {
  return Object.fromEntries(marks.flatMap(({ criterion, value }) => (value === null ? [] : [[criterion, value] as const])));
}
