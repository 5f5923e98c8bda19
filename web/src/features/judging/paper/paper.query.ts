import { graphql } from "../../../gql/gql.ts";
import type { PaperSheetPartsFragment, PaperStagesQuery } from "../../../gql/graphql.ts";

/** The stages of a round whose sheets may be keyed in. */
export const PAPER_STAGES = graphql(`
  query PaperStages($roundId: ID!) {
    paperStages(roundId: $roundId) {
      id
      code
      name
      state
      rubric {
        mode
        criteria { code name min max step comment }
        failReasons { code name }
      }
      counts { open once differs done signed }
      judges { id code sheets }
      viewerCan { key print }
    }
  }
`);

/** The sheets of a stage, page by page. */
export const PAPER_SHEETS = graphql(`
  query PaperSheets($stageId: ID!, $states: [SheetState!], $search: String, $after: String) {
    paperSheets(stageId: $stageId, states: $states, search: $search, first: 50, after: $after) {
      nodes {
        assignmentId
        code
        judge
        reference
        state
        keyedBy { name mine }
        viewerCan { key }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** A sheet with what the asker may know of it. */
export const PAPER_SHEET_PARTS = graphql(`
  fragment PaperSheetParts on PaperSheet {
    assignmentId
    code
    judge
    reference
    state
    keyedBy { name mine }
    reading {
      outcome
      marks { criterion value comment }
      failReasons
      abstainReason
      commentToApplicant
      commentToPanel
    }
    differences { field first second }
    viewerCan { key }
  }
`);

/** The sheet with a code. */
export const PAPER_SHEET = graphql(`
  query PaperSheet($stageId: ID!, $code: String!) {
    paperSheet(stageId: $stageId, code: $code) {
      ...PaperSheetParts
    }
  }
`);

export const KEY_SHEET = graphql(`
  mutation KeySheet($input: KeySheetInput!, $idempotencyKey: ID) {
    keySheet(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      sheet { ...PaperSheetParts }
    }
  }
`);

export type PaperStage = PaperStagesQuery["paperStages"][number];
export type PaperSheet = PaperSheetPartsFragment;
