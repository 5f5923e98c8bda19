import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { CONFLICT_KINDS, PAIR_ORIGINS } from "../conflicts/conflict-kinds.ts";
import { conflictPairsSql } from "../conflicts/conflict-pairs.ts";
import { conflictWords } from "../conflicts/conflict-words.ts";
import { overseenRound } from "../conflicts/list-conflicts.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { loadStage, stagesOfRound } from "../stages/load-stage.ts";
import type { JudgeVacancy, ReplacementProposal } from "./replacement.type.ts";

/** Most that are shown at once, of either. */
const MOST = 200;

/**
 * Entries that have too few judges since one recused, came into conflict or left, and nobody took over, for whoever oversees the round; only in
 * stages that are not closed. Refuses NOT_FOUND to others.
 */
export async function readVacancies(ctx: Context, roundId: string): Promise<readonly JudgeVacancy[]> {
  const stages = await stagesOfRound(ctx, await overseenRound(ctx, roundId));
  const wanted = stages.filter(({ state }) => state !== "CLOSED").map(({ id, rules }) => ({ id, needed: rules.judgesPerEntry }));
  const names = new Map(stages.map(({ id, stage, names: words }) => [id, pickText(words, ctx.language) || stage]));
  const { rows } = await sql<Omit<JudgeVacancy, "stage">>`select a.id as "assignmentId", a.judging_stage_id as "stageId", e.id as "entryId",
      coalesce(e.reference, e.title) as reference, j.id as "judgeId", j.code || ' ' || person.name as judge, a.end_kind as "end",
      coalesce(a.end_reason, '') as reason, held.judges, w.needed
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, needed int) join assignment a on a.judging_stage_id = w.id
    join judged_entry je on je.judging_stage_id = w.id and je.entry_id = a.entry_id and je.outcome is distinct from 'OUT'
    join entry e on e.id = a.entry_id join judge j on j.id = a.judge_id join person on person.id = j.person_id
    cross join lateral (select count(*)::int as judges from assignment o left join scorecard c on c.assignment_id = o.id
      where o.judging_stage_id = w.id and o.entry_id = a.entry_id and (o.ended_at is null or c.state = 'SIGNED')) held
    where a.end_kind in ('RECUSED', 'CONFLICT', 'JUDGE_LEFT') and held.judges < w.needed
      and not exists (select from scorecard c where c.assignment_id = a.id and c.state = 'SIGNED')
      and not exists (select from assignment o where o.judging_stage_id = w.id and o.because ->> 'replaces' = a.id::text)
    order by e.reference collate "C", a.ended_at, a.id limit ${MOST}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, stage: names.get(row.stageId) ?? "", reason: endReasonWords(ctx, row.reason) }));
}

/** Why an assignment ended, for a reader: what somebody wrote, or the words for `ORIGIN.KIND` of a conflict. */
export function endReasonWords({ language }: Pick<Context, "language">, reason: string): string {
  const [first, second] = reason.split(".");
  const [origin, kind] = [PAIR_ORIGINS.find((known) => known === first), CONFLICT_KINDS.find((known) => known === second)];
  return origin && kind && reason === `${origin}.${kind}` ? conflictWords(language, { origin, kind, detail: null }) : reason;
}

/**
 * Who could judge an entry in a stage, the best first: those of the waiting list, those who know its affairs, who read its language, who have
 * the least on the desk. Left out: who must keep away, has it or had it, is not seated in the stage and does not stand by, or has no room.
 */
export async function proposeReplacements(ctx: Context, stageId: string, entryId: string): Promise<readonly ReplacementProposal[]> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee);
  const entry = checkedId(entryId, "entryId");
  const pairs = conflictPairsSql({ roundId: stage.roundId, entryIds: [entry] });
  const { rows } = await sql<ReplacementProposal>`with candidate as (
      select j.id as "judgeId", j.code, person.name, j.waiting, e.language = any(j.languages) as "readsLanguage",
        coalesce(j.expertise && n.affairs, false) as "knowsAffair", coalesce(j.capacity, ${stage.rules.capacity}::int) as capacity,
        (select count(*)::int from assignment a where a.judge_id = j.id and a.judging_stage_id = ${stage.id}::uuid and a.ended_at is null) as load
      from judge j join person on person.id = j.person_id and person.disabled_at is null
      join entry e on e.id = ${entry}::uuid and e.round_id = j.round_id left join innovation n on n.id = e.innovation_id
      where j.round_id = ${stage.roundId}::uuid and j.state = 'ACCEPTED'
        and (j.waiting or exists (select from judge_seat s where s.judge_id = j.id and s.stage = ${stage.stage}))
        and not exists (select from assignment a where a.judge_id = j.id and a.entry_id = e.id and a.judging_stage_id = ${stage.id}::uuid)
        and j.id not in (select p.judge_id from (${pairs}) p))
    select * from candidate where load < capacity
    order by waiting desc, "knowsAffair" desc, "readsLanguage" desc, load, code collate "C" limit ${MOST}`.execute(ctx.db);
  return rows;
}
