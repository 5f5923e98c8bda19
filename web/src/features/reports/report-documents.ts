import { graphql } from "../../gql/gql.ts";

/** A report as the grid and the review show it. */
export const REPORT_FIELDS = graphql(`
  fragment ReportFields on MonthlyReport {
    id
    month
    version
    state
    returnReason
    submittedAt
    figures {
      carriedOver
      received
      processed
      processedInTime
      processingHours
      selfApplications
    }
    flags {
      measure
      side
      value
      median
    }
    viewerCan {
      edit
      approve
      return
      reopen
    }
  }
`);

export const GRID = graphql(`
  query ReportGrid($areaId: ID!, $month: YearMonth!) {
    reportGrid(jurisdictionId: $areaId, month: $month) {
      area {
        id
        code
        name
        level
      }
      month
      currentMonth
      dueAt
      timeZone
      viewerCan {
        edit
        approve
      }
      rows {
        service {
          id
          code
          name
        }
        report {
          ...ReportFields
        }
        lastMonth {
          carriedOver
          received
          processed
          processedInTime
          processingHours
          selfApplications
        }
        expectedCarriedOver
        usual {
          figure
          low
          median
          high
        }
      }
    }
  }
`);

export const SAVE = graphql(`
  mutation SaveReportFigures($input: SaveReportFiguresInput!, $idempotencyKey: ID) {
    saveReportFigures(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      report {
        ...ReportFields
      }
    }
  }
`);

export const SUBMIT = graphql(`
  mutation SubmitReports($input: SubmitReportsInput!, $idempotencyKey: ID) {
    submitReports(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      reports {
        ...ReportFields
      }
    }
  }
`);

export const APPROVE = graphql(`
  mutation ApproveReports($input: ApproveReportsInput!, $idempotencyKey: ID) {
    approveReports(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      count
    }
  }
`);

export const RETURN = graphql(`
  mutation ReturnReports($input: ReturnReportsInput!, $idempotencyKey: ID) {
    returnReports(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      count
    }
  }
`);

export const AREAS = graphql(`
  query ReportAreas {
    reportAreas {
      id
      code
      name
      level
      delivers
      mayApprove
    }
  }
`);

/** How far reports have come. */
export const COUNTS = graphql(`
  fragment Counts on ReportCounts {
    expected
    drafted
    submitted
    approved
    locked
    onTime
    late
    missing
    flagged
  }
`);

export const AREA = graphql(`
  query ReportArea($areaId: ID!, $from: YearMonth!, $to: YearMonth!, $after: String) {
    reportOverview(areaId: $areaId, from: $from, to: $to) {
      area {
        id
        code
        name
        level
      }
      counts {
        ...Counts
      }
      children(first: 100, after: $after) {
        nodes {
          area {
            id
            code
            name
          }
          counts {
            ...Counts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
    reportMonths(areaId: $areaId, from: $from, to: $to) {
      month
      dueAt
      counts {
        ...Counts
      }
    }
    areaSeries(areaId: $areaId, from: $from, to: $to) {
      month
      reports
      received
      processed
      selfApplications
      processingRate
      meanHours
    }
    reportAreas {
      id
      delivers
    }
  }
`);
