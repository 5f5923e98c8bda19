import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";

/** What the chair can stage. */
export const DECISION_KINDS = ["PRIZE", "WITHHELD", "INELIGIBLE", "NOTE", "TIE"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A staged decision, its areas by code. */
export interface StagedDecision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly prize: string | null;
  readonly place: number | null;
  readonly within: string | null;
  readonly subject: string;
  readonly subjectId: string;
  /** Whom the rule proposed when this was staged; null where it proposed nobody. */
  readonly proposed: string | null;
  readonly reason: string | null;
  readonly note: LocalizedText | null;
  readonly decidedByName: string | null;
  readonly updatedAt: string;
  readonly version: number;
}

/** An official recognised with a subject. */
export interface StagedRecognition {
  readonly id: string;
  readonly subjectId: string;
  readonly role: string;
  readonly personName: string;
}

/** Everything staged in a round, in a fixed order. */
export async function loadDecisions(ctx: Context, roundId: string): Promise<readonly StagedDecision[]> {
  const { rows } =
    await sql<StagedDecision>`select d.id, d.kind, d.prize, d.place, within.code as within, coalesce(subject.code, subject_entry.reference) as subject,
      d.subject_id as "subjectId", coalesce(proposed.code, proposed_entry.reference) as proposed, d.reason, d.note, person.name as "decidedByName", d.updated_at as "updatedAt", d.version
    from decision d left join jurisdiction subject on subject.id = d.subject_id left join entry subject_entry on subject_entry.id = d.subject_id
    left join jurisdiction within on within.id = d.within_id left join jurisdiction proposed on proposed.id = d.proposed_subject_id
    left join entry proposed_entry on proposed_entry.id = d.proposed_subject_id
    left join person on person.id = d.decided_by
    where d.round_id = ${roundId}::uuid
    order by d.kind, d.prize, within.code collate "C", d.place, coalesce(subject.code, subject_entry.reference) collate "C"`.execute(
      ctx.db,
    );
  return rows;
}

/** The officials of a round's subjects, by subject, role and name. */
export async function loadRecognitions(ctx: Context, roundId: string): Promise<readonly StagedRecognition[]> {
  const { rows } = await sql<StagedRecognition>`select id, subject_id as "subjectId", role, person_name as "personName" from recognition
    where round_id = ${roundId}::uuid order by subject_id, role, person_name collate "C", id`.execute(ctx.db);
  return rows;
}
