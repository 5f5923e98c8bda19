import { graphql } from "../../../gql/gql.ts";

/** The comments to applicants of a round that are to be translated into a language. */
export const COMMENTS = graphql(`
  query CommentsToApplicants($roundId: ID!, $into: Language!, $lacking: Boolean!, $after: String) {
    canMachineTranslate
    commentsToApplicants(roundId: $roundId, into: $into, lacking: $lacking, first: 20, after: $after) {
      nodes { ...CommentParts }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const COMMENT_PARTS = graphql(`
  fragment CommentParts on CommentToApplicant {
    id
    reference
    title
    stage
    text
    language
    version
    translations { ...Translation }
    viewerCan { translate }
  }
`);

export const SAVE_COMMENT = graphql(`
  mutation SaveCommentTranslation($input: SaveCommentTranslationInput!, $idempotencyKey: ID) {
    saveCommentTranslation(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      comment { ...CommentParts }
      conflict { text madeBy version }
    }
  }
`);

export const TRANSLATE_COMMENTS = graphql(`
  mutation TranslateComments($input: TranslateCommentsInput!, $idempotencyKey: ID) {
    translateComments(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      translated
      left
    }
  }
`);
