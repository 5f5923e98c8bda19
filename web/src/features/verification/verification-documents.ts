import type { DocumentType } from "../../gql/gql.ts";
import { graphql } from "../../gql/gql.ts";

/** Entries that wait for the reader. */
export const VERIFICATION_QUEUE = graphql(`
  query VerificationQueue($after: String) {
    verificationQueue(first: 50, after: $after) {
      nodes {
        id
        claimed
        waiting
        entry {
          id
          title
          kind
          heldSince
          sampled
          round { id name }
          region { id name }
          agency { id name }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What the workbench shows of a verification. */
export const VERIFICATION_PARTS = graphql(`
  fragment VerificationParts on Verification {
    id
    verifiers
    open
    claimedPoints
    verifiedPoints
    inSample
    viewerCan { verify complete }
    entry { id state version }
    rows {
      indicator
      name
      group
      weight
      levels
      wanted
      claimed
      verified
      version
      evidence
      state
      canSay
      opinions { part verifier level note at mine }
    }
  }
`);

export const VERIFICATION = graphql(`
  query Verification($entryId: ID!) {
    verification(entryId: $entryId) {
      ...VerificationParts
      evidence { ...EvidenceShelf }
      entry {
        id
        title
        kind
        round { id name timeZone }
        region { id name }
        agency { id name }
      }
    }
  }
`);

export const SET_VERIFIED_LEVEL = graphql(`
  mutation SetVerifiedLevel($input: SetVerifiedLevelInput!, $idempotencyKey: ID) {
    setVerifiedLevel(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      verification { ...VerificationParts }
    }
  }
`);

export const ACCEPT_CLAIMED_LEVELS = graphql(`
  mutation AcceptClaimedLevels($input: AcceptClaimedLevelsInput!, $idempotencyKey: ID) {
    acceptClaimedLevels(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      verification { ...VerificationParts }
    }
  }
`);

export const COMPLETE_VERIFICATION = graphql(`
  mutation CompleteVerification($input: CompleteVerificationInput!, $idempotencyKey: ID) {
    completeVerification(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      verification { ...VerificationParts }
    }
  }
`);

/** The index of the entry's region, as claimed and as verified. */
export const VERIFICATION_INDEX = graphql(`
  query VerificationIndex($roundId: ID!, $jurisdictionId: ID!) {
    regionalIndex(roundId: $roundId, jurisdictionId: $jurisdictionId) {
      claimed { index innovations category { code name } }
      verified { index innovations category { code name } }
    }
  }
`);

export type VerificationParts = DocumentType<typeof VERIFICATION_PARTS>;
export type VerificationRow = VerificationParts["rows"][number];
