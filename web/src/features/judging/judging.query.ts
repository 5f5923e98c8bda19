import { graphql } from "../../gql/gql.ts";

/** The round of these pages, and its dated stages. */
export const JUDGING_ROUND = graphql(`
  query JudgingRound($code: String!) {
    round(code: $code) {
      id
      code
      name
      state
      stages { id code kind startsAt endsAt state }
      viewerCan { reviseInstrument overseeJudging keySheets }
    }
  }
`);

/** The judging stages of a round with what may be done. */
export const JUDGING_STAGES = graphql(`
  query JudgingStages($roundId: ID!) {
    judgingStages(roundId: $roundId) {
      ...JudgingStageParts
    }
  }
`);

/** What these pages show of a judging stage. */
export const JUDGING_STAGE_PARTS = graphql(`
  fragment JudgingStageParts on JudgingStage {
    id
    code
    name
    form
    state
    version
    startsAt
    endsAt
    graceMinutes
    timeZone
    firstMarkAt
    rubric { mode criteria { code } }
    panels { code name }
    judgesPerEntry
    calibration
    weight
    cut
    counts { entries judges assigned signed short }
    viewerCan { lead acts }
  }
`);

/** The entries of a stage, as its chair sees them. */
export const JUDGED_ENTRIES = graphql(`
  query JudgedEntries($stageId: ID!) {
    stageEntries(stageId: $stageId) {
      id
      reference
      title
      panel
      calibration
      outcome
      outcomeReason
      agency
      place
      judges
      signed
    }
  }
`);

export const ADMIT_ENTRIES = graphql(`
  mutation AdmitEntries($input: AdmitEntriesInput!, $idempotencyKey: ID) {
    admitEntries(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      admitted
      stage { ...JudgingStageParts }
    }
  }
`);

export const STEP_STAGE = graphql(`
  mutation StepJudgingStage($input: StepJudgingStageInput!, $idempotencyKey: ID) {
    stepJudgingStage(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      stage { ...JudgingStageParts }
    }
  }
`);

export const SET_CALIBRATION = graphql(`
  mutation SetCalibrationEntries($input: SetCalibrationInput!, $idempotencyKey: ID) {
    setCalibrationEntries(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
    }
  }
`);

export const SET_PANEL = graphql(`
  mutation SetEntryPanel($input: SetEntryPanelInput!, $idempotencyKey: ID) {
    setEntryPanel(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
    }
  }
`);
