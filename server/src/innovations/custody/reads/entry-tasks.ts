import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import type { HomeTask, HomeVerb } from "../../../programmes/home/home.type.ts";
import { BARE_TASK } from "../../../programmes/home/home-source.ts";
import type { EntryState } from "../../entries/entry-states.ts";
import { heldByActorSql } from "../held-sql.ts";

/** Entries that wait for the actor, one task a round and kind of work: the longest held says since when. In one statement. */
export async function entryTasks(ctx: Context): Promise<readonly HomeTask[]> {
  const { rows } =
    await sql<Row>`select e.round_id as "roundId", e.state, r.code, r.names, r.time_zone as "timeZone", count(*)::int as count,
      min(e.held_since) as since, (select max(s.ends_at) from stage s where s.round_id = e.round_id and s.kind = 'SUBMISSION') as "closesAt"
    from entry e join jurisdiction place on place.id = e.jurisdiction_id join round r on r.id = e.round_id
    where r.state in ('OPEN', 'DECIDING') and e.state = any(${Object.keys(VERBS)}) and ${heldByActorSql(ctx.actor)}
    group by e.round_id, e.state, r.code, r.names, r.time_zone`.execute(ctx.db);
  return rows.map(({ roundId, state, code, names, closesAt, ...row }) => ({
    ...BARE_TASK,
    ...row,
    id: `${VERBS[state]}:${roundId}`,
    verb: VERBS[state],
    roundCode: code,
    roundName: pickText(names, ctx.language) || code,
    dueAt: state === "DRAFT" ? closesAt : null,
  }));
}

type HeldState = Exclude<EntryState, "VERIFIED" | "INELIGIBLE" | "WITHDRAWN">;

/** What is to be done with an entry in each state that somebody holds. */
const VERBS: Readonly<Record<HeldState, HomeVerb>> = {
  DRAFT: "FINISH_ENTRIES",
  RETURNED: "MEND_ENTRIES",
  SUBMITTED: "ENDORSE_ENTRIES",
  ENDORSED: "CHECK_ENTRIES",
  CHECKED: "VERIFY_ENTRIES",
};

type Row = {
  readonly roundId: string;
  readonly state: HeldState;
  readonly code: string;
  readonly names: LocalizedText;
  readonly timeZone: string;
  readonly count: number;
  readonly since: string;
  readonly closesAt: string | null;
};
