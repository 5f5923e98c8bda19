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
    deliveredAt
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
        deliveredAt
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
