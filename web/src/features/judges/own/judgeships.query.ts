import { graphql } from "../../../gql/gql.ts";

export const JUDGESHIPS = graphql(`
  query Judgeships {
    judgeships {
      id
      code
      state
      waiting
      conduct
      conductVersion
      conductDue
      conductBefore
      expertise
      languages
      capacity
      noTies
      version
      round {
        id
        code
        name
        timeZone
      }
      expertiseChoices {
        code
        name
      }
      ties {
        id
        kind
        what
        note
      }
      stages {
        stageId
        code
        name
        state
        startsAt
        endsAt
        total
        signed
      }
    }
  }
`);

export const ACCEPT = graphql(`
  mutation AcceptJudging($input: AcceptJudgingInput!, $idempotencyKey: ID) {
    acceptJudging(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      judgeship {
        id
      }
    }
  }
`);

export const DECLINE = graphql(`
  mutation DeclineJudging($input: DeclineJudgingInput!, $idempotencyKey: ID) {
    declineJudging(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
    }
  }
`);

export const DECLARE = graphql(`
  mutation DeclareConflict($input: DeclareConflictInput!, $idempotencyKey: ID) {
    declareConflict(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      stopped
    }
  }
`);
