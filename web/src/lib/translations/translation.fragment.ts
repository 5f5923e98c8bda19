import { graphql } from "../../gql/gql.ts";

/** A text said in another language, as the pages that translate know it. */
export const TRANSLATION = graphql(`
  fragment Translation on EntryTranslation {
    field
    language
    text
    origin
    ofVersion
    stale
    version
    madeBy
  }
`);
