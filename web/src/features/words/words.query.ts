import { graphql } from "../../gql/gql.ts";

/** Everything that is not said in every language. */
export const MissingWordsDocument = graphql(`
  query MissingWords {
    missingTranslations {
      id
      kind
      part
      country
      code
      name
      missing
    }
  }
`);
