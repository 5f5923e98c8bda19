import { graphql } from "../../gql/gql.ts";

export const SAVE_CARD = graphql(`
  mutation SaveCard($input: SaveCardInput!, $idempotencyKey: ID) {
    saveCard(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      card {
        ...WrittenCard
      }
      conflicts {
        criterion
        value
        comment
        version
      }
      notesConflict {
        privateNote
        privateVersion
        commentToApplicant
        applicantVersion
        commentToPanel
        panelVersion
      }
    }
  }
`);

export const SIGN_CARD = graphql(`
  mutation SignCard($input: SignCardInput!, $idempotencyKey: ID) {
    signCard(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      card {
        ...WrittenCard
      }
      conflicts {
        criterion
        value
        comment
        version
      }
      notesConflict {
        privateNote
        privateVersion
        commentToApplicant
        applicantVersion
        commentToPanel
        panelVersion
      }
    }
  }
`);

export const SKIP_CARD = graphql(`
  mutation SkipCard($input: SkipCardInput!, $idempotencyKey: ID) {
    skipCard(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      card {
        ...WrittenCard
      }
    }
  }
`);

export const RECUSE = graphql(`
  mutation Recuse($input: RecuseInput!, $idempotencyKey: ID) {
    recuse(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
    }
  }
`);

export const COMPARE = graphql(`
  mutation AnswerComparison($input: AnswerComparisonInput!, $idempotencyKey: ID) {
    answerComparison(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      comparison {
        id
        winner
        version
      }
    }
  }
`);
