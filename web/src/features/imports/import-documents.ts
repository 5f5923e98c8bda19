import { graphql } from "../../gql/gql.ts";

/** What somebody may import, and their latest imports. */
export const ImportsQuery = graphql(`
  query Imports($after: String, $everybody: Boolean!) {
    importKinds {
      kind
      formats
      mayApprove
      columns {
        name
        required
      }
    }
    importRuns(first: 25, after: $after, everybody: $everybody) {
      nodes {
        id
        kind
        fileName
        dryRun
        state
        rowsRead
        rowsRefused
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** One import as it is now. */
export const ImportRunQuery = graphql(`
  query ImportRunPage($id: ID!) {
    importRun(id: $id) {
      id
      kind
      fileName
      fileKey
      mode
      dryRun
      state
      rowsTotal
      rowsRead
      rowsNew
      rowsChanged
      rowsUnchanged
      rowsRefused
      faultId
      options
      createdAt
      finishedAt
      understood {
        format
        encoding
        delimiter
        sheet
        columns {
          column
          header
        }
        ignored
        facts {
          name
          value
        }
      }
    }
  }
`);

/** Why rows were refused. */
export const ImportRefusalsQuery = graphql(`
  query ImportRefusals($id: ID!, $after: String) {
    importRun(id: $id) {
      id
      refusals(first: 50, after: $after) {
        nodes {
          id
          line
          column
          code
          values
          row
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What an import makes and changes. */
export const ImportChangesQuery = graphql(`
  query ImportChanges($id: ID!, $after: String) {
    importRun(id: $id) {
      id
      changes(first: 50, after: $after) {
        nodes {
          id
          line
          kind
          subject
          before
          after
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const StartImportMutation = graphql(`
  mutation StartImport($input: StartImportInput!, $idempotencyKey: ID) {
    startImport(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      run {
        id
      }
    }
  }
`);

/** Rounds that take entries, for files of innovations. */
export const IndexRoundsQuery = graphql(`
  query IndexRoundsToImport {
    rounds(first: 100, states: [DRAFT, OPEN, DECIDING]) {
      nodes {
        id
        code
        name
        instrument {
          id
          kind
        }
      }
    }
  }
`);

/** Rounds that juries decide, with their stages. */
export const JuryRoundsQuery = graphql(`
  query JuryRoundsToImport {
    rounds(first: 100, states: [OPEN, DECIDING]) {
      nodes {
        id
        code
        name
        instrument {
          id
          kind
        }
        stages {
          id
          code
          kind
          name
        }
      }
    }
  }
`);
