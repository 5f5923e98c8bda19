import { graphql } from "../../../gql/gql.ts";

/** What an entry says and how it was translated. */
export const TRANSLATIONS = graphql(`
  query EntryTranslations($id: ID!) {
    canMachineTranslate
    entry(id: $id) {
      id
      answers { field value version }
      translations { ...Translation }
    }
  }
`);

export const SAVE_TRANSLATION = graphql(`
  mutation SaveTranslation($input: SaveTranslationInput!, $idempotencyKey: ID) {
    saveTranslation(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      translations { ...Translation }
      conflict { text madeBy version }
    }
  }
`);

export const TRANSLATE = graphql(`
  mutation TranslateEntry($input: TranslateEntryInput!, $idempotencyKey: ID) {
    translateEntry(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      translations { ...Translation }
    }
  }
`);
