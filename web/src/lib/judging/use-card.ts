import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { outbox } from "../offline/outbox.ts";
import { useOutbox } from "../offline/use-outbox.ts";
import { useOnline } from "../online/online.ts";
import { type Failure, failureOf } from "../refusals/failure.ts";
import { useMe } from "../session/me.ts";
import { entityOfCard, joinSaves, type RecuseVariables, recuseAct, type SignVariables, saveAct, signAct, skipAct } from "./card-acts.ts";
import { sendCardActs } from "./card-senders.ts";
import { cardStore } from "./card-store.ts";
import { type CardView, NO_ITEM, versionOf, viewOfCard } from "./card-view.ts";
import { fetchCard } from "./fetch-desk.ts";
import type { ItemName, KeptCard, VerdictDraft, Written } from "./known-card.ts";
import { noteUnkept } from "./unkept.ts";

/** A signature without what the card itself knows. */
export type Signature = Pick<SignVariables, "outcome" | "failReasons" | "abstainReason">;

/** A card as its page works on it. Every act is kept on the device before it is sent. */
export type CardWork = {
  readonly kept: KeptCard | null;
  readonly view: CardView | null;
  readonly failure: Failure | null;
  /** The version that is written on from now. */
  readonly version: (name: ItemName) => number;
  /** Writes a part of an item; the rest of it stays. */
  readonly write: (name: ItemName, part: Partial<Written>, version?: number) => Promise<void>;
  /** Once everything that was written is kept. */
  readonly settled: () => Promise<void>;
  /** Ends a conflict: mine over theirs, or mine given up. */
  readonly settle: (name: ItemName, keepMine: boolean) => void;
  readonly draft: (verdict: VerdictDraft) => void;
  readonly sign: (signature: Signature) => Promise<void>;
  readonly skip: (skip: boolean) => Promise<void>;
  readonly recuse: (kind: RecuseVariables["kind"], reason: string) => Promise<void>;
  /** Gives up everything of the card that waits and could not be sent. */
  readonly discard: () => Promise<void>;
  readonly reload: () => void;
};

/** The card with what waits on this device; asked of the server again when it can be reached again and when the page is looked at. */
export function useCard(id: string): CardWork {
  const person = useMe()?.id ?? "";
  const online = useOnline();
  const waiting = useOutbox();
  const kept = useSyncExternalStore(cardStore.subscribe, () => cardStore.of(id));
  const [failure, setFailure] = useState<Failure | null>(null);
  const reload = useCallback(() => {
    if (person !== "") void load(person, id).then(setFailure);
  }, [person, id]);
  useReload(reload, online);
  const view = useMemo(() => (kept ? viewOfCard(kept, waiting, online) : null), [kept, waiting, online]);
  const acts = useMemo(() => actsOf(person, id), [person, id]);
  return { kept, view, failure: kept && failure?.kind === "network" ? null : failure, ...acts, reload };
}

/** One after the other, so that each act sees what the one before has left. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
  const turn = last.then(act, act);
  last = turn.catch(() => undefined);
  return turn;
}

type Acts = Omit<CardWork, "kept" | "view" | "failure" | "reload">;

function actsOf(person: string, id: string): Acts {
  const version = (name: ItemName): number => {
    const kept = cardStore.of(id);
    return kept ? versionOf(kept, name, outbox.view()) : 0;
  };
  const writeNow = async (name: ItemName, part: Partial<Written>, from: number): Promise<void> => {
    const kept = cardStore.of(id);
    if (!kept) return;
    const { value, comment } = viewOfCard(kept, outbox.view(), true).items[name] ?? NO_ITEM;
    const written = { value, comment, ...part };
    if (kept.conflicts[name]) return cardStore.rewrite(person, id, { name, mine: written });
    await outbox.add(saveAct(id, { name, written, version: from }), joinSaves);
  };
  return {
    version,
    write: (name, part, from = version(name)) => {
      const writing = `write ${id} ${name} ${String(from)} ${JSON.stringify(part)}`;
      noteUnkept(writing, true);
      return inTurn(() => writeNow(name, part, from)).finally(() => noteUnkept(writing, false));
    },
    settled: () => inTurn(() => Promise.resolve()),
    settle: (name, keepMine) =>
      void inTurn(async () => {
        const conflict = cardStore.of(id)?.conflicts[name];
        if (!conflict) return;
        // Kept as an act before it is forgotten as a conflict, so that at no moment it is nowhere.
        if (keepMine) await outbox.add(saveAct(id, { name, written: conflict.mine, version: conflict.theirs.version }), joinSaves);
        await cardStore.settle(person, id, name);
      }),
    draft: (draft) => void inTurn(() => cardStore.note(person, id, { draft })),
    sign: (signature) => inTurn(() => sign(person, id, signature)),
    skip: (skip) => inTurn(async () => void (await outbox.add(skipAct({ cardId: id, skip })))),
    recuse: (kind, reason) => inTurn(async () => void (await outbox.add(recuseAct({ cardId: id, kind, reason })))),
    discard: () =>
      inTurn(async () => {
        await outbox.forget(entityOfCard(id));
        await cardStore.forget(person, id);
      }),
  };
}

/** Signs what is seen now: each mark and text in the version it has here, so that the server can tell whether it is the same there. */
async function sign(person: string, id: string, signature: Signature): Promise<void> {
  const kept = cardStore.of(id);
  if (!kept) return;
  const { items } = viewOfCard(kept, outbox.view(), true);
  const names = Object.keys(items) as ItemName[];
  const seen = Object.fromEntries(
    names.map((name) => [name, { ...(items[name] ?? NO_ITEM), version: versionOf(kept, name, outbox.view()) }]),
  );
  await cardStore.note(person, id, { unsigned: [], stuck: null });
  await outbox.add(signAct({ cardId: id, items: seen, ...signature, cardVersion: kept.card.version }));
}

/** What the device keeps is shown at once; what the server says takes its place. Answers why it did not. */
async function load(person: string, id: string): Promise<Failure | null> {
  sendCardActs();
  const kept = await cardStore.read(person, id);
  try {
    await fetchCard(person, id);
    return null;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "network") cardStore.unreached(id);
    else if (failure.kind === "refused" && kept) await cardStore.forgetUnlessUnsent(person, id);
    return failure;
  }
}

/** At once, when the network comes back, when the page is looked at again, and every minute while it is. */
function useReload(reload: () => void, online: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again as the network comes back
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") reload();
    };
    look();
    const timer = setInterval(look, RELOAD_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [reload, online]);
}

const RELOAD_MS = 60_000;
