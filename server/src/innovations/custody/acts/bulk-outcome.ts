import { Refusal } from "../../../kernel/refusal.ts";
import type { RoundState } from "../../../programmes/rounds/round-states.ts";
import type { EntryFacts } from "../../entries/entry.policy.ts";
import type { BulkOutcome } from "../custody.inputs.ts";

/** An entry among many, locked, with what its policy asks. */
export type BulkEntry = EntryFacts & {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly roundState: RoundState;
};

/** What a refusal of one of many says; NOT_FOUND for what the actor may not see, and nothing more of it. */
export function outcomeOf(id: string, entry: BulkEntry | undefined, check: () => void): BulkOutcome {
  try {
    if (!entry) throw new Refusal("NOT_FOUND");
    check();
    return { id, title: entry.title, refusal: null, recipients: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, field, values } = error;
    return { id, title: entry?.title ?? null, refusal: { code, field, values }, recipients: [] };
  }
}
