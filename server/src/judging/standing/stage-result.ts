import type { PublishedJudgingStage } from "@isonga/schema/published-judging";
import type { Context } from "../../kernel/context.ts";
import type { JudgedOutcome } from "../judging-states.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import { type CutProposal, proposeCut } from "./cut.ts";
import { loadJudgedEntries } from "./load-entries.ts";
import { loadJudging } from "./load-judging.ts";
import { type ScoredStage, scoredStages, stageRanks } from "./score-jury.ts";

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
  /** By rank, those without one last; then by reference. */
  readonly rows: readonly StageResultRow[];
};

/** The result of one stage. Asks no policy. */
export async function loadStageResult(ctx: Context, stage: JudgingStageFacts): Promise<StageResult> {
  const judging = await loadJudging(ctx, stage.roundId);
  const entries = await loadJudgedEntries(ctx, stage.id);
  const scored = scoredStages(stage.instrument, judging).find(({ rules }) => rules.stage === stage.stage);
  if (!scored) throw new Error(`stage ${stage.stage} of ${stage.roundCode} is not there`);
  const ranks = new Map(stageRanks(stage.instrument, scored).map(({ entry, rank }) => [entry, rank]));
  const rows = entries.map(({ entryId, reference, title, panel, outcome, outcomeReason, affairs, leagues }) => {
    const score = scored.scores.get(reference);
    const groups = stage.rules.cut.kind === "TOP" && stage.rules.cut.within === "LEAGUE" ? leagues : affairs.slice(0, 1);
    const row = { entryId, reference, title, panel, outcome, outcomeReason, groups };
    return {
      ...row,
      cards: score?.cards ?? 0,
      abstained: score?.abstained ?? 0,
      score: score?.shown ?? null,
      rank: ranks.get(reference) ?? null,
    };
  });
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
    rows: ordered.map(({ groups: _groups, ...row }) => ({ ...row, proposal: proposals.get(row.entryId) ?? "STAYS" })),
  };
}
