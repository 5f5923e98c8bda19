import type { AnswerValue } from "@isonga/schema/entry-form";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { outbox } from "../offline/outbox.ts";
import { useOutbox } from "../offline/use-outbox.ts";
import { useOnline } from "../online/online.ts";
import { type Failure, failureOf } from "../refusals/failure.ts";
import { useMe } from "../session/me.ts";
import { entityOf, fieldOf, isClaim, joinSaves, saveAct } from "./entry-acts.ts";
import { checkEntry, type EntryCheck } from "./entry-check.ts";
import { sendEntryActs } from "./entry-senders.ts";
import { entryStore, type KeptEntry } from "./entry-store.ts";
import { type Base, baseOf, type EntryView, viewOf } from "./entry-view.ts";
import { fetchEntry } from "./fetch-entry.ts";
import type { ItemName } from "./known-entry.ts";
import { forgetNoted, isSame, noteAnswer, notedAnswers } from "./noted-answers.ts";

/** An entry as its pages work on it. */
export type EntryWork = {
  readonly known: KeptEntry | null;
  readonly view: EntryView | null;
  readonly check: EntryCheck | null;
  readonly failure: Failure | null;
  readonly base: (name: ItemName) => Base;
  /** Notes at once what is being written, until `write` takes it: a page that goes meanwhile finds it again. */
  readonly note: (name: ItemName, value: AnswerValue, base: Base) => void;
  /** Takes what was written: kept on the device, then sent. Answers the act's key, or null where a conflict waits to be settled. */
  readonly write: (name: ItemName, value: AnswerValue, base: Base) => Promise<string | null>;
  /** Ends a conflict or a refusal: mine over theirs, or mine given up. */
  readonly settle: (name: ItemName, keepMine: boolean) => void;
  /** Gives up everything that waits and could not be sent, e.g. a draft that the server does not want. */
  readonly discard: () => Promise<void>;
  readonly reload: () => void;
};

/** The entry with what waits on this device; asked of the server again now and then, and whenever it can be reached again. */
export function useEntry(id: string): EntryWork {
  const person = useMe()?.id ?? "";
  const online = useOnline();
  const waiting = useOutbox();
  const known = useSyncExternalStore(entryStore.subscribe, () => entryStore.of(id));
  const [failure, setFailure] = useState<Failure | null>(null);
  const reload = useCallback(() => {
    if (person !== "") load(person, id).then(setFailure);
  }, [person, id]);
  useReload(reload, online);

  const entry = known?.entry ?? null;
  const view = useMemo(() => (known ? viewOf(known.entry, waiting, { unsent: known.unsent, online }) : null), [known, waiting, online]);
  const check = useMemo(() => (entry && view ? checkEntry(entry, view, new Date()) : null), [entry, view]);

  const base = useCallback(
    (name: ItemName): Base => {
      const now = entryStore.of(id)?.entry;
      return now ? baseOf(now, name, outbox.view()) : { version: 0, after: null };
    },
    [id],
  );
  const write = useCallback(
    async (name: ItemName, value: AnswerValue, from: Base): Promise<string | null> => {
      const unsent = entryStore.of(id)?.unsent[name];
      const key = unsent ? null : await outbox.add(saveAct({ entryId: id, name, value, ...from }), joinSaves);
      if (unsent) await entryStore.setUnsent(person, id, { name, unsent: { ...unsent, mine: value } });
      forgetNoted(person, { entryId: id, name, value });
      return key;
    },
    [person, id],
  );
  const note = useCallback(
    (name: ItemName, value: AnswerValue, from: Base): void => noteAnswer(person, { entryId: id, name, value, ...from }),
    [person, id],
  );
  useNoted(person, view, { id, write });
  const settle = useCallback(
    (name: ItemName, keepMine: boolean): void => {
      const unsent = entryStore.of(id)?.unsent[name];
      if (!unsent) return;
      const mine = saveAct({ entryId: id, name, value: unsent.mine, ...base(name) });
      // Kept as an act before it is forgotten as unsent, so that at no moment it is nowhere.
      void (keepMine ? outbox.add(mine, joinSaves) : Promise.resolve()).then(() =>
        entryStore.setUnsent(person, id, { name, unsent: null }),
      );
    },
    [person, id, base],
  );
  const discard = useCallback(async () => {
    await outbox.forget(entityOf(id));
    await entryStore.forget(person, id);
  }, [person, id]);
  return { known, view, check, failure: known && failure?.kind === "network" ? null : failure, base, note, write, settle, discard, reload };
}

/** What the device keeps is shown at once; what the server says takes its place. Answers why it did not. */
async function load(person: string, id: string): Promise<Failure | null> {
  sendEntryActs();
  const kept = await entryStore.read(person, id);
  if (kept?.entry.local) return null;
  try {
    if (await fetchEntry(person, id)) return null;
    // Seen no more: what was written and not sent stays for its author to take away, everything else goes.
    const waits = outbox.view().acts.some(({ entity }) => entity === entityOf(id)) || Object.keys(kept?.unsent ?? {}).length > 0;
    if (!waits) await entryStore.forget(person, id);
    return { kind: "refused", refusals: [{ code: "NOT_FOUND" }] };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "network") entryStore.unreached(id);
    return failure;
  }
}

/** Takes what was being written when the page went away last time, once the entry is known again. */
function useNoted(person: string, view: EntryView | null, { id, write }: { readonly id: string } & Pick<EntryWork, "write">): void {
  const now = useRef(view);
  now.current = view;
  const here = view !== null;
  useEffect(() => {
    if (person === "" || !here) return;
    for (const { name, value, version, after } of notedAnswers(person, id)) {
      if (isSame(valueIn(now.current, name), value)) forgetNoted(person, { entryId: id, name, value });
      else void write(name, value, { version, after });
    }
  }, [person, here, id, write]);
}

function valueIn(view: EntryView | null, name: ItemName): AnswerValue | undefined {
  return isClaim(name) ? view?.claims[fieldOf(name)]?.claimed : view?.answers[fieldOf(name)];
}

/** At once, when the network comes back, when the page is looked at again, and every half minute while it is. */
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

const RELOAD_MS = 30_000;
