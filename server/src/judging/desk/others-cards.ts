import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { CardRow } from "./card-rows.ts";
import { isVisible, maySeeOthers } from "./card-view.ts";
import type { DeskStageFacts } from "./desk-stage.ts";
import type { JudgingCard, OtherCard } from "./judging-card.type.ts";
import { myDeskOnce } from "./read-queue.ts";

/** The other judges' signed cards on the entry of one's own, in the order of their codes; null as long as judges do not see of each other. */
export async function othersCards(
  ctx: Context,
  card: Pick<JudgingCard, "stageId" | "entryId" | "assignmentId" | "maySeeOthers">,
): Promise<readonly OtherCard[] | null> {
  if (!card.maySeeOthers) return null;
  const { stage, rows } = await myDeskOnce(ctx, card.stageId);
  const own = rows.find(({ assignmentId }) => assignmentId === card.assignmentId);
  if (!own || !seesOthers(stage, own, rows)) return null;
  const { rows: cards } =
    await sql<OtherCard>`select j.code as judge, c.outcome, c.comment_to_panel as "commentToPanel", coalesce(m.marks, '[]') as marks
    from scorecard c join judge j on j.id = c.judge_id
    left join lateral (select jsonb_agg(jsonb_build_object('criterion', criterion, 'value', trim_scale(value)::text, 'comment', comment,
      'version', version) order by criterion) as marks from mark where scorecard_id = c.id and value is not null) m on true
    where c.judging_stage_id = ${stage.id}::uuid and c.entry_id = ${card.entryId}::uuid and c.state = 'SIGNED' and c.judge_id <> ${own.judgeId}::uuid
    order by j.code collate "C"`.execute(ctx.db);
  const tells = stage.rules.others.what === "MARKS_AND_COMMENTS";
  return cards.map(({ judge, outcome, marks, commentToPanel }) => ({
    judge,
    outcome,
    marks: tells ? marks : marks.map((mark) => ({ ...mark, comment: null })),
    commentToPanel: tells ? commentToPanel : null,
  }));
}

/** AFTER_OWN: once one's own card is signed. CALIBRATION: of those entries, once all of one's own of them are. DISCUSSION: in it and after. */
export function seesOthers(stage: DeskStageFacts, own: CardRow, rows: readonly CardRow[]): boolean {
  if (!isVisible(stage, own) || !maySeeOthers(stage, own)) return false;
  if (stage.rules.others.when !== "CALIBRATION") return true;
  return rows.filter((row) => row.calibration && isVisible(stage, row)).every(({ state }) => state === "SIGNED");
}
