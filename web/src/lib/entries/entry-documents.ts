import { graphql } from "../../gql/gql.ts";
import type { BeginEntryMutationVariables } from "../../gql/graphql.ts";

/** What an entry is asked, and by which rules. */
export const GROUND = graphql(`
  fragment Ground on EntryGroundView {
    formId
    form
    indicators { code name description weight mandatory levels evidence }
    affairs { code name }
    eligibility
  }
`);

/** An entry with everything that writing it without a network needs. */
export const ENTRY = graphql(`
  query Entry($id: ID!) {
    entry(id: $id) {
      id
      kind
      title
      language
      state
      version
      heldSince
      copied
      round { id code name }
      region { id name }
      agency { id name }
      submission { endsAt graceUntil timeZone }
      ground { ...Ground }
      formChanges { kind field label }
      answers { field value version changedBy changedAt }
      claims { indicator claimed version changedBy changedAt }
      evidence { indicator field }
      events { to at reason fieldReasons { field reason } }
      history { facts }
      viewerCan { edit translate submit delete }
    }
  }
`);

/** Begins a draft under the id that this device made for it. */
export const BEGIN = graphql(`
  mutation BeginEntry($input: BeginEntryInput!, $idempotencyKey: ID) {
    beginEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      entry { id }
    }
  }
`);

export const SAVE_ANSWERS = graphql(`
  mutation SaveAnswers($input: SaveAnswersInput!, $idempotencyKey: ID) {
    saveAnswers(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      saved { field value version changedBy changedAt }
      conflicts { field theirs version changedBy changedAt }
      notSaved { code field values }
    }
  }
`);

export const SAVE_CLAIMS = graphql(`
  mutation SaveClaims($input: SaveClaimsInput!, $idempotencyKey: ID) {
    saveClaims(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      saved { indicator claimed version changedBy changedAt }
      conflicts { indicator theirs version changedBy changedAt }
      notSaved { code field values }
    }
  }
`);

/** Tells who is here, and hears who else is. */
export const TOUCH = graphql(`
  mutation TouchEntry($input: TouchEntryInput!) {
    touchEntry(input: $input) {
      refusals { code }
      others { name field since }
    }
  }
`);

/** What beginning a draft sends. */
export type BeginVariables = Pick<BeginEntryMutationVariables, "input">;
