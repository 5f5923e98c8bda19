import type { PublishedJudging, PublishedJudgingStage } from "@isonga/schema/published-judging";
import type { Context } from "../../kernel/context.ts";
import { inTurns, type Steps } from "../../kernel/in-turns.ts";
import type { JudgedOutcome } from "../judging-states.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import { type CutProposal, proposeCut } from "./cut.ts";
import { type JudgedEntryRow, loadJudgedEntries } from "./load-entries.ts";
import { loadJudging } from "./load-judging.ts";
import { type JuryRank, type ScoredStage, scoringStages, stageRanks } from "./score-jury.ts";

/** An entry at the end of a stage: what it has, what the cut proposes, what the chair decided. */
export type StageResultRow = {
  readonly entryId: string;
  readonly reference: string;
  readonly title: string;
  readonly panel: string | null;
  readonly cards: number;
  readonly abstained: number;
  /** 0–100, two places; null without a card that counts. */
  readonly score: string | null;
  /** Ties broken by the published list as far as it decides; null without a score. */
  readonly rank: number | null;
  readonly proposal: CutProposal;
  readonly outcome: JudgedOutcome | null;
  readonly outcomeReason: string | null;
};

/** What a stage gives as its cards are now; of a closed one what was frozen. */
export type StageResult = Pick<PublishedJudgingStage, "cards" | "comparisons"> & {
  readonly scored: ScoredStage;
  /** By reference. */
  readonly entries: readonly JudgedEntryRow[];
  /** By reference: how ties were broken. */
  readonly ranks: ReadonlyMap<string, JuryRank>;
  /** By rank, those without one last; then by reference. */
  readonly rows: readonly StageResultRow[];
};

/** The result of one stage. Asks no policy. */
export async function loadStageResult(ctx: Context, stage: JudgingStageFacts): Promise<StageResult> {
  const judging = await loadJudging(ctx, stage.roundId);
  return inTurns(resultSteps(stage, judging, await loadJudgedEntries(ctx, stage.id)));
}

function* resultSteps(stage: JudgingStageFacts, judging: PublishedJudging, entries: readonly JudgedEntryRow[]): Steps<StageResult> {
  const scored = (yield* scoringStages(stage.instrument, judging)).find(({ rules }) => rules.stage === stage.stage);
  if (!scored) throw new Error(`stage ${stage.stage} of ${stage.roundCode} is not there`);
  const ranks = new Map(stageRanks(stage.instrument, scored).map((rank) => [rank.entry, rank]));
  yield;
  const rows = entries.map((entry) => ({
    ...bareRow(entry, scored),
    rank: ranks.get(entry.reference)?.rank ?? null,
    groups: groupsOf(stage, entry),
  }));
  const atTheCut = rows.flatMap(({ entryId, rank, score, groups }) =>
    rank === null || score === null ? [] : [{ entryId, rank, score, groups }],
  );
  const proposals = proposeCut(stage.rules.cut, atTheCut);
  const ordered = rows.sort(
    (a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || (a.reference < b.reference ? -1 : 1),
  );
  return {
    cards: scored.cards.cards,
    comparisons: scored.cards.comparisons,
    scored,
    entries,
    ranks,
    rows: ordered.map(({ groups: _groups, ...row }) => ({ ...row, proposal: proposals.get(row.entryId) ?? "STAYS" })),
  };
}

function bareRow(
  { entryId, reference, title, panel, outcome, outcomeReason }: JudgedEntryRow,
  { scores }: ScoredStage,
): Omit<StageResultRow, "rank" | "proposal"> {
  const score = scores.get(reference);
  const shown = { cards: score?.cards ?? 0, abstained: score?.abstained ?? 0, score: score?.shown ?? null };
  return { entryId, reference, title, panel, outcome, outcomeReason, ...shown };
}

/** The groups in which the cut is made, where it is made within some. */
function groupsOf({ rules: { cut } }: JudgingStageFacts, { affairs, leagues }: JudgedEntryRow): readonly string[] {
  return cut.kind === "TOP" && cut.within === "LEAGUE" ? leagues : affairs.slice(0, 1);
}
