import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { HomeTask } from "../../programmes/home/home.type.ts";
import { BARE_TASK } from "../../programmes/home/home-source.ts";
import { CONDUCT_DUE } from "../judges/conduct-due.ts";

/** What waits for a judge: invitations to answer, a code of conduct that has changed since they accepted it, and entries whose cards are not signed in stages that are being scored. Their own only. */
export async function judgingTasks(ctx: Context): Promise<readonly HomeTask[]> {
  if (!ctx.actor.id) return [];
  const { rows } = await sql<Row>`select 'ANSWER_INVITATION' as verb, j.id, 1 as count, j.invited_at as since, null::timestamptz as "dueAt",
      r.code, r.names, r.time_zone as "timeZone"
    from judge j join round r on r.id = j.round_id
    where j.person_id = ${ctx.actor.id}::uuid and j.state = 'INVITED' and r.state in ('OPEN', 'DECIDING')
    union all
    select 'ACCEPT_CONDUCT', j.id, 1, ${CONDUCT_DUE}, null, r.code, r.names, r.time_zone from judge j join round r on r.id = j.round_id
    where j.person_id = ${ctx.actor.id}::uuid and j.state = 'ACCEPTED' and r.state in ('OPEN', 'DECIDING') and ${CONDUCT_DUE} is not null
    union all
    select 'JUDGE_ENTRIES', s.id, count(*)::int, min(a.assigned_at), st.ends_at, r.code, r.names, r.time_zone
    from assignment a join judge j on j.id = a.judge_id join judging_stage s on s.id = a.judging_stage_id join round r on r.id = s.round_id
    join stage st on st.round_id = s.round_id and st.code = s.stage left join scorecard c on c.assignment_id = a.id
    where j.person_id = ${ctx.actor.id}::uuid and j.state = 'ACCEPTED' and a.ended_at is null and s.state in ('CALIBRATING', 'SCORING')
      and ${CONDUCT_DUE} is null
      and r.state in ('OPEN', 'DECIDING') and (c.id is null or c.state = 'DRAFT')
      and (s.state = 'SCORING' or exists (select from judged_entry je where je.judging_stage_id = s.id and je.entry_id = a.entry_id and je.calibration))
    group by s.id, st.ends_at, r.code, r.names, r.time_zone`.execute(ctx.db);
  return rows.map(({ verb, id, code, names, ...row }) => ({
    ...BARE_TASK,
    ...row,
    verb,
    id: `${verb}:${id}`,
    judgingId: id,
    roundCode: code,
    roundName: pickText(names, ctx.language),
  }));
}

type Row = Pick<HomeTask, "count" | "dueAt" | "since" | "verb"> & {
  readonly id: string;
  readonly code: string;
  readonly names: LocalizedText;
  readonly timeZone: string;
};
