import { readFragment } from "../../gql/fragment-masking.ts";
import type { DeskQueueFragment } from "../../gql/graphql.ts";
import { client } from "../apollo/client.ts";
import { cardStore } from "./card-store.ts";
import { CARD, DESK_QUEUE, JUDGED_SHEET, QUEUE, WRITTEN_CARD } from "./desk-documents.ts";
import { toKnownCard, toSheet } from "./from-server.ts";
import type { KnownCard, KnownQueue } from "./known-card.ts";

/** Asks for a card and keeps it on this device. Throws as queries do. */
export async function fetchCard(person: string, id: string): Promise<KnownCard> {
  const { data } = await client.query({ query: CARD, variables: { id }, fetchPolicy: "network-only" });
  if (!data) throw new Error("No answer");
  const { judgingCard } = data;
  const entry = toSheet(readFragment(JUDGED_SHEET, judgingCard.entry));
  const card = toKnownCard(readFragment(WRITTEN_CARD, judgingCard), { entry, stageId: judgingCard.stage.id });
  await cardStore.hear(person, card);
  return card;
}

/** Asks for a stage's queue; what is the judge's no more leaves the device, unless something of it waits. Throws as queries do. */
export async function fetchQueue(stageId: string): Promise<KnownQueue> {
  const { data } = await client.query({ query: QUEUE, variables: { stageId }, fetchPolicy: "network-only" });
  if (!data) throw new Error("No answer");
  return toQueue(readFragment(DESK_QUEUE, data.judgingQueue));
}

/** A queue as the device keeps it. */
export function toQueue({ stage, items, comparisons }: DeskQueueFragment): KnownQueue {
  const { rubric, ...rest } = stage;
  return {
    stage: rest,
    rubric,
    items: items.map(({ assignmentId, ...item }) => ({
      ...item,
      id: assignmentId,
      title: item.title ?? null,
      askedAgain: item.askedAgain ?? null,
      endedBecause: item.endedBecause ?? null,
    })),
    comparisons: comparisons.map((comparison) => ({ ...comparison, winner: comparison.winner ?? null })),
  };
}
