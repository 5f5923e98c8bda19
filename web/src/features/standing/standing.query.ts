import { graphql } from "../../gql/gql.ts";
import type { StandingQuery, WhyRankQuery } from "../../gql/graphql.ts";

/** A round's standing at one level. */
export const StandingDocument = graphql(`
  query Standing($round: ID!, $level: String) {
    standing(roundId: $round, level: $level) {
      roundId
      roundCode
      roundName
      roundState
      illustrative
      kind
      level
      levels { code name }
      from
      to
      approvedReports
      expectedReports
      previousRound
      metrics { metric name direction weight maximum }
      rows {
        area { id code name ancestors { id code name level } }
        rank
        score
        volume
        tiedWith
        previousRank
        previousScore
        index { claimed { index } verified { index categoryName innovations meanMaturity } }
        shares { metric value normalised contribution }
      }
      ineligible {
        area { id code name ancestors { id code name level } }
        index { claimed { index } verified { index } }
        reasons { code values }
      }
      viewerCan { decide }
    }
  }
`);

/** Why one area stands where it does. */
export const WhyRankDocument = graphql(`
  query WhyRank($round: ID!, $subject: ID!) {
    whyRank(roundId: $round, subjectId: $subject) {
      area { id name ancestors { id name level } }
      level
      rankedCount
      rank
      score
      totalWeight
      requirements { code metric met has needed missing }
      steps {
        metric
        numerator
        denominator
        value
        shrunkValue
        shrinkage
        overall
        lowest
        highest
        normalised
        weight
        contribution
      }
      values { metric numerator denominator value }
      index {
        divisor
        cap
        perInnovation
        maximum
        basicAffairsAtLeast
        claimed { ...WhyIndexSide }
        verified { ...WhyIndexSide }
      }
      reasons { code values }
      tieBreak { rule metric }
      tiedWith { id name }
    }
  }
`);

/** One side of an index, claimed or verified. */
export const WhyIndexSideFragment = graphql(`
  fragment WhyIndexSide on ResultIndexFigures {
    index
    categoryName
    spd
    maturityPart
    count
    meanMaturity
    innovations
    basicAffairs
    countScores
  }
`);

/** Two areas beside each other. */
export const CompareDocument = graphql(`
  query CompareSubjects($round: ID!, $first: ID!, $second: ID!) {
    compareSubjects(roundId: $round, firstId: $first, secondId: $second) {
      level
      first { area { id name } rank score }
      second { area { id name } rank score }
      metrics { metric firstValue secondValue firstPoints secondPoints difference }
      difference
    }
  }
`);

/** Rounds whose standing can be seen. */
export const StandingRoundsDocument = graphql(`
  query StandingRounds($first: Int, $after: String) {
    rounds(first: $first, after: $after) {
      nodes { id code name state programme { id name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type Standing = StandingQuery["standing"];
export type StandingRow = Standing["rows"][number];
export type IneligibleRow = Standing["ineligible"][number];
export type Why = WhyRankQuery["whyRank"];
