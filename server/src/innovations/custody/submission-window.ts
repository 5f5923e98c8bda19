import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import type { EntryState } from "../entries/entry-states.ts";

/** What decides when an entry may be handed in. Instants; null where the round has no such stage. */
export type SubmissionWindow = {
  readonly roundState: RoundState;
  readonly timeZone: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly graceMinutes: number;
  /** End of the coordinators' check, its grace included. */
  readonly checkEndsAt: Date | null;
  /** Days that an author has at least to mend an entry that came back. */
  readonly resubmitDays: number;
};

/** An entry as far as its deadline goes. */
export type HeldEntry = { readonly state: EntryState; readonly heldSince: Date };

/** Until when an entry is handed in on time, and until when at all; null: the round takes none. */
export type EntryDeadline = { readonly endsAt: Date | null; readonly graceEndsAt: Date | null };

/** The window of a round: from its submission stages (without one it takes no entries), its check and its instrument. */
export async function submissionWindow(ctx: Context, roundId: string): Promise<SubmissionWindow | null> {
  return (await submissionWindows(ctx, [roundId])).get(roundId) ?? null;
}

/** The windows of rounds, by their ids, in one statement. */
export async function submissionWindows(ctx: Context, roundIds: readonly string[]): Promise<ReadonlyMap<string, SubmissionWindow>> {
  const { rows } =
    await sql<WindowRow>`select r.id, r.state as "roundState", r.time_zone as "timeZone", min(s.starts_at) filter (where s.kind = 'SUBMISSION') as "opensAt",
      max(s.ends_at) filter (where s.kind = 'SUBMISSION') as "closesAt",
      coalesce(max(s.grace_minutes) filter (where s.kind = 'SUBMISSION'), 0)::int as "graceMinutes",
      max(s.ends_at + make_interval(mins => s.grace_minutes)) filter (where s.kind = 'CHECK') as "checkEndsAt",
      coalesce((select (i.definition #>> '{custody,resubmitDays}')::int from instrument i where i.round_id = r.id
        order by i.number desc limit 1), ${RESUBMIT_DAYS}::int) as "resubmitDays"
    from round r left join stage s on s.round_id = r.id where r.id = any(${[...roundIds]}::uuid[]) group by r.id`.execute(ctx.db);
  return new Map(
    rows.map(({ id, opensAt, closesAt, checkEndsAt, ...window }) => [
      id,
      { ...window, opensAt: dateOf(opensAt), closesAt: dateOf(closesAt), checkEndsAt: dateOf(checkEndsAt) },
    ]),
  );
}

/**
 * The deadline of an entry. A draft has the submission's end and its grace. One that came back has, whichever is latest, that, the check's
 * end, and some days from its return: an author does not pay for an approver's delay.
 */
export function deadlineOf(window: SubmissionWindow, entry: HeldEntry): EntryDeadline {
  const { closesAt, graceMinutes, checkEndsAt, resubmitDays } = window;
  if (closesAt === null) return { endsAt: null, graceEndsAt: null };
  const graceEndsAt = new Date(closesAt.getTime() + graceMinutes * 60_000);
  if (entry.state !== "RETURNED") return { endsAt: closesAt, graceEndsAt };
  const mended = new Date(entry.heldSince.getTime() + resubmitDays * DAY);
  const later = latest([closesAt, ...(checkEndsAt ? [checkEndsAt] : []), mended]);
  return { endsAt: later, graceEndsAt: latest([graceEndsAt, later]) };
}

/** Where an instant lies: before the round takes entries, on time, in the time of grace, or after it. */
export function whenOf(window: SubmissionWindow, entry: HeldEntry, at: Date): "BEFORE" | "ON_TIME" | "IN_GRACE" | "AFTER" {
  const { endsAt, graceEndsAt } = deadlineOf(window, entry);
  if (window.opensAt === null || endsAt === null || graceEndsAt === null || at < window.opensAt) return "BEFORE";
  if (at < endsAt) return "ON_TIME";
  return at < graceEndsAt ? "IN_GRACE" : "AFTER";
}

/** Days that an author has at least to mend an entry, where the instrument says nothing. */
const RESUBMIT_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

type WindowRow = Omit<SubmissionWindow, "opensAt" | "closesAt" | "checkEndsAt"> & {
  readonly id: string;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly checkEndsAt: string | null;
};

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function latest(instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant.getTime())));
}
