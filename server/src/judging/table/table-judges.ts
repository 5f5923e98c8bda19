import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Instant } from "../../kernel/graphql/scalars.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import type { StageResult } from "../standing/stage-result.ts";
import { judgeFigures } from "../statistics/figures.ts";
import type { StageStatistics } from "../statistics/stage-statistics.ts";
import { placesOf, scoredCards } from "./stage-cards.ts";
import type { TableJudge } from "./table.type.ts";

/** A judge who has a seat in a stage, or something of it. */
export type StageJudge = {
  readonly id: string;
  readonly judge: string;
  readonly name: string;
  readonly panel: string | null;
  readonly remindedAt: Instant | null;
  /** Whether they may be given entries: they accepted and are not only waiting. */
  readonly sits: boolean;
};

/** The judges of a stage by code: those with a seat, and those who have or had something of it. */
export async function loadStageJudges(
  ctx: Context,
  stage: Pick<JudgingStageFacts, "id" | "stage" | "roundId">,
): Promise<readonly StageJudge[]> {
  const { rows } = await sql<StageJudge>`select j.id, j.code as judge, p.name, seat.panel, seat.reminded_at as "remindedAt",
      j.state = 'ACCEPTED' and not j.waiting and seat.id is not null as sits
    from judge j join person p on p.id = j.person_id left join judge_seat seat on seat.judge_id = j.id and seat.stage = ${stage.stage}
    where j.round_id = ${stage.roundId}::uuid and ((seat.id is not null and j.state = 'ACCEPTED' and not j.waiting)
      or exists (select from assignment a where a.judge_id = j.id and a.judging_stage_id = ${stage.id}::uuid)
      or exists (select from comparison c where c.judge_id = j.id and c.judging_stage_id = ${stage.id}::uuid))
    order by j.code collate "C"`.execute(ctx.db);
  return rows;
}

/** What judges are shown with: how they mark, beside the others of the same entries, and how strict they are. */
export function tableJudges(judges: readonly StageJudge[], result: StageResult, statistics: StageStatistics): readonly TableJudge[] {
  const figures = new Map(judgeFigures(scoredCards(result)).map((found) => [found.judgeId, found]));
  const effects = new Map(statistics.judges.map((found) => [found.judgeId, found]));
  return judges.map(({ sits: _sits, ...judge }) => {
    const found = figures.get(judge.judge);
    const { effect = null, shrunk = null } = effects.get(judge.judge) ?? {};
    const [mean, spread, beside] = [placesOf(found?.mean, 2), placesOf(found?.spread, 2), placesOf(found?.beside, 2)];
    return { ...judge, cards: found?.cards ?? 0, mean, spread, beside, effect, shrunk };
  });
}
