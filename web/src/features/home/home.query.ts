import { graphql } from "../../gql/gql.ts";

/** All of the home page in one request. */
export const HomeDocument = graphql(`
  query Home {
    homeTasks { id verb count since dueAt month placeId placeName judgingId roundCode roundName timeZone }
    myRecentActs { id verb at count about }
    rounds(first: 4, states: [OPEN, DECIDING]) {
      nodes { id code name timeZone stages { id name startsAt endsAt state } }
    }
  }
`);

/** What ends within three days. */
export const DeadlinesDocument = graphql(`
  query Deadlines {
    homeDeadlines { id stageName roundName roundCode endsAt timeZone }
  }
`);
