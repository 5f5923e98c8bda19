import type { RefusalCode } from "@isonga/schema/refusal-codes";
import type { Instant } from "../../kernel/graphql/scalars.ts";

/** Whose word a level is: the first verifier's, the second's, or of whoever settled what the two said differently. */
export const VERIFICATION_PARTS = ["FIRST", "SECOND", "SETTLEMENT"] as const;
export type VerificationPart = (typeof VERIFICATION_PARTS)[number];

/** What one person found in one row. */
export type Opinion = {
  readonly part: VerificationPart;
  readonly verifierId: string | null;
  readonly verifier: string | null;
  readonly level: number;
  readonly note: string | null;
  readonly at: Instant;
};

/**
 * Where a row stands: nothing to verify since nothing is claimed, waiting for a level, for the second verifier's, for a settlement, or settled.
 */
export const ROW_STATES = ["NOT_CLAIMED", "WAITING", "WAITING_SECOND", "TO_SETTLE", "SETTLED"] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A row as the rules of verification see it: what is claimed, how many must say a level, and what was said. */
export type RowFacts = { readonly claimed: number; readonly verifiers: 1 | 2; readonly opinions: readonly Opinion[] };

/** Where the row stands. */
export function rowState(row: RowFacts): RowState {
  if (settledLevel(row) !== null) return "SETTLED";
  if (row.opinions.length === 0) return row.claimed === 0 ? "NOT_CLAIMED" : "WAITING";
  return bothIn(row) ? "TO_SETTLE" : "WAITING_SECOND";
}

/** The level that was found; null while it is open. Two verifiers must agree, or a third person settles it. */
export function settledLevel({ verifiers, opinions }: Pick<RowFacts, "verifiers" | "opinions">): number | null {
  const settlement = opinions.find(({ part }) => part === "SETTLEMENT");
  if (settlement) return settlement.level;
  const [first, second] = [opinionOf(opinions, "FIRST"), opinionOf(opinions, "SECOND")];
  if (verifiers === 1) return first?.level ?? null;
  return first && second && first.level === second.level ? first.level : null;
}

/** As what a person may say a level in the row, or why they may not. `verifies`: they are a verifier, and not only a coordinator. */
export function partFor(row: RowFacts, person: { readonly id: string | null; readonly verifies: boolean }): VerificationPart | RefusalCode {
  const own = row.opinions.find(({ verifierId, part }) => verifierId === person.id && part !== "SETTLEMENT");
  if (row.verifiers === 2 && bothIn(row)) return own ? "ANOTHER_VERIFIER" : "SETTLEMENT";
  if (!person.verifies) return "FORBIDDEN";
  if (row.verifiers === 1) return "FIRST";
  return own?.part ?? (opinionOf(row.opinions, "FIRST") ? "SECOND" : "FIRST");
}

/** What a person may read of what was said in the row: their own, and all of it once nothing can sway anybody. */
export function readableOpinions(row: RowFacts, personId: string | null): readonly Opinion[] {
  if (row.verifiers === 1 || bothIn(row)) return row.opinions;
  return row.opinions.filter(({ verifierId }) => verifierId !== null && verifierId === personId);
}

/** Where the row stands for a person: that the other has said a level already is not told to one who has not. */
export function stateFor(row: RowFacts, personId: string | null): RowState {
  const state = rowState(row);
  return state === "WAITING_SECOND" && readableOpinions(row, personId).length === 0 ? "WAITING" : state;
}

function bothIn({ verifiers, opinions }: Pick<RowFacts, "verifiers" | "opinions">): boolean {
  return verifiers === 2 && opinionOf(opinions, "FIRST") !== undefined && opinionOf(opinions, "SECOND") !== undefined;
}

function opinionOf(opinions: readonly Opinion[], part: VerificationPart): Opinion | undefined {
  return opinions.find((opinion) => opinion.part === part);
}
