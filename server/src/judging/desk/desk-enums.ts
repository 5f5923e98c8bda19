import { registerEnumType } from "type-graphql";
import { ASSIGNMENT_ENDS, CARD_OUTCOMES, CARD_STATES } from "../judging-states.ts";

/** Where a card stands in its judge's queue. TODO: nothing was said yet; STOPPED: no longer theirs to judge. */
export const QUEUE_STATES = ["TODO", "DRAFT", "SIGNED", "SKIPPED", "STOPPED"] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

export const QueueStateEnum = enumOf(QUEUE_STATES);
registerEnumType(QueueStateEnum, {
  name: "QueueState",
  description: "Where a card stands in its judge's queue. TODO: nothing was said yet; STOPPED: no longer theirs to judge.",
});
export const CardStateEnum = enumOf(CARD_STATES);
registerEnumType(CardStateEnum, {
  name: "CardState",
  description: "A draft is seen by its judge alone; a signed card counts; a stopped one counts no more.",
});
export const CardOutcomeEnum = enumOf(CARD_OUTCOMES);
registerEnumType(CardOutcomeEnum, { name: "CardOutcome", description: "What a signed card says. ABSTAINED: it gives no score." });
export const AssignmentEndEnum = enumOf(ASSIGNMENT_ENDS);
registerEnumType(AssignmentEndEnum, { name: "AssignmentEnd", description: "Why an entry is no longer a judge's." });
