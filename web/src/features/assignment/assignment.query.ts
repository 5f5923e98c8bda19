import { graphql } from "../../gql/gql.ts";
import type { AssignmentPreviewQuery, AssignmentStageQuery } from "../../gql/graphql.ts";

/** A stage with its entries and who judges them now. */
export const AssignmentStageDocument = graphql(`
  query AssignmentStage($stageId: ID!) {
    judgingStage(stageId: $stageId) {
      id code name state roundId endsAt timeZone judgesPerEntry
      panels { code name }
      viewerCan { lead }
    }
    stageEntries(stageId: $stageId) { id reference title panel calibration outcome }
    assignments(stageId: $stageId) { id entryId entry title judgeId judge name origin because signed assignedAt }
  }
`);

/** The round of the stage. */
export const AssignmentRoundDocument = graphql(`
  query AssignmentRound($id: ID!) {
    round(id: $id) { id code name }
  }
`);

/** Who accepted to judge in the round, with their seats. */
export const SeatedJudgesDocument = graphql(`
  query SeatedJudges($roundId: ID!, $after: String) {
    judges(roundId: $roundId, waiting: false, states: [ACCEPTED], first: 100, after: $after) {
      nodes { id code name seats { stage panel } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** How entries would be assigned now; nothing is written. */
export const AssignmentPreviewDocument = graphql(`
  query AssignmentPreview($stageId: ID!, $options: AssignmentOptionsInput!) {
    assignmentPreview(stageId: $stageId, options: $options) {
      token complete connected ended added
      pairs { entryId judgeId kept expertise language nth capacity cross link }
      judges { judgeId code name cards capacity }
      entries { entryId reference title missing eligible }
      relaxations { kind detail }
    }
  }
`);

/** Who could judge an entry besides those who do, the best first. */
export const FreeJudgesDocument = graphql(`
  query FreeJudges($stageId: ID!, $entryId: ID!) {
    replacements(stageId: $stageId, entryId: $entryId) { judgeId code name waiting knowsAffair readsLanguage load capacity }
  }
`);

/** Writes a preview as it was seen. */
export const ApplyAssignmentDocument = graphql(`
  mutation ApplyAssignment($input: ApplyAssignmentInput!, $idempotencyKey: ID) {
    applyAssignment(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      assigned
      ended
    }
  }
`);

/** Gives entries to judges, or takes them away. */
export const AssignByHandDocument = graphql(`
  mutation AssignByHand($input: AssignByHandInput!, $idempotencyKey: ID) {
    assignByHand(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      assigned
      ended
    }
  }
`);

export type AssignmentStage = AssignmentStageQuery["judgingStage"];
export type StageEntry = AssignmentStageQuery["stageEntries"][number];
export type Assigned = AssignmentStageQuery["assignments"][number];
export type Preview = AssignmentPreviewQuery["assignmentPreview"];
