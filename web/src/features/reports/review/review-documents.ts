import { graphql } from "../../../gql/gql.ts";

export const REVIEW = graphql(`
  query ReportReview($areaId: ID!, $month: YearMonth!, $flagged: Boolean, $states: [ReportState!], $after: String) {
    reports(areaId: $areaId, from: $month, to: $month, flagged: $flagged, states: $states, first: 100, after: $after) {
      nodes {
        ...ReportFields
        area {
          id
          name
        }
        service {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const REVIEW_COUNTS = graphql(`
  query ReportReviewCounts($areaId: ID!, $month: YearMonth!) {
    reportOverview(areaId: $areaId, from: $month, to: $month) {
      area {
        id
        name
      }
      counts {
        ...Counts
      }
      viewerCan {
        lock
      }
    }
  }
`);

export const LOCK = graphql(`
  mutation LockReports($input: LockReportsInput!, $idempotencyKey: ID) {
    lockReports(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      count
    }
  }
`);

export const REOPEN = graphql(`
  mutation ReopenReports($input: ReopenReportsInput!, $idempotencyKey: ID) {
    reopenReports(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      count
    }
  }
`);

export const HISTORY = graphql(`
  query ReportHistory($reportId: ID!) {
    reportHistory(reportId: $reportId) {
      id
      at
      by
      verb
      reason
      changes {
        field
        before
        after
      }
    }
  }
`);
