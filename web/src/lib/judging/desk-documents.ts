import { graphql } from "../../gql/gql.ts";

/** An entry as its judge sees it. */
export const JUDGED_SHEET = graphql(`
  fragment JudgedSheet on JudgedEntry {
    reference
    title
    agency
    jurisdiction
    language
    sections {
      code
      title
      fields {
        key
        label
        text
        language
        translations {
          language
          text
          origin
          isStale
        }
      }
      evidence {
        id
        neutralName
        kind
        mediaType
        size
        url
      }
    }
  }
`);

/** What changes on a card while it is written. */
export const WRITTEN_CARD = graphql(`
  fragment WrittenCard on JudgingCard {
    assignmentId
    cardVersion
    state
    skipped
    calibration
    marks {
      criterion
      value
      comment
      version
    }
    notes {
      privateNote
      privateVersion
      commentToApplicant
      applicantVersion
      commentToPanel
      panelVersion
    }
    outcome
    failReasons
    abstainReason
    signedAt
    inGrace
    fromPaper
    askedAgain
    others {
      judge
      outcome
      marks {
        criterion
        value
        comment
      }
      commentToPanel
    }
    viewerCan {
      mark
      sign
      abstain
      recuse
    }
  }
`);

/** What a judge has to do in a stage, and how it is scored. */
export const DESK_QUEUE = graphql(`
  fragment DeskQueue on JudgingQueue {
    stage {
      id
      code
      name
      roundName
      state
      endsAt
      graceMinutes
      timeZone
      takesMarks
      othersWhen
      feedback
      rubric {
        mode
        criteria {
          code
          name
          description
          weight
          min
          max
          step
          comment
          ranking
          anchors {
            value
            text
          }
        }
        failReasons {
          code
          name
        }
      }
    }
    items {
      assignmentId
      reference
      title
      state
      position
      calibration
      marked
      askedAgain
      endedBecause
    }
    comparisons {
      id
      leftReference
      rightReference
      winner
      position
      version
    }
  }
`);

export const QUEUE = graphql(`
  query JudgingQueue($stageId: ID!) {
    judgingQueue(stageId: $stageId) {
      ...DeskQueue
    }
  }
`);

export const CARD = graphql(`
  query JudgingCard($id: ID!) {
    judgingCard(assignmentId: $id) {
      ...WrittenCard
      stage {
        id
      }
      entry {
        ...JudgedSheet
      }
    }
  }
`);

/** Everything of a stage at once, to be taken along. */
export const BUNDLE = graphql(`
  query JudgingBundle($stageId: ID!) {
    judgingBundle(stageId: $stageId) {
      queue {
        ...DeskQueue
      }
      cards {
        ...WrittenCard
        entry {
          ...JudgedSheet
        }
      }
      evidence {
        assignmentId
        id
        url
        size
      }
      evidenceBytes
    }
  }
`);
