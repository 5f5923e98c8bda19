import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { type JudgingStageFacts, stagesOfRound } from "../stages/load-stage.ts";
import { rubricView } from "../stages/rubric-view.ts";
import type { PaperCounts, PaperJudge, PaperStage } from "./paper-stage.type.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import type { SheetState } from "./sheet.type.ts";
import { sheetsOf, TAKES_SHEETS } from "./sheet-rows.ts";

/** The judging stages of a round whose cards can be on paper, in their order. Refuses NOT_FOUND to who may not key any sheet in. */
export async function paperStages(ctx: Context, roundId: string): Promise<readonly PaperStage[]> {
  const round = findable(await findRound(ctx, { id: checkedId(roundId, "roundId") }), ({ id, path, state }) =>
    sheetPolicy.key(ctx.actor, { roundId: id, path, roundState: state }),
  );
  // Pairs are compared on a screen: there are no sheets of them.
  const stages = (await stagesOfRound(ctx, round.id)).filter(({ rules }) => rules.mode !== "PAIRWISE");
  const held = await heldSheets(
    ctx,
    stages.map(({ id }) => id),
  );
  return stages.map((stage) =>
    stageView(
      ctx,
      stage,
      held.filter(({ stageId }) => stageId === stage.id),
    ),
  );
}

type Held = PaperJudge & Record<SheetState, number> & { readonly stageId: string };

/** How many sheets each judge has, and how far they are. */
async function heldSheets(ctx: Context, stageIds: readonly string[]): Promise<readonly Held[]> {
  const of = (state: SheetState) => sql`count(*) filter (where sheet.state = ${state})::int`;
  const { rows } = await sql<Held>`select sheet."stageId", sheet."judgeId" as id, sheet.judge as code, count(*)::int as sheets,
      ${of("OPEN")} as "OPEN", ${of("ONCE")} as "ONCE", ${of("DIFFERS")} as "DIFFERS", ${of("DONE")} as "DONE", ${of("SIGNED")} as "SIGNED"
    ${sheetsOf(stageIds)} where not sheet."entryOut" group by 1, 2, 3 order by sheet.judge collate "C"`.execute(ctx.db);
  return rows;
}

function stageView(ctx: Context, stage: JudgingStageFacts, held: readonly Held[]): PaperStage {
  return {
    id: stage.id,
    code: stage.stage,
    name: pickText(stage.names, ctx.language) || stage.stage,
    state: stage.state,
    rubric: rubricView(ctx, stage.rules),
    counts: countsOf(held),
    judges: held.map(({ id, code, sheets }) => ({ id, code, sheets })),
    viewerCan: { key: TAKES_SHEETS.includes(stage.state), print: sheetPolicy.print(ctx.actor, stage) },
  };
}

function countsOf(rows: readonly Held[]): PaperCounts {
  const of = (state: SheetState): number => rows.reduce((sum, row) => sum + row[state], 0);
  return { open: of("OPEN"), once: of("ONCE"), differs: of("DIFFERS"), done: of("DONE"), signed: of("SIGNED") };
}
