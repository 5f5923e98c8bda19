import { graphql } from "../../gql/gql.ts";
import type { RegionAgenciesQuery, RegionQuery, RegionSideFragment as Side } from "../../gql/graphql.ts";

/** One side of a region's index, claimed or verified. */
export const RegionSideFragment = graphql(`
  fragment RegionSide on IndexValue {
    index
    category { code name from }
    spd
    maturity
    maturityPart
    count
    meanMaturity
    innovations
    affairs
    basicAffairs
    countScores
  }
`);

/** Where a region stands in a round, with the rules its index follows from. */
export const RegionDocument = graphql(`
  query Region($round: ID!, $code: String!, $country: String!, $area: String!) {
    regionStanding(roundId: $round, country: $country, code: $area) {
      roundId
      roundCode
      roundName
      roundState
      illustrative
      area { id code name level ancestors { id code name level } }
      rankSource
      peers { kind name rank count }
      previous { round roundName index rank }
      canSeeStanding
      index {
        agencies
        regionalClaimed
        regionalVerified
        regionalLevels { indicator claimed verified }
        claimed { ...RegionSide }
        verified { ...RegionSide }
      }
    }
    round(code: $code) {
      id
      instrument {
        id
        index {
          regionalMaximum
          maturityMaximum
          countMaximum
          agencyRanking
          regional { code name weight levels { level text } }
          parameters {
            divisor
            cap
            perInnovation
            maximum
            basicAffairsAtLeast
            basicAffairs { code name }
            categories { code name from }
          }
        }
      }
    }
  }
`);

/** A region's offices, by rank. */
export const RegionAgenciesDocument = graphql(`
  query RegionAgencies($round: ID!, $area: ID!, $first: Int, $after: String) {
    agencyIndices(roundId: $round, jurisdictionId: $area, first: $first, after: $after) {
      nodes { agencyId name rank reported verified claimedMaturity verifiedMaturity }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type Region = RegionQuery["regionStanding"];
export type Rules = NonNullable<NonNullable<NonNullable<RegionQuery["round"]>["instrument"]>["index"]>;
export type IndexSide = Side;
export type OwnLevel = Region["index"]["regionalLevels"][number];
export type Office = RegionAgenciesQuery["agencyIndices"]["nodes"][number];
