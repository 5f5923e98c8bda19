import { graphql } from "../../gql/gql.ts";

export const SERVICE_FIELDS = graphql(`
  fragment ServiceFields on Service {
    id
    country
    code
    name
    names {
      en
      rw
      id
    }
    descriptions {
      en
      rw
      id
    }
    level {
      name
    }
    retiredAt
    version
    standards {
      inForceFrom
      fee
      currency
      longestTime
      timeUnit
    }
    viewerCan {
      edit
    }
  }
`);

export const SERVICES = graphql(`
  query Services($withRetired: Boolean!, $after: String) {
    services(withRetired: $withRetired, first: 100, after: $after) {
      nodes {
        id
        code
        name
        country
        level {
          name
        }
        retiredAt
        standard {
          inForceFrom
          fee
          currency
          longestTime
          timeUnit
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SERVICE = graphql(`
  query Service($id: ID!) {
    service(id: $id) {
      ...ServiceFields
    }
  }
`);

export const CREATE = graphql(`
  mutation CreateService($input: CreateServiceInput!, $idempotencyKey: ID) {
    createService(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      service {
        ...ServiceFields
      }
    }
  }
`);

export const UPDATE = graphql(`
  mutation UpdateService($input: UpdateServiceInput!, $idempotencyKey: ID) {
    updateService(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      service {
        ...ServiceFields
      }
    }
  }
`);

export const SET_STANDARD = graphql(`
  mutation SetServiceStandard($input: SetServiceStandardInput!, $idempotencyKey: ID) {
    setServiceStandard(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      service {
        ...ServiceFields
      }
    }
  }
`);

export const RETIRE = graphql(`
  mutation RetireService($input: RetireServiceInput!, $idempotencyKey: ID) {
    retireService(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      service {
        ...ServiceFields
      }
    }
  }
`);

/** What a new service is chosen among: countries, and the levels of one. */
export const SERVICE_CHOICES = graphql(`
  query ServiceChoices($country: String!) {
    countries {
      id
      country
      name
    }
    areaLevels(country: $country) {
      code
      name
    }
  }
`);

/** A country's reporting calendar. */
export const CALENDAR_FIELDS = graphql(`
  fragment CalendarFields on ReportingCalendar {
    id
    country
    name
    timeZone
    dueDay
    version
    viewerCan {
      set
    }
  }
`);

export const CALENDARS = graphql(`
  query ReportingCalendars {
    reportingCalendars {
      ...CalendarFields
    }
  }
`);

export const SET_CALENDAR = graphql(`
  mutation SetReportingCalendar($input: SetReportingCalendarInput!, $idempotencyKey: ID) {
    setReportingCalendar(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      calendar {
        ...CalendarFields
      }
    }
  }
`);
