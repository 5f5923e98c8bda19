import type { LocalizedText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import { Refusal } from "../../kernel/refusal.ts";

/** The code of conduct that the judge `j` accepted, as texts by language; null where it was the platform's, or none yet. */
export const ACCEPTED_CONDUCT: RawBuilder<LocalizedText | null> = sql`(select was.definition -> 'conduct' from instrument was
  where was.round_id = j.round_id and was.number = j.conduct_of)`;

/** Since when another code of conduct holds than the one that the judge `j` accepted; null while theirs holds. */
export const CONDUCT_DUE: RawBuilder<string | null> = sql`(select min(later.created_at) from instrument later
  where later.round_id = j.round_id and later.number > coalesce(j.conduct_of, 0) and later.definition -> 'conduct' is distinct from ${ACCEPTED_CONDUCT}
    and ${ACCEPTED_CONDUCT} is distinct from
      (select latest.definition -> 'conduct' from instrument latest where latest.round_id = j.round_id order by latest.number desc limit 1))`;

/** A judge's part as far as their code of conduct goes. */
export type ConductDue = { readonly judgeId: string; readonly conductDue: string | null };

/**
 * Refuses CONDUCT_DUE to a judge who accepted another code of conduct than holds now. What their device says was done before it changed is
 * theirs under the code they had accepted: it is taken.
 */
export function refuseUntilAccepted({ judgeId, conductDue }: ConductDue, actedAt: Date | null = null): void {
  if (conductDue === null || (actedAt !== null && actedAt < new Date(conductDue))) return;
  throw new Refusal("CONDUCT_DUE", { values: { judgeId } });
}
