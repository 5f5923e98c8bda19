import type { Language } from "@isonga/schema/languages";
import { graphql } from "../../gql/gql.ts";
import { client } from "../apollo/client.ts";
import { newIdempotencyKey } from "../apollo/idempotency-key.ts";

/**
 * Keeps the language that the page is turned into in the account, so that letters and other devices follow. Without a network the
 * address and this device still have it.
 */
export async function keepMyLanguage(language: Language): Promise<void> {
  try {
    await client.mutate({ mutation: SET, variables: { language, idempotencyKey: newIdempotencyKey() }, context: { quietSession: true } });
  } catch {
    // said by the strip under the top
  }
}

const SET = graphql(`
  mutation SetMyLanguage($language: Language!, $idempotencyKey: ID) {
    setMyLanguage(input: { language: $language }, idempotencyKey: $idempotencyKey) {
      me {
        id
        language
        version
      }
    }
  }
`);
