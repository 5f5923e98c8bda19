import { graphql } from "../../../gql/gql.ts";

/** The rounds whose entries can be listed. */
export const ENTRY_ROUNDS = graphql(`
  query EntryRounds {
    rounds(first: 100) {
      nodes {
        id
        code
        name
        state
        hasEntries
        timeZone
        programme { id code }
        instrument { id kind }
      }
    }
  }
`);

/** A page of a round's entries. */
export const ENTRIES = graphql(`
  query Entries($roundId: ID!, $states: [EntryState!], $search: String, $order: EntryOrder, $after: String) {
    entries(roundId: $roundId, states: $states, search: $search, order: $order, first: 50, after: $after) {
      totalCount
      nodes {
        id
        kind
        title
        state
        holder
        heldSince
        updatedAt
        region { id name }
        agency { id name }
        viewerCan { edit delete }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
