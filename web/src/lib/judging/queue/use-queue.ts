import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useKept } from "../../offline/use-kept.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import type { Failure } from "../../refusals/failure.ts";
import { useMe } from "../../session/me.ts";
import { sendCardActs } from "../card-senders.ts";
import { cardStore } from "../card-store.ts";
import { fetchQueue } from "../fetch-desk.ts";
import type { KnownQueue } from "../known-card.ts";
import { forgetFiles } from "../offline/kept-files.ts";
import { queueKey } from "./queue-key.ts";
import { type QueueView, viewOfQueue } from "./queue-view.ts";

/** A judge's queue as pages show it. */
export type QueueWork = {
  readonly queue: KnownQueue | null;
  readonly view: QueueView | null;
  /** When it was put by; null while it is what the server just said. */
  readonly keptAt: string | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
};

/** The queue of a stage with what waits on this device; without a network the last one. A null stage asks nothing. */
export function useQueue(stageId: string | null): QueueWork {
  const person = useMe()?.id ?? "";
  const outbox = useOutbox();
  const cards = useSyncExternalStore(cardStore.subscribe, cardStore.all);
  const ask = useCallback(async () => {
    const queue = await fetchQueue(stageId ?? "");
    await tidy(person, queue);
    return queue;
  }, [person, stageId]);
  const { value: queue, keptAt, failure, reload } = useKept(stageId === null ? null : queueKey(stageId), ask);
  useEffect(() => {
    sendCardActs();
    if (person !== "") void cardStore.readAll(person);
  }, [person]);
  useEffect(() => {
    const timer = setInterval(() => (document.visibilityState === "visible" ? reload() : undefined), RELOAD_MS);
    return () => clearInterval(timer);
  }, [reload]);
  // A signature that has arrived moves the queue on.
  const steps = outbox.acts.filter(({ kind }) => STEPS.includes(kind)).length;
  const before = useRef(steps);
  useEffect(() => {
    if (steps < before.current) reload();
    before.current = steps;
  }, [steps, reload]);
  const view = useMemo(() => (queue ? viewOfQueue(queue, { cards, outbox }) : null), [queue, cards, outbox]);
  return { queue, view, keptAt, failure, reload };
}

const STEPS: readonly string[] = ["judgeSign", "judgeSkip", "judgeRecuse"];
const RELOAD_MS = 60_000;

/** What is the judge's no more leaves the device, unless something of it was written and has not been sent. */
async function tidy(person: string, queue: KnownQueue): Promise<void> {
  await cardStore.readAll(person);
  const gone = new Set(queue.items.filter(({ state }) => state === "STOPPED").map(({ id }) => id));
  const here = new Set(queue.items.map(({ id }) => id));
  for (const [id, { card }] of cardStore.all())
    if (card.stageId === queue.stage.id && (gone.has(id) || !here.has(id))) {
      await cardStore.forgetUnlessUnsent(person, id);
      await forgetFiles(id);
    }
}
