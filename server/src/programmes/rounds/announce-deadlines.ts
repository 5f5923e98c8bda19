import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { claimEvent, type EventHandler } from "../../kernel/outbox.ts";
import type { ChangedStage, StageTimes } from "../../mail/custody-letters.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import type { DeadlineChange } from "./write-stages.ts";

type Payload = { readonly roundId: string; readonly reason: string; readonly changes: readonly DeadlineChange[] };

/** Writes to everybody who takes part in a round that its dates have changed, each in their language, in one transaction and once. */
export const announceDeadlines: EventHandler = {
  type: "round.deadlines-changed",
  handle: async (ctx: Context, payload: Payload, eventId: string) => {
    await atomically(ctx, { verb: "announceDeadlines" }, async () => {
      if (!(await claimEvent(ctx, eventId, "announce-deadlines"))) return;
      const { rows } =
        await sql<RoundRow>`select id, code, names, time_zone as "timeZone" from round where id = ${payload.roundId}::uuid`.execute(ctx.db);
      const [round] = rows;
      if (!round) return;
      for (const person of await participants(ctx, round.id)) await writeLetter(ctx, person, letterTo(person, round, payload));
    });
  },
};

type RoundRow = { readonly id: string; readonly code: string; readonly names: LocalizedText; readonly timeZone: string };
type Person = { readonly name: string; readonly email: string; readonly language: Language };

function letterTo({ language }: Person, { code, names, timeZone }: RoundRow, { reason, changes }: Payload) {
  const said = changes.map(
    (change): ChangedStage => ({
      stage: pickText(change.names, language) || change.stage,
      before: timesOf(change.before),
      after: timesOf(change.after),
    }),
  );
  return { kind: "DEADLINES_CHANGED" as const, round: pickText(names, language) || code, code, timeZone, reason, changes: said };
}

function timesOf(dates: DeadlineChange["before"]): StageTimes | null {
  return dates && { from: new Date(dates.startsAt), until: new Date(dates.endsAt) };
}

/** Active people with work in the round: a role for it, or for a place or office in its area or above it. */
async function participants(ctx: Context, roundId: string): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`select p.name, p.email, p.language from person p
    where p.disabled_at is null and exists (select from auth_account a where a.user_id = p.id) and exists (
      select from role_grant g left join agency on agency.id = g.agency_id
        left join jurisdiction area on area.id = coalesce(g.jurisdiction_id, agency.jurisdiction_id),
        round r join jurisdiction place on place.id = r.jurisdiction_id
      where g.person_id = p.id and r.id = ${roundId}::uuid and g.role not in ('ADMINISTRATOR', 'AUDITOR')
        and (g.scope = 'PLATFORM' or g.round_id = r.id or area.path <@ place.path or (g.scope = 'JURISDICTION' and area.path @> place.path)))
    order by p.id`.execute(ctx.db);
  return rows;
}
