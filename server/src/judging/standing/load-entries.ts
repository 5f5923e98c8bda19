import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";

/** An entry in a stage, as a standing names it. Those that are OUT are left out. */
export type JudgedEntryRow = {
  readonly entryId: string;
  readonly reference: string;
  readonly title: string;
  readonly panel: string | null;
  readonly calibration: boolean;
  readonly outcome: "ADVANCED" | "NOT_ADVANCED" | null;
  readonly outcomeReason: string | null;
  readonly affairs: readonly string[];
  readonly leagues: readonly string[];
  /** The office it is from; null of an area's own. */
  readonly office: { readonly name: string; readonly names: LocalizedText } | null;
};

/** The entries of a stage by reference. */
export async function loadJudgedEntries(ctx: Context, stageId: string): Promise<readonly JudgedEntryRow[]> {
  const { rows } = await sql<JudgedEntryRow>`select e.id as "entryId", e.reference, e.title, je.panel, je.calibration, je.outcome,
      je.outcome_reason as "outcomeReason", coalesce(i.affairs, '{}') as affairs, array(select l.code from jurisdiction_league jl join league l on l.id = jl.league_id where jl.jurisdiction_id = e.jurisdiction_id order by l.code) as leagues,
      case when agency.id is not null then jsonb_build_object('name', agency.name, 'names', agency.names) end as office
    from judged_entry je join entry e on e.id = je.entry_id
    left join innovation i on i.id = e.innovation_id left join agency on agency.id = e.agency_id
    where je.judging_stage_id = ${stageId}::uuid and je.outcome is distinct from 'OUT'
    order by e.reference collate "C"`.execute(ctx.db);
  return rows;
}
