import { graphql } from "../../gql/gql.ts";
import type { PublicationsQuery, TrayPartsFragment } from "../../gql/graphql.ts";

export const TrayPartsDocument = graphql(`
  fragment TrayParts on DecisionTray {
    roundId
    roundCode
    roundName
    roundState
    illustrative
    stagedCount
    openCount
    conflictCount
    prizes {
      prize
      name
      level
      within { id code name }
      places
      vacant
      open
      proposals { area { id name ancestors { id name } } place rank score staged }
      undecided { area { id name ancestors { id name } } rank score }
      withheld { id area { id name ancestors { id name } } place reason version }
      winners {
        decision { id area { id name ancestors { id name } } place reason version }
        rank
        score
        isProposed
        conflict
      }
    }
    others { id kind area { id level name ancestors { id name } } place reason note { en rw id } version }
    ties { level rank areas { id name ancestors { id name } } }
    roles { code name }
    recognitions { id subjectId role personName }
    viewerCan { decide }
  }
`);

export const TrayDocument = graphql(`
  query DecisionTray($round: ID!) {
    decisionTray(roundId: $round) { ...TrayParts }
  }
`);

export const StageDocument = graphql(`
  mutation StageDecision($input: StageDecisionInput!, $idempotencyKey: ID) {
    stageDecision(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } tray { ...TrayParts } }
  }
`);

export const UnstageDocument = graphql(`
  mutation UnstageDecision($input: UnstageDecisionInput!, $idempotencyKey: ID) {
    unstageDecision(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } tray { ...TrayParts } }
  }
`);

export const AcceptDocument = graphql(`
  mutation AcceptProposals($input: AcceptProposalsInput!, $idempotencyKey: ID) {
    acceptProposals(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } tray { ...TrayParts } }
  }
`);

export const OfficialsDocument = graphql(`
  mutation SetRecognitions($input: SetRecognitionsInput!, $idempotencyKey: ID) {
    setRecognitions(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } tray { ...TrayParts } }
  }
`);

/** Whom the chair can choose among. */
export const CandidatesDocument = graphql(`
  query DecisionCandidates($round: ID!, $level: String) {
    standing(roundId: $round, level: $level) {
      roundId
      level
      levels { code name }
      rows { area { id name ancestors { id name } } rank score }
    }
  }
`);

export const PreviewDocument = graphql(`
  query PreviewPublication($round: ID!) {
    previewPublication(roundId: $round) { roundId hash number correctsNumber problems { code field values } content }
  }
`);

export const PublishDocument = graphql(`
  mutation PublishRound($input: PublishRoundInput!, $idempotencyKey: ID) {
    publishRound(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      publication { id number publicFrom isPublic }
    }
  }
`);

export const PublicationsDocument = graphql(`
  query Publications($round: ID!) {
    publications(roundId: $round) {
      id
      number
      correctsNumber
      correctedByNumber
      reason
      publishedAt
      publishedByName
      publicFrom
      isPublic
      checksum
    }
  }
`);

export const CheckDocument = graphql(`
  query VerifyPublication($round: ID!, $number: Int!) {
    verifyPublication(roundId: $round, number: $number) {
      number
      checksumMatches
      rowsMatch
      ownFiguresAgree
      currentFiguresAgree
      differing
    }
  }
`);

export type Tray = TrayPartsFragment;
export type Slot = Tray["prizes"][number];
export type Winner = Slot["winners"][number];
export type OtherDecision = Tray["others"][number];
export type PublicationRow = PublicationsQuery["publications"][number];
