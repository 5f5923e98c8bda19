import { graphql } from "../../../gql/gql.ts";

/** All that beginning an entry in a round needs, also without a network. */
export const BEGIN_GROUND = graphql(`
  query BeginGround($roundId: ID!) {
    submission(roundId: $roundId) { startsAt endsAt timeZone }
    innovation: entryGround(roundId: $roundId, kind: INNOVATION) { ...Ground }
    regional: entryGround(roundId: $roundId, kind: REGIONAL) { ...Ground }
    myAgencies(roundId: $roundId, first: 100) { nodes { id name jurisdiction { id name } } }
    myRegions(roundId: $roundId, first: 100) { nodes { id name } }
  }
`);

/** Innovations of one's offices that were entered before, and what stands against entering them again. */
export const EARLIER = graphql(`
  query EarlierInnovations($roundId: ID!, $agencyId: ID) {
    innovations(agencyId: $agencyId, first: 100) {
      nodes {
        id
        title
        beginning(roundId: $roundId) {
          entered
          barredBy { code field values }
          latest { id round { id name } }
        }
      }
    }
  }
`);

export const COPY = graphql(`
  mutation CopyEntry($input: CopyEntryInput!, $idempotencyKey: ID) {
    copyEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      entry { id }
    }
  }
`);
