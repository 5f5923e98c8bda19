import { graphql } from "../../gql/gql.ts";

/** The round whose form is edited, and what the asker may do with it. */
export const FORM_ROUND = graphql(`
  query FormRound($code: String!) {
    round(code: $code) {
      id
      code
      name
      state
      version
      viewerCan { edit reviseInstrument }
      instrument { id kind }
    }
  }
`);

/** The form in force, its versions, and the rows and affairs it may ask for. */
export const FORM = graphql(`
  query RoundForm($roundId: ID!) {
    entryForm(roundId: $roundId) { ...FormVersion }
    formVersions(roundId: $roundId) { ...FormVersion }
    entryGround(roundId: $roundId, kind: INNOVATION) { ...Ground }
    regional: entryGround(roundId: $roundId, kind: REGIONAL) { ...Ground }
  }
`);

export const FORM_VERSION = graphql(`
  fragment FormVersion on FormVersion {
    id
    number
    definition
    reason
    frozenAt
    createdBy
    createdAt
  }
`);

export const SAVE_FORM = graphql(`
  mutation SaveForm($input: SaveFormInput!, $idempotencyKey: ID) {
    saveForm(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      form { ...FormVersion }
      round { id version }
    }
  }
`);

export const REVISE_FORM = graphql(`
  mutation ReviseForm($input: ReviseFormInput!, $idempotencyKey: ID) {
    reviseForm(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      form { ...FormVersion }
      round { id version }
    }
  }
`);
