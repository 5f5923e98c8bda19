import { graphql } from "../../../gql/gql.ts";

export const PAIRS = graphql(`
  query ConflictingPairs($roundId: ID!, $origin: ConflictOrigin, $after: String) {
    conflictingPairs(roundId: $roundId, origin: $origin, first: 50, after: $after) {
      nodes {
        judgeId
        judgeCode
        judgeName
        entryId
        reference
        title
        kind
        origin
        conflictId
        detail
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const STATEMENTS = graphql(`
  query ConflictStatements($roundId: ID!, $after: String) {
    conflictStatements(roundId: $roundId, first: 50, after: $after) {
      nodes {
        id
        judgeCode
        judgeName
        origin
        kind
        place
        agency
        entry
        note
        by
        at
        liftedAt
        liftedReason
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PIN = graphql(`
  mutation PinConflict($input: PinConflictInput!, $idempotencyKey: ID) {
    pinConflict(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      stopped
    }
  }
`);

export const CLEAR = graphql(`
  mutation ClearConflict($input: ClearConflictInput!, $idempotencyKey: ID) {
    clearConflict(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
    }
  }
`);

export const LIFT = graphql(`
  mutation LiftConflict($input: LiftConflictInput!, $idempotencyKey: ID) {
    liftConflict(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      stopped
    }
  }
`);
