import { graphql } from "../../gql/gql.ts";

/** A round with all that its pages show and edit. */
export const RoundDocument = graphql(`
  query Round($code: String!) {
    round(code: $code) {
      ...RoundParts
    }
  }
`);

export const RoundPartsDocument = graphql(`
  fragment RoundParts on Round {
    id
    code
    name
    names { en rw id }
    description
    descriptions { en rw id }
    timeZone
    state
    illustrative
    openedAt
    version
    missing
    programme { id code name country }
    place { id country code name ancestors { id name } }
    viewerCan { edit open reviseInstrument beginDecision decide overseeJudging keySheets export copy }
    stages { id code kind name names { en rw id } startsAt endsAt startsAtLocal endsAtLocal graceMinutes state }
    instrument {
      id
      number
      frozenAt
      kind
      index { ...IndexParts }
      from
      to
      reportingLevel { code name }
      levels { code name }
      services { code name }
      metrics { metric weight share method floor target shrinkage }
      weightsNote
      minVolume
      minCompleteness
      tieBreaks { rule metric part }
      prizes { code name level { code name } places within { code name } }
      recognitionRoles { code name }
      definition
    }
    instrumentVersions { id number reason createdBy createdAt }
    choices { levels { code name } services { code name } }
  }
`);

export const IndexPartsDocument = graphql(`
  fragment IndexParts on IndexInstrument {
    affairs { code name }
    regional { code name group { code name } weight mandatory levels { level text } evidence description }
    innovation { code name group { code name } weight mandatory levels { level text } evidence description }
    regionalMaximum
    maturityMaximum
    countMaximum
    parameters {
      divisor
      cap
      perInnovation
      maximum
      basicAffairs { code name }
      basicAffairsAtLeast
      categories { code name from }
    }
    eligibility { windowFrom windowTo windowBasis minDesignWords maxEntries uniqueTitles }
    agencyRanking
    verifiers
    largestFile
  }
`);

/** The instruments that come with the platform. */
export const InstrumentTemplatesDocument = graphql(`
  query InstrumentTemplates {
    instrumentTemplates {
      code
      name
      kind
      definition
    }
  }
`);
