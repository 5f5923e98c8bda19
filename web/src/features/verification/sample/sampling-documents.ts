import type { DocumentType } from "../../../gql/gql.ts";
import { graphql } from "../../../gql/gql.ts";

/** Rounds that are going on, to find those whose entries are verified. */
export const VERIFIED_ROUNDS = graphql(`
  query VerifiedRounds {
    rounds(first: 50, states: [OPEN, DECIDING]) {
      nodes { id code name instrument { kind } }
    }
  }
`);

export const SAMPLING_PARTS = graphql(`
  fragment SamplingParts on Sampling {
    id
    drawable
    acceptable
    viewerCan { draw accept }
    sample {
      id
      percent
      stratifiedBy
      seed
      size
      outOf
      drawnBy
      drawnAt
      discrepancy { entries rows differing rate meanDifference }
    }
  }
`);

export const SAMPLING = graphql(`
  query Sampling($roundId: ID!) {
    sampling(roundId: $roundId) { ...SamplingParts }
  }
`);

export const DRAW_SAMPLE = graphql(`
  mutation DrawSample($input: DrawSampleInput!, $idempotencyKey: ID) {
    drawSample(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      sampling { ...SamplingParts }
    }
  }
`);

export const ACCEPT_UNSAMPLED = graphql(`
  mutation AcceptUnsampled($input: AcceptUnsampledInput!, $idempotencyKey: ID) {
    acceptUnsampled(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      accepted
      sampling { ...SamplingParts }
    }
  }
`);

export type SamplingParts = DocumentType<typeof SAMPLING_PARTS>;
export type Sample = NonNullable<SamplingParts["sample"]>;
