import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import { type Context, memoized } from "../../kernel/context.ts";
import { checkedId, isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { myComparisons } from "../comparisons/comparisons.ts";
import { CONDUCT_DUE, type ConductDue, refuseUntilAccepted } from "../judges/conduct-due.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type CardRow, myCardRows } from "./card-rows.ts";
import { cardView, isVisible, queueState } from "./card-view.ts";
import { type DeskStageFacts, deskStageView, findableDeskStage, takesMarks } from "./desk-stage.ts";
import type { JudgingCard } from "./judging-card.type.ts";
import type { CardPlace, JudgingQueue, QueueItem } from "./queue.type.ts";

/** A stage with the asker's own cards in it, those that ended too. */
export type MyDesk = { readonly stage: DeskStageFacts; readonly rows: readonly CardRow[] };

/** What the asker has to do in a stage. Refuses NOT_FOUND to whoever does not judge it, CONDUCT_DUE before today's code is accepted. */
export async function readQueue(ctx: Context, stageId: string): Promise<JudgingQueue> {
  const { stage, rows } = await myDesk(ctx, stageId);
  const mine = rows.filter((row) => isVisible(stage, row));
  const compared = stage.rules.mode === "PAIRWISE" ? await myComparisons(ctx, stage) : [];
  const done = compared.filter(({ winner }) => winner !== null).length + mine.filter(({ state }) => state === "SIGNED").length;
  return {
    stage: deskStageView(ctx, stage),
    items: [...mine, ...endedRows(stage, rows)].map((row, index) => itemOf(stage, row, index + 1)),
    comparisons: compared,
    done,
    total: stage.rules.mode === "PAIRWISE" ? compared.length : mine.length,
    madeAt: ctx.now(),
    viewerCan: { sign: takesMarks(stage, ctx.now()) || mine.some(({ askedAgain }) => askedAgain !== null && stage.state !== "CLOSED") },
  };
}

/** One card of the asker's. Refuses NOT_FOUND for another's, for one that ended and for one whose time has not come, all alike; else CONDUCT_DUE. */
export async function readCard(ctx: Context, assignmentId: string): Promise<JudgingCard> {
  const { stage, row } = await myCard(ctx, assignmentId);
  return cardView(ctx, stage, row);
}

/** The same as rows. */
export async function myCard(ctx: Context, assignmentId: string): Promise<{ readonly stage: DeskStageFacts; readonly row: CardRow }> {
  if (!isId(assignmentId)) throw new Refusal("NOT_FOUND");
  const rows = await myCardRows(ctx, sql<boolean>`a.id = ${assignmentId}::uuid`);
  // Of no card the stage is looked for as well: what is not there takes what is not to be seen.
  const stage = await findableDeskStage(
    ctx,
    rows[0]?.stageId ?? assignmentId,
    (facts) => rows[0] !== undefined && judgingPolicy.judge(ctx.actor, facts) && isVisible(facts, rows[0]),
  );
  const row = findable(rows[0], () => true);
  refuseUntilAccepted(row);
  return { stage, row };
}

/** The asker's cards in a stage, with the stage. Refuses NOT_FOUND to whoever does not judge it. */
export async function myDesk(ctx: Context, stageId: string): Promise<MyDesk> {
  const stage = await judgedStage(ctx, checkedId(stageId, "stageId"));
  return { stage, rows: await myCardRows(ctx, sql<boolean>`a.judging_stage_id = ${stage.id}::uuid`) };
}

/** The same, read once a request: for fields of many cards. */
export function myDeskOnce(ctx: Context, stageId: string): Promise<MyDesk> {
  return memoized(ctx, `desk ${stageId}`, () => myDesk(ctx, stageId));
}

/** Where a card lies in its judge's queue. */
export async function placeOf(ctx: Context, { stageId, assignmentId }: Pick<JudgingCard, "stageId" | "assignmentId">): Promise<CardPlace> {
  const { stage, rows } = await myDeskOnce(ctx, stageId);
  const ids = rows.filter((row) => isVisible(stage, row)).map((row) => row.assignmentId);
  const at = ids.indexOf(assignmentId);
  return { number: at + 1, total: ids.length, previousId: ids[at - 1] ?? null, nextId: at < 0 ? null : (ids[at + 1] ?? null) };
}

/** The stage, for a judge of its round who accepted, and accepted the code of conduct that holds now. */
async function judgedStage(ctx: Context, id: string): Promise<DeskStageFacts> {
  const stage = await findableDeskStage(ctx, id, (facts) => judgingPolicy.judge(ctx.actor, facts));
  const { rows } = await sql<ConductDue>`select j.id as "judgeId", ${CONDUCT_DUE} as "conductDue" from judge j
    where j.round_id = ${stage.roundId}::uuid and j.person_id = ${ctx.actor.id}::uuid and j.state = 'ACCEPTED'`.execute(ctx.db);
  refuseUntilAccepted(findable(rows[0], () => true));
  return stage;
}

/** What was the judge's and is no more, by the reference alone; not what was given back to them since. */
function endedRows(stage: DeskStageFacts, rows: readonly CardRow[]): readonly CardRow[] {
  const still = new Set(rows.flatMap((row) => (row.endKind === null && !row.entryOut ? [row.entryId] : [])));
  const ended = rows.filter((row) => (row.endKind !== null || row.entryOut) && !still.has(row.entryId));
  if (stage.state === "SET_UP") return [];
  return ended.filter((row, index) => ended.findIndex(({ entryId }) => entryId === row.entryId) === index);
}

function itemOf(stage: DeskStageFacts, row: CardRow, position: number): QueueItem {
  const state = queueState(row);
  const { assignmentId, reference, calibration, askedAgain, endKind, entryOut } = row;
  return {
    assignmentId,
    reference,
    title: state === "STOPPED" || stage.rules.blind.includes("title") ? null : row.title,
    state,
    position,
    calibration,
    marked: row.marks.filter(({ value }) => value !== null).length,
    askedAgain,
    endedBecause: endKind ?? (entryOut ? "ENTRY_OUT" : null),
  };
}
