import { graphql } from "../../gql/gql.ts";

/** Writes to judges what they have left; dry: only says to whom. */
export const RemindJudgesDocument = graphql(`
  mutation RemindJudges($input: RemindJudgesInput!, $idempotencyKey: ID) {
    remindJudges(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      judges { id judge name left because }
    }
  }
`);

/** Who goes on, whatever the cut proposes. */
export const DecideOutcomesDocument = graphql(`
  mutation DecideOutcomes($input: DecideOutcomesInput!, $idempotencyKey: ID) {
    decideOutcomes(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      stage { id version }
    }
  }
`);

/** Moves the stage on. */
export const StepTableStageDocument = graphql(`
  mutation StepTableStage($input: StepJudgingStageInput!, $idempotencyKey: ID) {
    stepJudgingStage(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      stage { id version state }
    }
  }
`);

/** Adds a note to the minutes. */
export const AddTableMinuteDocument = graphql(`
  mutation AddTableMinute($input: AddMinuteInput!, $idempotencyKey: ID) {
    addMinute(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      stage { id version }
    }
  }
`);

/** Opens a signed card for its judge again. */
export const ReopenTableCardDocument = graphql(`
  mutation ReopenTableCard($input: ReopenCardInput!, $idempotencyKey: ID) {
    reopenCard(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      assignmentId
    }
  }
`);
