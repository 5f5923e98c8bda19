import { graphql } from "../../gql/gql.ts";

/** A judge judges no more: their own act, or the chair's. */
export const LEAVE = graphql(`
  mutation LeaveJudging($input: LeaveJudgingInput!, $idempotencyKey: ID) {
    leaveJudging(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ended
    }
  }
`);
