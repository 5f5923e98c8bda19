import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { CONDUCT_DUE } from "../judges/conduct-due.ts";
import type { AssignmentEnd, CardOutcome, CardState } from "../judging-states.ts";
import type { CardMark } from "./judging-card.type.ts";

/** A card as the database has it; `cardId` and what follows of it is null before anything was said. */
export type CardRow = {
  readonly assignmentId: string;
  readonly stageId: string;
  readonly judgeId: string;
  /** Since when another code of conduct holds than the judge's; null while theirs does. */
  readonly conductDue: string | null;
  readonly entryId: string;
  readonly reference: string;
  readonly title: string;
  readonly position: number;
  readonly calibration: boolean;
  readonly endKind: AssignmentEnd | null;
  /** The entry is no longer judged, whether or not the assignment was ended yet. */
  readonly entryOut: boolean;
  readonly cardId: string | null;
  readonly version: number;
  readonly state: CardState;
  readonly outcome: CardOutcome | null;
  readonly failReasons: readonly string[];
  readonly abstainReason: string | null;
  readonly skippedAt: string | null;
  readonly signedAt: string | null;
  readonly inGrace: boolean;
  readonly fromPaper: boolean;
  readonly askedAgain: string | null;
  readonly privateNote: string | null;
  readonly privateVersion: number;
  readonly commentToApplicant: string | null;
  readonly applicantVersion: number;
  readonly commentToPanel: string | null;
  readonly panelVersion: number;
  readonly marks: readonly CardMark[];
};

/** The asker's own cards that fulfil a condition on `a`, of judges who accepted; in the order of their queue. Drafts are read nowhere else. */
export async function myCardRows(ctx: Context, where: RawBuilder<boolean>): Promise<readonly CardRow[]> {
  if (ctx.actor.id === null) return [];
  const { rows } =
    await sql<CardRow>`select a.id as "assignmentId", a.judging_stage_id as "stageId", a.judge_id as "judgeId", ${CONDUCT_DUE} as "conductDue", a.entry_id as "entryId",
      e.reference, e.title, a.position, coalesce(je.calibration, false) as calibration, a.end_kind as "endKind",
      (${ENTRY_OUT}) as "entryOut", c.id as "cardId", coalesce(c.version, 0) as version, coalesce(c.state, 'DRAFT') as state, c.outcome,
      coalesce(c.fail_reasons, '{}') as "failReasons", c.abstain_reason as "abstainReason", c.skipped_at as "skippedAt", c.signed_at as "signedAt",
      coalesce(c.in_grace, false) as "inGrace", ${FROM_PAPER} as "fromPaper", c.asked_again as "askedAgain", c.private_note as "privateNote",
      coalesce(c.private_version, 0) as "privateVersion", c.comment_to_applicant as "commentToApplicant",
      coalesce(c.applicant_version, 0) as "applicantVersion", c.comment_to_panel as "commentToPanel", coalesce(c.panel_version, 0) as "panelVersion",
      coalesce(m.marks, '[]') as marks
    from assignment a join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id
    left join judged_entry je on je.judging_stage_id = a.judging_stage_id and je.entry_id = a.entry_id
    left join scorecard c on c.assignment_id = a.id
    left join lateral (select jsonb_agg(jsonb_build_object('criterion', criterion, 'value', trim_scale(value)::text, 'comment', comment,
      'version', version)) as marks from mark where scorecard_id = c.id) m on true
    where j.person_id = ${ctx.actor.id}::uuid and j.state = 'ACCEPTED' and ${where}
    order by je.calibration desc, (c.skipped_at is not null and c.state = 'DRAFT'), a.position, a.id`.execute(ctx.db);
  return rows;
}

/** On `e` and `je`: the entry left the round, or the chair took it out. */
export const ENTRY_OUT: RawBuilder<boolean> = sql`e.state in ('WITHDRAWN', 'INELIGIBLE') or je.id is null or je.outcome is not distinct from 'OUT'`;

/** On `c`: a card that was signed by keying its judge's paper sheet in. */
export const FROM_PAPER: RawBuilder<boolean> = sql`case when c.state = 'SIGNED' then coalesce((select v.act = 'KEY_IN' from scorecard_event v
  where v.scorecard_id = c.id and v.act in ('SIGN', 'ABSTAIN', 'IMPORT', 'KEY_IN') order by v.at desc, v.id desc limit 1), false) else false end`;
