import { type Language, pickText } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { inTurns, type Steps } from "../../kernel/in-turns.ts";
import { decimalText } from "../../programmes/jury-instrument.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type JudgingStageFacts, loadStage } from "../stages/load-stage.ts";
import { readStage } from "../stages/read-stages.ts";
import { criteriaOf } from "../standing/score-stage.ts";
import { loadStageResult, type StageResult } from "../standing/stage-result.ts";
import { judgedGroups } from "../statistics/connectivity.ts";
import { drawingIntervals } from "../statistics/rank-intervals.ts";
import { gatheringStatistics, type ShownAgreement, type StageStatistics } from "../statistics/stage-statistics.ts";
import type { RankIntervalView, TableAlpha, TableConnectivity } from "./agreement.type.ts";
import { loadLinkRules, type StageLinks } from "./link-rules.ts";
import { progressOf } from "./read-progress.ts";
import { markedCards, scoredCards, tableCards } from "./stage-cards.ts";
import type { JudgingTable } from "./table.type.ts";
import { tableEntries } from "./table-entries.ts";
import { loadStageJudges, type StageJudge, tableJudges } from "./table-judges.ts";

/**
 * A stage's signed cards and all that follows from them, for whoever oversees it; of a closed stage what was frozen. Refuses NOT_FOUND to
 * others. Drafts have no part in anything. What is not `asked` (names of fields) and would take long is left empty.
 */
export async function readTable(ctx: Context, stageId: string, asked: ReadonlySet<string>): Promise<JudgingTable> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee);
  const result = await loadStageResult(ctx, stage);
  const judges = await loadStageJudges(ctx, stage);
  const links = asked.has("connectivity") ? await linksOf(ctx, { stage, result, judges }) : NO_LINKS;
  const found = await inTurns(tableSteps({ stage, result, judges, language: ctx.language, asked }, links));
  const round = await findRound(ctx, { id: stage.roundId });
  return {
    stage: await readStage(ctx, stage.id),
    roundCode: stage.roundCode,
    roundName: pickText(round?.names ?? {}, ctx.language) || stage.roundCode,
    mean: stage.rules.mean,
    shrink: decimalText(stage.rules.shrink),
    progress: asked.has("progress") ? await progressOf(ctx, stage) : { ...NO_PROGRESS, stageId: stage.id },
    ...found,
  };
}

/** How sure the ranks of a stage are, by reference; empty where judges compare. Refuses NOT_FOUND to those who do not oversee it. */
export async function readRankIntervals(ctx: Context, stageId: string): Promise<readonly RankIntervalView[]> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee);
  const cards = scoredCards(await loadStageResult(ctx, stage));
  const intervals = await inTurns(drawingIntervals(cards, { mean: stage.rules.mean }));
  return intervals.map(({ entryId, ...interval }) => ({ ...interval, reference: entryId }));
}

/** What is shown with what the statistics say. */
const FROM_STATISTICS = ["judges", "entries", "agreement", "connectivity"];
const NO_LINKS: StageLinks = { isAssigned: () => false };
const NO_PROGRESS = { assigned: 0, signed: 0, stopped: 0, judges: [], entries: [] };

type Found = { readonly stage: JudgingStageFacts; readonly result: StageResult; readonly judges: readonly StageJudge[] };

type Asked = Found & { readonly language: Language; readonly asked: ReadonlySet<string> };

/** What follows from the cards. Of no cards at all the statistics are quick, and say nothing. */
function* tableSteps(
  { stage, result, judges, language, asked }: Asked,
  links: StageLinks,
): Steps<Pick<JudgingTable, "judges" | "entries" | "cards" | "agreement" | "connectivity">> {
  const statistics = yield* statisticsSteps(stage, FROM_STATISTICS.some((field) => asked.has(field)) ? result : { cards: [] }, links);
  const shown = {
    judges: asked.has("judges") ? tableJudges(judges, result, statistics) : [],
    entries: asked.has("entries") ? tableEntries(result, statistics, language) : [],
  };
  yield;
  return {
    ...shown,
    cards: asked.has("cards") ? tableCards(stage, result) : [],
    agreement: {
      overall: alphaView(null, statistics.overall),
      criteria: [...statistics.criteria].map(([code, found]) => alphaView(code, found)),
    },
    connectivity: connectivityView(statistics, links),
  };
}

/** Conflicts are only looked up where there is something to join. */
async function linksOf(ctx: Context, { stage, result, judges }: Found): Promise<StageLinks> {
  if (stage.rules.mode !== "SCORES" || judgedGroups(scoredCards(result)).length < 2) return NO_LINKS;
  return loadLinkRules(ctx, stage, judges);
}

/** Severity and agreement are of marks: of verdicts and comparisons there are none. */
function statisticsSteps({ rules }: JudgingStageFacts, result: Pick<StageResult, "cards">, links: StageLinks): Steps<StageStatistics> {
  const cards = rules.mode === "SCORES" ? markedCards(result) : [];
  return gatheringStatistics({ criteria: criteriaOf(rules), cards, mean: rules.mean, shrink: Number(rules.shrink) }, links);
}

function alphaView(criterion: string | null, { alpha, why, units, marks }: ShownAgreement): TableAlpha {
  return { criterion, alpha, why, units, marks };
}

function connectivityView({ connectivity: { groups, links, proposal } }: StageStatistics, { isAssigned }: StageLinks): TableConnectivity {
  return {
    connected: groups.length === 1,
    groups: groups.map(({ judgeIds, entryIds }) => ({ judges: [...judgeIds].sort(), entries: [...entryIds].sort() })),
    links,
    proposal: proposal.map(({ judgeId, entryId }) => ({ judge: judgeId, reference: entryId, assigned: isAssigned(judgeId, entryId) })),
  };
}
