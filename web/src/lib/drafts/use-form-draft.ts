import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { keep, kept } from "../offline/store.ts";
import { useMe } from "../session/me.ts";

/** What a form tells about itself so that what is typed in it is kept. */
export type FormDraftSource<Value> = {
  /** Which form of which thing, e.g. `round details <id>`; the same after the tab was closed. */
  readonly name: string;
  /** The version of what is edited; none while it is new. */
  readonly version?: number;
  /** What the form holds now: plain data. */
  readonly value: Value;
  /** Puts a value into the form. */
  readonly restore: (value: Value) => void;
};

/** What was typed in a form and not saved, as it was found when the form was opened. */
export type FormDraft = {
  /** When it was typed last; null when there was nothing, or the person has decided. */
  readonly at: string | null;
  /** Somebody has saved something since. */
  readonly outdated: boolean;
  /** Goes on with what was typed. */
  readonly goOn: () => void;
  /** Gives up what was typed: the form holds again what it began with. */
  readonly discard: () => void;
  /** To be called once everything is saved: nothing is kept any more. */
  readonly saved: () => void;
};

/**
 * Keeps what is typed in a form on this device, for this person, until it is saved or given up: a closed tab loses nothing. What is found
 * on opening stands in the form again at once; `KeptDraft` says so. Signing out wipes it like everything kept.
 */
export function useFormDraft<Value>(source: FormDraftSource<Value>): FormDraft {
  const person = useMe()?.id ?? "";
  const key = `form ${source.name}`;
  const [found, setFound] = useState<Pick<FormDraft, "at" | "outdated">>(NOTHING);
  const latest = useRef(source);
  latest.current = source;
  const began = useRef(source.value);
  const memory = useRef<Memory>({ text: JSON.stringify(source.value), madeFrom: undefined, write: null });
  const ready = useFound({ person, key, latest, memory }, setFound);
  useKeeping({ person, key, latest, began, memory }, ready, JSON.stringify(source.value));
  const forget = useCallback(() => {
    memory.current = { ...memory.current, madeFrom: undefined, write: null };
    setFound(NOTHING);
    void keep(person, key, undefined);
  }, [person, key]);
  return {
    ...found,
    goOn: () => setFound(NOTHING),
    discard: () => {
      forget();
      source.restore(began.current);
    },
    saved: () => {
      began.current = latest.current.value;
      forget();
    },
  };
}

const NOTHING = { at: null, outdated: false };
const KEEP_MS = 400;

/** As it stands in the device's database. */
type Stored<Value> = { readonly value: Value; readonly version: number | null; readonly at: string };

type Memory = {
  /** What the form held when it was looked at last. */
  readonly text: string;
  /** The version that the typed was made from, where that is not the one shown. */
  readonly madeFrom: number | null | undefined;
  /** Writes down what has not been yet. */
  readonly write: (() => void) | null;
};

type Keeping<Value> = {
  readonly person: string;
  readonly key: string;
  readonly latest: RefObject<FormDraftSource<Value>>;
  /** What the form began with. */
  readonly began: RefObject<Value>;
  readonly memory: RefObject<Memory>;
};

/** Looks once for what was kept and puts it into the form; answers whether that is done. */
function useFound<Value>(
  { person, key, latest, memory }: Omit<Keeping<Value>, "began">,
  setFound: (found: Pick<FormDraft, "at" | "outdated">) => void,
): boolean {
  const [ready, setReady] = useState("");
  useEffect(() => {
    let gone = false;
    void kept<Stored<Value>>(person, key).then((stored) => {
      if (gone) return;
      const { value, version, restore } = latest.current;
      if (stored && !isSame(stored.value, value) && hasOutline(stored.value, value)) {
        memory.current = { ...memory.current, text: JSON.stringify(stored.value), madeFrom: stored.version };
        restore(stored.value);
        setFound({ at: stored.at, outdated: stored.version !== (version ?? null) });
      }
      setReady(key);
    });
    return () => {
      gone = true;
    };
  }, [person, key, latest, memory, setFound]);
  return ready === key;
}

/** Writes each change down after a moment's rest, and at once when the page goes. */
function useKeeping<Value>({ person, key, latest, began, memory }: Keeping<Value>, ready: boolean, text: string): void {
  useEffect(() => {
    if (!ready || memory.current.text === text) return;
    const write = (): void => {
      const { value, version } = latest.current;
      const { madeFrom } = memory.current;
      memory.current = { ...memory.current, write: null };
      const stored: Stored<Value> = { value, version: madeFrom === undefined ? (version ?? null) : madeFrom, at: new Date().toISOString() };
      void keep(person, key, isSame(value, began.current) ? undefined : stored);
    };
    memory.current = { ...memory.current, text, write };
    const timer = setTimeout(() => memory.current.write?.(), KEEP_MS);
    return () => clearTimeout(timer);
  }, [person, key, latest, began, memory, ready, text]);
  useEffect(() => {
    const flush = (): void => memory.current.write?.();
    globalThis.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      globalThis.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [memory]);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether something kept, perhaps by an earlier release, has parts wherever the form's own value has some. */
function hasOutline(found: unknown, pattern: unknown): boolean {
  if (pattern === null) return true;
  if (typeof found !== typeof pattern || Array.isArray(found) !== Array.isArray(pattern)) return false;
  if (typeof pattern !== "object" || Array.isArray(pattern)) return true;
  if (typeof found !== "object" || found === null) return false;
  const parts = new Map(Object.entries(found));
  return Object.entries(pattern).every(([name, part]) => typeof part !== "object" || part === null || hasOutline(parts.get(name), part));
}
