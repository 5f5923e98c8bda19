import { graphql } from "../../gql/gql.ts";
import type { DiscussionCardsQuery, JudgingProgressSubscription, JudgingTableQuery } from "../../gql/graphql.ts";

/** A stage's signed cards and what follows from them. */
export const JudgingTableDocument = graphql(`
  query JudgingTable($stageId: ID!) {
    judgingTable(stageId: $stageId) {
      roundCode
      roundName
      mean
      shrink
      stage {
        id code name state version endsAt timeZone judgesPerEntry cut
        rubric { mode criteria { code name weight min max step ranking } failReasons { code name } }
        panels { code name }
        viewerCan { lead acts }
      }
      progress {
        assigned signed stopped
        judges { judge assigned signed stopped lastSignedAt }
        entries { reference assigned signed stopped }
      }
      judges { id judge name panel remindedAt cards mean spread beside effect shrunk }
      entries {
        id reference title office panel cards abstained score rank tie { behind ahead with because { rule criteria stage } } plain trimmed deviation lowest highest adjusted adjustedRank
        adjustment { sum mean judges { judge score shrunk } }
        proposal outcome outcomeReason
      }
      cards { reference judge outcome score deviation marks deviations }
      agreement { overall { criterion alpha why units marks } criteria { criterion alpha why units marks } }
      connectivity { connected links groups { judges entries } proposal { judge reference assigned } }
    }
  }
`);

/** How far a stage has come, live. */
export const JudgingProgressDocument = graphql(`
  subscription JudgingProgress($stageId: ID!) {
    judgingProgress(stageId: $stageId) {
      assigned signed stopped
      judges { judge assigned signed stopped lastSignedAt }
      entries { reference assigned signed stopped }
    }
  }
`);

/** How sure the ranks are. */
export const RankIntervalsDocument = graphql(`
  query RankIntervals($stageId: ID!) {
    rankIntervals(stageId: $stageId) { reference low high resamples }
  }
`);

/** The signed cards on an entry with what was said. */
export const DiscussionCardsDocument = graphql(`
  query DiscussionCards($stageId: ID!, $entryId: ID!) {
    discussionCards(stageId: $stageId, entryId: $entryId) {
      assignmentId judge name outcome failReasons abstainReason commentToPanel commentToApplicant signedAt inGrace fromPaper
      marks { criterion value comment }
    }
  }
`);

/** The minutes of a stage. */
export const TableMinutesDocument = graphql(`
  query TableMinutes($stageId: ID!) {
    minutes(stageId: $stageId) { id kind text detail by at }
  }
`);

export type Table = JudgingTableQuery["judgingTable"];
export type TableEntry = Table["entries"][number];
export type TableJudge = Table["judges"][number];
export type TableCard = Table["cards"][number];
export type Progress = JudgingProgressSubscription["judgingProgress"];
export type DiscussionCard = DiscussionCardsQuery["discussionCards"][number];
