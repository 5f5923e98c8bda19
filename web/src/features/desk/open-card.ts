import type { CardView } from "../../lib/judging/card-view.ts";
import type { KeptCard, KnownQueue } from "../../lib/judging/known-card.ts";
import type { QueueView } from "../../lib/judging/queue/queue-view.ts";
import type { CardWork } from "../../lib/judging/use-card.ts";

/** A card that is there, with the queue it lies in, as this device knows them. */
export type OpenCard = {
  readonly work: CardWork;
  readonly kept: KeptCard;
  readonly view: CardView;
  readonly queue: KnownQueue;
  readonly lines: QueueView;
  readonly canMark: boolean;
  /** Says something to who cannot see the page. */
  readonly say: (words: string) => void;
};
