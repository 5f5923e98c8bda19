import type { BulkCustodyMutation, MatchingEntriesInput } from "../../gql/graphql.ts";

/** What can be done to many entries at once. */
export type BulkActName = "ENDORSE" | "CHECK" | "RETURN" | "REMIND";

/** What is said of each entry. */
export type BulkOutcome = NonNullable<BulkCustodyMutation["bulkCustody"]["outcomes"]>[number];

/** On which entries: those ticked, as they were seen, or all that a list shows on whatever page. */
export type BulkTarget =
  | { readonly entries: readonly { readonly id: string; readonly version: number }[] }
  | { readonly matching: MatchingEntriesInput };

/** As the mutation takes it; `asOf` of the dry run keeps out what came after it. */
export function inputOf(on: BulkTarget, asOf: string | null = null) {
  if ("matching" in on) return { matching: { ...on.matching, asOf } };
  return { entries: on.entries.map(({ id, version }) => ({ id, version })) };
}
