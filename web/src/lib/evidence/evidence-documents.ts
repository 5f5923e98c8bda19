import type { DocumentType } from "../../gql/gql.ts";
import { graphql } from "../../gql/gql.ts";

/** All the evidence of an entry, with what may be added. */
export const EVIDENCE = graphql(`
  query Evidence($entryId: ID!) {
    evidence(entryId: $entryId) {
      ...EvidenceShelf
    }
  }
`);

export const EVIDENCE_SHELF = graphql(`
  fragment EvidenceShelf on EvidenceShelf {
    id
    largestFile
    kinds
    viewerCan { change }
    items { ...EvidencePiece }
    removed { ...EvidencePiece }
  }
`);

export const EVIDENCE_PIECE = graphql(`
  fragment EvidencePiece on Evidence {
    id
    indicator
    field
    kind
    name
    url
    mediaType
    size
    scan
    addedBy
    addedAt
    removedBy
    removedAt
    removedReason
  }
`);

export const ADD_EVIDENCE = graphql(`
  mutation AddEvidence($input: AddEvidenceInput!, $idempotencyKey: ID) {
    addEvidence(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      evidence { ...EvidenceShelf }
    }
  }
`);

export const ADD_EVIDENCE_LINK = graphql(`
  mutation AddEvidenceLink($input: AddEvidenceLinkInput!, $idempotencyKey: ID) {
    addEvidenceLink(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      evidence { ...EvidenceShelf }
    }
  }
`);

export const REMOVE_EVIDENCE = graphql(`
  mutation RemoveEvidence($input: RemoveEvidenceInput!, $idempotencyKey: ID) {
    removeEvidence(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      evidence { ...EvidenceShelf }
    }
  }
`);

/** A piece of evidence as the lists show it. */
export type Piece = DocumentType<typeof EVIDENCE_PIECE>;
/** Kinds of evidence that a round may take. */
export type PieceKind = Piece["kind"];
