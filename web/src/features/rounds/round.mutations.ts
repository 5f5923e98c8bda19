import { graphql } from "../../gql/gql.ts";

export const CreateRoundDocument = graphql(`
  mutation CreateRound($input: CreateRoundInput!, $idempotencyKey: ID) {
    createRound(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { id code } }
  }
`);

export const CopyRoundDocument = graphql(`
  mutation CopyRound($input: CopyRoundInput!, $idempotencyKey: ID) {
    copyRound(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { id code } }
  }
`);

export const UpdateRoundDocument = graphql(`
  mutation UpdateRound($input: UpdateRoundInput!, $idempotencyKey: ID) {
    updateRound(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { ...RoundParts } }
  }
`);

export const SetStagesDocument = graphql(`
  mutation SetStages($input: SetStagesInput!, $idempotencyKey: ID) {
    setStages(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { ...RoundParts } }
  }
`);

export const CreditDowntimeDocument = graphql(`
  mutation CreditDowntime($input: CreditDowntimeInput!, $idempotencyKey: ID) {
    creditDowntime(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { ...RoundParts } }
  }
`);

export const SaveInstrumentDocument = graphql(`
  mutation SaveInstrument($input: SaveInstrumentInput!, $idempotencyKey: ID) {
    saveInstrument(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { ...RoundParts } }
  }
`);

export const ReviseInstrumentDocument = graphql(`
  mutation ReviseInstrument($input: ReviseInstrumentInput!, $idempotencyKey: ID) {
    reviseInstrument(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { ...RoundParts } }
  }
`);

export const OpenRoundDocument = graphql(`
  mutation OpenRound($input: StepRoundInput!, $idempotencyKey: ID) {
    openRound(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { ...RoundParts } }
  }
`);

export const BeginDecisionDocument = graphql(`
  mutation BeginDecision($input: StepRoundInput!, $idempotencyKey: ID) {
    beginDecision(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } round { ...RoundParts } }
  }
`);

export const ImportRoundDocument = graphql(`
  mutation ImportRound($input: ImportRoundInput!, $idempotencyKey: ID) {
    importRound(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      dryRun
      roundCode
      changes { kind path before after }
      round { id code name }
    }
  }
`);
