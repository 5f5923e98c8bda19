import { graphql } from "../../../gql/gql.ts";

/** What the public objected to, for whoever oversees the judging. */
export const OBJECTIONS = graphql(`
  query Objections($roundId: ID!) {
    objections(roundId: $roundId) {
      ...ObjectionRoundParts
    }
  }
`);

export const OBJECTION_ROUND_PARTS = graphql(`
  fragment ObjectionRoundParts on ObjectionRound {
    id
    code
    startsAt
    endsAt
    timeZone
    isShown
    canAnswer
    objections {
      id
      entryId
      reference
      title
      ground
      text
      language
      name
      email
      madeAt
      state
      answer
      answeredBy
      answeredAt
      version
    }
  }
`);

export const ANSWER_OBJECTION = graphql(`
  mutation AnswerObjection($input: AnswerObjectionInput!, $idempotencyKey: ID) {
    answerObjection(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      round { ...ObjectionRoundParts }
    }
  }
`);
