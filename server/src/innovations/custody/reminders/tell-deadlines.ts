import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import { instantOfLocal, localOfInstant } from "../../../programmes/rounds/zoned-time.ts";
import { deadlineOf, submissionWindow } from "../submission-window.ts";
import { holdersOf } from "./holders.ts";
import type { RemindedRound } from "./remind-custody.ts";
import { type Telling, writeEntryLetters } from "./write-entry-letters.ts";

/** Reminds the authors of drafts and returned entries whose deadline is so many days away, once a day named by the instrument. */
export async function tellDeadlines(ctx: Context, round: RemindedRound): Promise<number> {
  const window = round.remindDaysBefore.length > 0 ? await submissionWindow(ctx, round.id) : null;
  if (window?.roundState !== "OPEN") return 0;
  const now = ctx.now();
  const { rows } = await sql<{ id: string; state: "DRAFT" | "RETURNED"; heldSince: string }>`select id, state, held_since as "heldSince"
    from entry where round_id = ${round.id}::uuid and state in ('DRAFT', 'RETURNED')`.execute(ctx.db);
  const due = new Map<string, { readonly mark: Date; readonly deadline: Date }>();
  for (const { id, state, heldSince } of rows) {
    const since = new Date(heldSince);
    const { endsAt } = deadlineOf(window, { state, heldSince: since });
    const mark = endsAt && endsAt > now ? lastMark(endsAt, round, now) : null;
    if (endsAt && mark && since < mark) due.set(id, { mark, deadline: endsAt });
  }
  const ids = [...due.keys()];
  const told = await lastTold(ctx, ids);
  const tellings = (await holdersOf(ctx, ids, "HOLDER")).flatMap((to): readonly Telling[] => {
    const entry = due.get(to.entryId);
    const before = told.get(`${to.entryId}:${to.personId}`);
    return entry && !(before && before >= entry.mark) ? [{ to, at: entry.deadline }] : [];
  });
  return writeEntryLetters(ctx, { kind: "DEADLINE", tellings });
}

/** The beginning, in the round's zone, of the last day of reminding that has begun; null before the first. */
export function lastMark(
  deadline: Date,
  { remindDaysBefore, timeZone }: Pick<RemindedRound, "remindDaysBefore" | "timeZone">,
  now: Date,
): Date | null {
  const day = localOfInstant(deadline, timeZone).slice(0, 10);
  const marks = remindDaysBefore.map((days) => {
    const marked = new Date(Date.parse(`${day}T00:00:00Z`) - days * 24 * 60 * 60 * 1000);
    return instantOfLocal(`${marked.toISOString().slice(0, 10)}T00:00`, timeZone, "remindDaysBefore").getTime();
  });
  const begun = marks.filter((mark) => mark <= now.getTime());
  return begun.length > 0 ? new Date(Math.max(...begun)) : null;
}

async function lastTold(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ key: string; at: string }>`select entry_id || ':' || person_id as key, max(sent_at) as at from entry_reminder
    where kind = 'DEADLINE' and entry_id = any(${[...ids]}::uuid[]) group by 1`.execute(ctx.db);
  return new Map(rows.map(({ key, at }) => [key, new Date(at)]));
}
