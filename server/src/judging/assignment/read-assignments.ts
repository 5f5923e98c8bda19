import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type JudgingStageFacts, loadStage } from "../stages/load-stage.ts";
import type { AssignmentPreview, AssignmentRow, PlannedRelaxation } from "./assignment.type.ts";
import type { Relaxation } from "./flow/assignment-problem.ts";
import type { AssignmentPlan } from "./preview-assignment.ts";

/** The assignments of a stage that hold now, for whoever oversees its judging, by entry and judge. Refuses NOT_FOUND to others. */
export async function readAssignments(ctx: Context, stageId: string): Promise<readonly AssignmentRow[]> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee);
  const { rows } =
    await sql<AssignmentRow>`select a.id, a.entry_id as "entryId", e.reference as entry, e.title, a.judge_id as "judgeId", j.code as judge,
      p.name, a.origin, a.because, coalesce(c.state = 'SIGNED', false) as signed, a.assigned_at as "assignedAt"
    from assignment a join entry e on e.id = a.entry_id join judge j on j.id = a.judge_id join person p on p.id = j.person_id
    left join scorecard c on c.assignment_id = a.id
    where a.judging_stage_id = ${stage.id}::uuid and a.ended_at is null order by e.reference collate "C", j.code collate "C"`.execute(
      ctx.db,
    );
  const said = wordsOf(ctx, stage);
  return rows.map((row) => ({ ...row, because: said.because(row.because) }));
}

/** A plan as the chair looks at it. */
export async function previewView(ctx: Context, { stage, token, assignment, ended }: AssignmentPlan): Promise<AssignmentPreview> {
  const names = await namesOf(ctx, stage.id, stage.roundId);
  const said = wordsOf(ctx, stage);
  const lacking = new Map(assignment.lacking.map((entry) => [entry.entryId, entry]));
  return {
    token,
    complete: assignment.complete,
    connected: assignment.connection.connected,
    pairs: assignment.pairs.map(({ entryId, judgeId, kept, reason }) => ({
      entryId,
      judgeId,
      kept,
      ...reason,
      expertise: said.affairs(reason.expertise),
      ...reason.load,
    })),
    judges: assignment.judges.map(({ judgeId, cards, load, capacity }) => ({
      judgeId,
      code: names.judges.get(judgeId)?.code ?? "",
      name: names.judges.get(judgeId)?.name ?? "",
      cards: cards + load,
      capacity,
    })),
    entries: assignment.entries.map(({ entryId }) => ({
      entryId,
      reference: names.entries.get(entryId)?.reference ?? "",
      title: names.entries.get(entryId)?.title ?? "",
      missing: lacking.get(entryId)?.missing ?? 0,
      eligible: lacking.get(entryId)?.eligible ?? 0,
    })),
    relaxations: assignment.relaxations.map((relaxation) => relaxationView(relaxation, names, said)),
    ended: ended.length,
    added: assignment.pairs.filter(({ kept }) => !kept).length,
  };
}

/** Affairs and panels by their names in the reader's language. */
function wordsOf({ language }: Context, { instrument, rules }: JudgingStageFacts) {
  const nameIn = (named: JudgingStageFacts["rules"]["panels"], code: string) =>
    pickText(named.find((one) => one.code === code)?.names, language) || code;
  const affairs = (codes: readonly string[] | null) => codes?.map((code) => nameIn(instrument.affairs, code)) ?? null;
  return {
    affairs,
    panel: (code: string | null) => (code === null ? null : nameIn(rules.panels, code)),
    because: (because: unknown): unknown => {
      const { expertise } = (because ?? {}) as { readonly expertise?: readonly string[] | null };
      return expertise ? { ...(because as object), expertise: affairs(expertise) } : because;
    },
  };
}

type Names = Awaited<ReturnType<typeof namesOf>>;

function relaxationView(relaxation: Relaxation, { judges, entries }: Names, said: ReturnType<typeof wordsOf>): PlannedRelaxation {
  switch (relaxation.kind) {
    case "CAPACITY":
      return {
        kind: relaxation.kind,
        detail: { judges: relaxation.judges.map(({ judgeId, more }) => ({ judge: judges.get(judgeId)?.code, more })) },
      };
    case "FEWER_JUDGES":
      return {
        kind: relaxation.kind,
        detail: { entries: relaxation.entries.map(({ entryId, fewer }) => ({ entry: entries.get(entryId)?.reference, fewer })) },
      };
    case "MORE_JUDGES":
      return {
        kind: relaxation.kind,
        detail: {
          wanted: relaxation.judges.map(({ panel, count, capacity, expertise, languages }) => ({
            panel: said.panel(panel),
            count,
            capacity,
            expertise: said.affairs(expertise),
            languages,
          })),
        },
      };
  }
}

async function namesOf(ctx: Context, stageId: string, roundId: string) {
  const { rows: entries } = await sql<{ id: string; reference: string; title: string }>`select e.id, e.reference, e.title
    from judged_entry je join entry e on e.id = je.entry_id where je.judging_stage_id = ${stageId}::uuid`.execute(ctx.db);
  const { rows: judges } = await sql<{
    id: string;
    code: string;
    name: string;
  }>`select j.id, j.code, p.name from judge j join person p on p.id = j.person_id
    where j.round_id = ${roundId}::uuid`.execute(ctx.db);
  return { entries: new Map(entries.map((row) => [row.id, row])), judges: new Map(judges.map((row) => [row.id, row])) };
}
