import { graphql } from "../../../gql/gql.ts";

/** The round of these pages. */

export const JUDGED_ROUND = graphql(`
  query JudgedRound($code: String!) {
    round(code: $code) {
      id
      code
      name
    }
  }
`);

/** The stages in which judges may sit. */

export const SEAT_STAGES = graphql(`
  query SeatStages($roundId: ID!) {
    judgingStages(roundId: $roundId) {
      id
      code
      name
      panels {
        code
        name
      }
    }
  }
`);

export const JUDGES = graphql(`
  query Judges($roundId: ID!, $waiting: Boolean, $search: String, $after: String) {
    judges(roundId: $roundId, waiting: $waiting, search: $search, first: 50, after: $after) {
      nodes {
        id
        code
        name
        email
        state
        waiting
        expertise
        languages
        capacity
        leftReason
        version
        seats {
          stage
          panel
        }
        load {
          assigned
          signed
          ended
        }
        viewerCan {
          lead
          resend
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Judges of a round who can take over from another. */
export const JUDGES_AT_WORK = graphql(`
  query JudgesAtWork($roundId: ID!, $search: String) {
    judges(roundId: $roundId, states: [ACCEPTED], search: $search, first: 100) {
      nodes {
        id
        code
        name
        waiting
        load {
          assigned
        }
      }
    }
  }
`);

export const JUDGE = graphql(`
  query Judge($id: ID!) {
    judge(id: $id) {
      id
      code
      name
      state
      waiting
      capacity
      version
      seats {
        stage
        panel
      }
    }
  }
`);

export const INVITE_JUDGES = graphql(`
  mutation InviteJudges($input: InviteJudgesInput!, $idempotencyKey: ID) {
    inviteJudges(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      dryRun
      done
      lines {
        line
        name
        email
        isNew
        refusal {
          code
          field
          values
        }
      }
    }
  }
`);

export const RESEND_JUDGE = graphql(`
  mutation ResendJudgeInvitation($input: ResendJudgeInput!, $idempotencyKey: ID) {
    resendJudgeInvitation(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
    }
  }
`);

export const SEAT_JUDGE = graphql(`
  mutation SeatJudge($input: SeatJudgeInput!, $idempotencyKey: ID) {
    seatJudge(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
    }
  }
`);

export const VACANCIES = graphql(`
  query JudgeVacancies($roundId: ID!) {
    judgeVacancies(roundId: $roundId) {
      assignmentId
      stageId
      stage
      entryId
      reference
      judge
      end
      reason
      judges
      needed
    }
  }
`);

export const REPLACEMENTS = graphql(`
  query Replacements($stageId: ID!, $entryId: ID!) {
    replacements(stageId: $stageId, entryId: $entryId) {
      judgeId
      code
      name
      waiting
      knowsAffair
      readsLanguage
      load
      capacity
    }
  }
`);

export const REPLACE = graphql(`
  mutation ReplaceJudge($input: ReplaceJudgeInput!, $idempotencyKey: ID) {
    replaceJudge(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      done
      outcomes {
        assignmentId
        reference
        refusal {
          code
          field
          values
        }
      }
    }
  }
`);
