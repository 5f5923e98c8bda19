import { useCallback, useEffect, useRef, useState } from "react";
import { TYPED } from "../offline/typed.ts";
import { noteUnkept } from "./unkept.ts";

/** What a text control shows while it is written in, and how it hands that over. */
export type DraftText = { readonly value: string; readonly change: (text: string) => void; readonly flush: () => void };

/** How a text is known and kept. `version` is asked when writing begins, so that what came meanwhile is never written over unseen. */
export type TextSource = {
  /** A name of its own on this device. */
  readonly key: string;
  readonly value: string;
  readonly version: () => number;
  readonly write: (text: string, version: number) => Promise<void>;
};

type Typed = { readonly text: string; readonly version: number };

/** A text between two savings: kept 0.7 s after the last key, on leaving, and when the page goes. */
export function useDraftText({ key, value, version, write }: TextSource): DraftText {
  const [typed, setTyped] = useState<Typed | null>(() => readTyped(key));
  const now = useRef<Typed | null>(typed);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const source = useRef({ version, write });
  source.current = { version, write };

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const writing = now.current;
    if (!writing) return;
    now.current = null;
    void source.current.write(writing.text, writing.version).then(() => {
      if (now.current) return;
      noteTyped(key, null);
      setTyped(null);
    });
  }, [key]);
  const change = useCallback(
    (text: string) => {
      now.current = { text, version: now.current?.version ?? source.current.version() };
      noteTyped(key, now.current);
      setTyped(now.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, SAVE_MS);
    },
    [flush, key],
  );
  useEffect(() => {
    // What was typed when the page went away last time.
    flush();
    const onHidden = (): void => {
      if (document.visibilityState === "hidden") flush();
    };
    document.addEventListener("visibilitychange", onHidden);
    globalThis.addEventListener("pagehide", flush);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      globalThis.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);
  return { value: typed ? typed.text : value, change, flush };
}

const SAVE_MS = 700;

/** A page that goes has no time for its database: what is being typed is noted at each key where that takes no time. */
function noteTyped(key: string, typed: Typed | null): void {
  noteUnkept(key, typed !== null);
  try {
    if (typed) localStorage.setItem(TYPED + key, JSON.stringify(typed));
    else localStorage.removeItem(TYPED + key);
  } catch {
    // a full or forbidden storage: then only the page remembers
  }
}

function readTyped(key: string): Typed | null {
  try {
    return JSON.parse(localStorage.getItem(TYPED + key) ?? "null") as Typed | null;
  } catch {
    return null;
  }
}
