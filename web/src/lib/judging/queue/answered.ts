import { changeKept, keptBeginning } from "../../offline/store.ts";
import type { KnownQueue, Winner } from "../known-card.ts";

/** What the server has taken of this page's answers to comparisons, by id; newer than a queue that was read before. */
export const answered = new Map<string, { readonly winner: Winner | null; readonly version: number }>();

/** Writes an answer down into the queues that this device keeps, so that it stands there also without a network. */
export async function keepAnswer(
  person: string,
  id: string,
  answer: { readonly winner: Winner | null; readonly version: number },
): Promise<void> {
  answered.set(id, answer);
  type Stored = { readonly value: KnownQueue; readonly at: string };
  for (const [key, { value }] of await keptBeginning<Stored>(person, "judging queue "))
    if (value.comparisons.some((comparison) => comparison.id === id))
      await changeKept<Stored>({ person, key }, undefined, (stored) => ({ ...stored, value: withAnswer(stored.value, id, answer) }));
}

function withAnswer(queue: KnownQueue, id: string, answer: { readonly winner: Winner | null; readonly version: number }): KnownQueue {
  return {
    ...queue,
    comparisons: queue.comparisons.map((comparison) => (comparison.id === id ? { ...comparison, ...answer } : comparison)),
  };
}
