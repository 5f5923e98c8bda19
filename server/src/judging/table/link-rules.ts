import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { conflictPairs } from "../conflicts/conflict-pairs.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import type { LinkRules } from "../statistics/connectivity.ts";
import type { StageJudge } from "./table-judges.ts";

/** Who may be proposed for what, and who has it already; entries by reference, judges by code. */
export type StageLinks = LinkRules & { readonly isAssigned: (judge: string, reference: string) => boolean };

/** Judges with a seat, whom no conflict keeps from the entry, and from whom it was not taken before. */
export async function loadLinkRules(ctx: Context, stage: JudgingStageFacts, judges: readonly StageJudge[]): Promise<StageLinks> {
  const { rows } =
    await sql<Pair>`select j.code as judge, e.reference, a.ended_at is null as held, a.end_kind is distinct from 'REASSIGNED' as kept
    from assignment a join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id where a.judging_stage_id = ${stage.id}::uuid`.execute(
      ctx.db,
    );
  const sitting = judges.filter(({ sits }) => sits);
  const codes = new Map(sitting.map(({ id, judge }) => [id, judge]));
  const references = await referencesOf(ctx, stage.id);
  const conflicts = await conflictPairs(ctx, { roundId: stage.roundId, judgeIds: [...codes.keys()] });
  const held = new Set(rows.filter((row) => row.held).map(keyOf));
  const never = new Set([
    ...rows.filter((row) => !row.held && row.kept).map(keyOf),
    ...conflicts.map(({ judgeId, entryId }) => keyOf({ judge: codes.get(judgeId) ?? "", reference: references.get(entryId) ?? "" })),
  ]);
  const sits = new Set(codes.values());
  return {
    mayJudge: (judge, reference) => sits.has(judge) && !never.has(keyOf({ judge, reference })),
    isAssigned: (judge, reference) => held.has(keyOf({ judge, reference })),
  };
}

type Named = { readonly judge: string; readonly reference: string };
type Pair = Named & { readonly held: boolean; readonly kept: boolean };

const keyOf = ({ judge, reference }: Named): string => `${judge} ${reference}`;

async function referencesOf(ctx: Context, stageId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    id: string;
    reference: string;
  }>`select e.id, e.reference from judged_entry je join entry e on e.id = je.entry_id
    where je.judging_stage_id = ${stageId}::uuid`.execute(ctx.db);
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
