import { graphql } from "../../gql/gql.ts";

/** Who holds an entry, and what the reader may do with it. */
export const ENTRY_CUSTODY = graphql(`
  query EntryCustody($id: ID!) {
    entryCustody(id: $id) {
      ...Custody_entry
    }
  }
`);

export const CUSTODY = graphql(`
  fragment Custody_entry on EntryCustody {
    id
    kind
    state
    holder
    heldBy
    heldSince
    inGrace
    version
    timeZone
    acts
    canRemind
    opensAt
    endsAt
    graceEndsAt
    time
  }
`);

/** What happened to an entry. */
export const ENTRY_EVENTS = graphql(`
  query EntryEvents($id: ID!) {
    entry(id: $id) {
      id
      events {
        id
        act
        to
        by
        forName
        at
        reason
        inGrace
        fieldReasons {
          field
          label
          reason
        }
      }
    }
  }
`);

export const STEPPED = graphql(`
  fragment Custody_stepped on EntryStepPayload {
    refusals {
      code
      field
      values
    }
    custody {
      ...Custody_entry
    }
    entry {
      id
      state
      holder
      heldSince
      submittedAt
      inGrace
      version
    }
  }
`);

export const SUBMIT_ENTRY = graphql(`
  mutation SubmitEntry($input: StepEntryInput!, $idempotencyKey: ID) {
    submitEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ...Custody_stepped
    }
  }
`);

export const ENDORSE_ENTRY = graphql(`
  mutation EndorseEntry($input: StepEntryInput!, $idempotencyKey: ID) {
    endorseEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ...Custody_stepped
    }
  }
`);

export const CHECK_ENTRY = graphql(`
  mutation CheckEntry($input: StepEntryInput!, $idempotencyKey: ID) {
    checkEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ...Custody_stepped
    }
  }
`);

export const RETURN_ENTRY = graphql(`
  mutation ReturnEntry($input: ReturnEntryInput!, $idempotencyKey: ID) {
    returnEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ...Custody_stepped
    }
  }
`);

export const EXCLUDE_ENTRY = graphql(`
  mutation ExcludeEntry($input: ExcludeEntryInput!, $idempotencyKey: ID) {
    excludeEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ...Custody_stepped
    }
  }
`);

export const WITHDRAW_ENTRY = graphql(`
  mutation WithdrawEntry($input: WithdrawEntryInput!, $idempotencyKey: ID) {
    withdrawEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ...Custody_stepped
    }
  }
`);

export const RESUME_ENTRY = graphql(`
  mutation ResumeEntry($input: StepEntryInput!, $idempotencyKey: ID) {
    resumeEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      ...Custody_stepped
    }
  }
`);

/** One act on many entries, or what it would do. */
export const BULK_CUSTODY = graphql(`
  mutation BulkCustody($input: BulkCustodyInput!, $idempotencyKey: ID) {
    bulkCustody(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      dryRun
      done
      asOf
      outcomes {
        id
        title
        recipients
        refusal {
          code
          field
          values
        }
      }
    }
  }
`);
