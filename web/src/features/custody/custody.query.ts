import { graphql } from "../../gql/gql.ts";

export const CUSTODY_ROW = graphql(`
  fragment Custody_row on CustodyEntry {
    id
    kind
    state
    holder
    heldSince
    inGrace
    version
    timeZone
    title
    agencyName
    placeName
    roundCode
    roundName
    acts
    canRemind
  }
`);

export const HELD = graphql(`
  query HeldEntries($after: String) {
    entriesIHold(first: 50, after: $after) {
      nodes {
        ...Custody_row
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Rounds that have entries on their way. */
export const CUSTODY_ROUNDS = graphql(`
  query CustodyRounds {
    rounds(first: 20, states: [OPEN, DECIDING]) {
      nodes {
        id
        code
        name
        stages {
          id
          kind
        }
      }
    }
  }
`);

export const CUSTODY_ROUND = graphql(`
  query CustodyRound($code: String!) {
    round(code: $code) {
      id
      code
      name
      timeZone
    }
  }
`);

export const CUSTODY_COUNTS = graphql(`
  query CustodyCounts($roundId: ID!) {
    custodyCounts(roundId: $roundId) {
      holder
      count
      mine
      oldest
    }
  }
`);

export const ROUND_ENTRIES = graphql(`
  query CustodyEntries($roundId: ID!, $holder: Role, $after: String) {
    custodyEntries(roundId: $roundId, holder: $holder, first: 50, after: $after) {
      nodes {
        ...Custody_row
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const FUNNEL = graphql(`
  query EntryFunnel($roundId: ID!, $by: FunnelGroup!) {
    entryFunnel(roundId: $roundId, by: $by) {
      agencyId
      agencyName
      day
      drafted
      submitted
      endorsed
      checked
      verified
      returned
      ineligible
      withdrawn
    }
  }
`);
